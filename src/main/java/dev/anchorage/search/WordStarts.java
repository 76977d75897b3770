package dev.anchorage.search;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntroSorter;

/// The places in some lines of text where words begin, sorted by what follows up to the end of the line. Immutable.
final class WordStarts {
    private static final char LINE_END = '\n';

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /// Thai, the first of them in Unicode.
    private static final int FIRST_WITHOUT_SPACES = 0xE00;

    /// Only so many words of a line are found.
    private static final int MAX_WORDS = 16;

    private final int[] lines;
    private final int[] places;
    private final int[] lineOf;
    private final String text;

    /// @param lines  without line ends
    WordStarts(List<String> lines) {
        this.lines = new int[lines.size()];
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            this.lines[i] = all.length();
            all.append(lines.get(i)).append(LINE_END);
        }
        text = all.toString();
        places = found();
        lineOf = new int[places.length];
        Arrays.setAll(lineOf, word -> lineAt(places[word]));
        new ByText().sort(0, places.length);
    }

    /// How many there are.
    int size() {
        return places.length;
    }

    /// The first, in order, from which on the text is not less than the one given; {@link #size} when all are.
    int from(String start) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(places[middle], start) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The one behind the last that begins with a text.
    int end(String start) {
        return from(start + Character.MAX_VALUE);
    }

    /// Whether a word begins so in the line that another stands in.
    boolean hasInLine(int word, String start) {
        int first = lines[lineOf[word]];
        int end = text.indexOf(LINE_END, first);
        int at = text.indexOf(start, first);
        while (at > first && at < end && !isWordStart(at)) {
            at = text.indexOf(start, at + 1);
        }
        return at >= first && at < end;
    }

    boolean startsWith(int word, String start) {
        return text.startsWith(start, places[word]);
    }

    /// The number of the line that a word stands in.
    int lineOf(int word) {
        return lineOf[word];
    }

    /// How far from the beginning of its line a word begins.
    int offset(int word) {
        return places[word] - lines[lineOf[word]];
    }

    /// The words that begin here and stand side by side with nothing but a space between them.
    ///
    /// @return empty when there are not so many
    String words(int word, int count) {
        int at = places[word];
        for (int i = 0; i < count; i++) {
            int start = i == 0 ? at : at + 1;
            if (i > 0 && text.charAt(at) != ' ') {
                return "";
            }
            at = start;
            while (isInWord(text.charAt(at))) {
                at++;
            }
            if (at == start || !Character.isLetter(text.charAt(start))) {
                return "";
            }
        }
        return text.substring(places[word], at);
    }

    /// Whether words begin here, and end where they end.
    boolean hasWords(int word, String words) {
        return startsWith(word, words) && !isInWord(text.charAt(places[word] + words.length()));
    }

    /// Whether a line is nothing but these words.
    boolean isLine(int word, String words) {
        return offset(word) == 0 && text.charAt(places[word] + words.length()) == LINE_END;
    }

    private static boolean isInWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '-' || sign == '\'' || sign == '\u2019' || sign == '_';
    }

    private int lineAt(int place) {
        int line = Arrays.binarySearch(lines, place);
        return line < 0 ? -line - 2 : line;
    }

    private int[] found() {
        int[] starts = new int[lines.length];
        int count = 0;
        int ofLine = 0;
        for (int at = 0; at < text.length() - 1; at++) {
            boolean isLineStart = at == 0 || text.charAt(at - 1) == LINE_END;
            ofLine = isLineStart ? 0 : ofLine;
            if (isLineStart || (ofLine < MAX_WORDS && isWordStart(at))) {
                starts = ArrayUtil.grow(starts, count + 1);
                starts[count++] = at;
                ofLine++;
            }
        }
        return ArrayUtil.copyOfSubArray(starts, 0, count);
    }

    /// In scripts without spaces every sign may begin a word.
    private boolean isWordStart(int at) {
        int sign = text.codePointAt(at);
        char before = text.charAt(at - 1);
        return isWithoutSpaces(sign)
                || (Character.isLetterOrDigit(sign) && !isInWord(before) && !Character.isHighSurrogate(before));
    }

    private static boolean isWithoutSpaces(int sign) {
        return sign >= FIRST_WITHOUT_SPACES
                && Character.isLetter(sign)
                && WITHOUT_SPACES.contains(UnicodeScript.of(sign));
    }

    private int compare(int place, String start) {
        for (int i = 0; i < start.length(); i++) {
            int difference = text.charAt(place + i) - start.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int compare(int one, int two) {
        int i = 0;
        while (text.charAt(one + i) == text.charAt(two + i)) {
            if (text.charAt(one + i) == LINE_END) {
                return Integer.compare(one, two);
            }
            i++;
        }
        return text.charAt(one + i) - text.charAt(two + i);
    }

    /// Sorts in place, since a list of numbers as objects would take many times the memory.
    private final class ByText extends IntroSorter {
        private int pivot;

        @Override
        protected void setPivot(int i) {
            pivot = places[i];
        }

        @Override
        protected int comparePivot(int j) {
            return WordStarts.this.compare(pivot, places[j]);
        }

        @Override
        protected int compare(int i, int j) {
            return WordStarts.this.compare(places[i], places[j]);
        }

        @Override
        protected void swap(int i, int j) {
            swap(places, i, j);
            swap(lineOf, i, j);
        }

        private static void swap(int[] numbers, int i, int j) {
            int number = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = number;
        }
    }
}
