package dev.anchorage.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.ArrayUtil;

/// The terms of one text, kept so that a title, which all sections of a post have, is analysed once for all of them.
/// Immutable.
final class PartTokens {
    static final PartTokens NONE = new PartTokens(new char[0], new int[0], 0, 0, 0);
    private static final int NUMBERS = 4;

    private final char[] chars;

    /// For each term the end of its characters, its step from the position before, and the range of text.
    private final int[] numbers;

    private final int count;
    private final int words;
    private final int textLength;

    private PartTokens(char[] chars, int[] numbers, int count, int words, int textLength) {
        this.chars = chars;
        this.numbers = numbers;
        this.count = count;
        this.words = words;
        this.textLength = textLength;
    }

    /// Analyses a text.
    ///
    /// @param field  chooses the analyzer
    static PartTokens of(Analyzer analyzer, String field, String text) throws IOException {
        if (text.isEmpty()) {
            return NONE;
        }
        char[] chars = new char[text.length() * 2];
        int[] numbers = new int[NUMBERS * (1 + text.length() / 4)];
        int count = 0;
        int words = 0;
        int end = 0;
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute range = stream.addAttribute(OffsetAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            int endOfPair = 0;
            while (stream.incrementToken()) {
                chars = ArrayUtil.grow(chars, end + term.length());
                System.arraycopy(term.buffer(), 0, chars, end, term.length());
                end += term.length();
                numbers = ArrayUtil.grow(numbers, NUMBERS * (count + 1));
                int at = NUMBERS * count++;
                numbers[at] = end;
                numbers[at + 1] = step.getPositionIncrement();
                numbers[at + 2] = range.startOffset();
                numbers[at + 3] = range.endOffset();
                words += step.getPositionIncrement() > 0 ? 1 : 0;
                if (type.type().equals(CJKBigramFilter.DOUBLE_TYPE)) {
                    words -= range.startOffset() >= endOfPair ? 1 : 0;
                    endOfPair = range.endOffset();
                }
            }
            stream.end();
        }
        return new PartTokens(
                Arrays.copyOf(chars, end), Arrays.copyOf(numbers, NUMBERS * count), count, words, text.length());
    }

    int count() {
        return count;
    }

    /// Number of words; a name and its first part are one. Of Chinese and Japanese it is the number of pairs of signs.
    int words() {
        return words;
    }

    /// How many positions the terms take.
    int positions() {
        int positions = 0;
        for (int token = 0; token < count; token++) {
            positions += step(token);
        }
        return positions;
    }

    /// In UTF-16 code units.
    int textLength() {
        return textLength;
    }

    void copyTerm(int token, CharTermAttribute term) {
        int start = token == 0 ? 0 : numbers[NUMBERS * (token - 1)];
        term.copyBuffer(chars, start, numbers[NUMBERS * token] - start);
    }

    int step(int token) {
        return numbers[NUMBERS * token + 1];
    }

    int start(int token) {
        return numbers[NUMBERS * token + 2];
    }

    int end(int token) {
        return numbers[NUMBERS * token + 3];
    }
}
