package dev.anchorage.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Puts letters and their {@link Accents} together, as file names of macOS and what was copied from there need. Which
/// stretch of the text a word is stays as it was.
final class ComposingFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ComposingFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!Accents.areTogether(term)) {
            String composed = Accents.composed(term);
            term.setEmpty().append(composed);
        }
        return true;
    }
}
