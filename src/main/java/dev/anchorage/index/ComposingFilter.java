package dev.anchorage.index;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Puts letters and the accents that follow them together (Unicode's NFC), as file names of macOS and what was copied
/// from there need: `u` and U+0308 are `ü`. Which stretch of the text a word is stays as it was.
final class ComposingFilter extends TokenFilter {
    /// What comes before is composed.
    private static final char FIRST_ACCENT = '\u0300';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ComposingFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (mayHaveAccents() && !Normalizer.isNormalized(term, Normalizer.Form.NFC)) {
            String composed = Normalizer.normalize(term, Normalizer.Form.NFC);
            term.setEmpty().append(composed);
        }
        return true;
    }

    private boolean mayHaveAccents() {
        char[] letters = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (letters[i] >= FIRST_ACCENT) {
                return true;
            }
        }
        return false;
    }
}
