package dev.anchorage.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.util.ArrayUtil;

/// Keeps each word as it is written while others reduce it to its stem, and makes the {@link WordTerm} of both. Between
/// the two each word must stay one word. The stem of a version has no `v`, so that `v6.9.2` is `6.9.2`. For one stream;
/// not thread-safe.
final class WrittenWord {
    private char[] word = new char[32];
    private int length;

    /// Takes down what comes by.
    TokenStream keep(TokenStream words) {
        return new Keeping(words);
    }

    /// Makes terms of the stems that come by.
    TokenStream join(TokenStream stems) {
        return new Joining(stems);
    }

    void keep(String written) {
        length = written.length();
        word = ArrayUtil.grow(word, length);
        written.getChars(0, length, word, 0);
    }

    void keep(CharTermAttribute written) {
        length = written.length();
        word = ArrayUtil.grow(word, length);
        System.arraycopy(written.buffer(), 0, word, 0, length);
    }

    /// Whether nothing was done to the word yet.
    boolean is(CharTermAttribute term) {
        return term.length() == length && begins(term);
    }

    private boolean begins(CharTermAttribute term) {
        if (term.length() > length) {
            return false;
        }
        char[] stem = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (stem[i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private final class Keeping extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Keeping(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            WrittenWord.this.keep(term);
            return true;
        }
    }

    private final class Joining extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

        Joining(TokenStream stems) {
            super(stems);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (keyword.isKeyword()) {
                int sign = WordTerm.versionSign(term);
                term.copyBuffer(term.buffer(), sign, term.length() - sign);
            }
            int stem = term.length();
            boolean isRest = begins(term);
            int from = isRest ? stem : 0;
            char[] buffer = term.resizeBuffer(stem + 1 + length - from);
            buffer[stem] = isRest ? WordTerm.REST : WordTerm.WORD;
            System.arraycopy(word, from, buffer, stem + 1, length - from);
            term.setLength(stem + 1 + length - from);
            return true;
        }
    }
}
