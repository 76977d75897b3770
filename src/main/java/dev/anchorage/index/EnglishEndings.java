package dev.anchorage.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/// Takes the plural off words that KStem leaves alone since its dictionary has them, such as `dimensions`, by the three
/// rules of Harman's “S” stemmer (“How effective is suffixing?”, 1991), and leaves `analysis` and the like as they are.
final class EnglishEndings extends TokenFilter {
    private static final int MIN_CHARS = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final WrittenWord written;

    /// @param written  keeps the words as they were before KStem
    EnglishEndings(TokenStream words, WrittenWord written) {
        super(words);
        this.written = written;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword() && written.is(term)) {
            takeOffPlural();
        }
        return true;
    }

    private void takeOffPlural() {
        int length = term.length();
        if (length < MIN_CHARS || term.charAt(length - 1) != 's') {
            return;
        }
        char before = term.charAt(length - 2);
        char third = term.charAt(length - 3);
        char fourth = term.charAt(length - 4);
        if (before == 'e' && third == 'i' && fourth != 'a' && fourth != 'e') {
            term.buffer()[length - 3] = 'y';
            term.setLength(length - 2);
        } else if ("siu".indexOf(before) < 0 && (before != 'e' || "aeoi".indexOf(third) < 0)) {
            term.setLength(length - 1);
        }
    }
}
