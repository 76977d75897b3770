package dev.anchorage.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.util.ArrayUtil;

/// All words of an archive in memory, to find those that a word could be a misspelling of. They stand in one text for
/// each first letter and length, one after another, which costs hardly more than their letters, also while they are
/// gathered: a small heap has room for nothing else. Only words of letters are asked for, so versions, hashes and other
/// numbers, which may be most of what an archive has, are left out. Immutable.
///
/// Lucene's `DirectSpellChecker` answers alike, but builds three automata for each word that it is asked for.
final class Spellings {
    private static final int MAX_EDITS = 2;
    private static final int MIN_CHARS_FOR_TWO_EDITS = 6;

    private final Map<Shape, SameShape> words;

    private Spellings(Map<Shape, SameShape> words) {
        this.words = words;
    }

    /// @param words  of the archive, each with the number of sections it stands in, once for each language
    /// @param maxChars  longer words are left out
    static Spellings of(Words words, int maxChars) throws IOException {
        Map<Shape, Gathered> gathered = new HashMap<>();
        words.forEach((word, sections) -> {
            if (!word.isEmpty() && word.length() <= maxChars && isNearLetters(word)) {
                gathered.computeIfAbsent(Shape.of(word), first -> new Gathered())
                        .add(word, sections);
            }
        });
        Map<Shape, SameShape> joined = new HashMap<>();
        gathered.forEach((shape, same) -> joined.put(shape, same.joined()));
        return new Spellings(joined);
    }

    /// Each sign that is no letter takes an edit.
    private static boolean isNearLetters(String word) {
        int others = 0;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            others += Character.isLetter(word.codePointAt(i)) ? 0 : 1;
        }
        return others <= MAX_EDITS;
    }

    /// Words that are one edit away: a letter more, less or other, or two neighbours the other way round. When the
    /// word is long enough, words with the same first letter may be two edits away; those one edit away come first
    /// and make more needless. Another first letter is thought of when no word is near that keeps it.
    ///
    /// @param word  of letters only
    /// @param enough  number of words one edit away from which on no others are looked for
    List<Near> of(String word, int enough) {
        int most = word.length() < MIN_CHARS_FOR_TWO_EDITS ? 1 : MAX_EDITS;
        Edits edits = new Edits(word, most);
        Map<String, Near> found = new HashMap<>();
        for (int length = Math.max(1, word.length() - most); length <= word.length() + most; length++) {
            SameShape same = words.getOrDefault(new Shape(word.charAt(0), length), SameShape.NONE);
            for (int at = 0; at < same.text.length(); at += length) {
                int needed = edits.to(same.text, at, length);
                if (needed <= most) {
                    add(found, same, at, length, needed);
                }
            }
        }
        if (found.values().stream().noneMatch(near -> near.edits() <= 1)) {
            addOtherFirstLetters(word, found);
        }
        List<Near> nearest = new ArrayList<>(found.values());
        nearest.sort(Comparator.comparingInt(Near::edits));
        boolean isEnough = nearest.size() >= enough && nearest.get(enough - 1).edits() <= 1;
        return isEnough ? nearest.stream().filter(near -> near.edits() <= 1).toList() : nearest;
    }

    private static void add(Map<String, Near> found, SameShape same, int at, int length, int edits) {
        String word = same.text.substring(at, at + length);
        found.merge(word, new Near(word, edits, same.frequencies[at / length]), Near::inBoth);
    }

    /// Adds the words that one edit of the first letter leads to.
    private void addOtherFirstLetters(String word, Map<String, Near> found) {
        words.forEach((shape, same) -> {
            if (shape.first() != word.charAt(0) && Math.abs(shape.length() - word.length()) <= 1) {
                for (int at = 0; at < same.text.length(); at += shape.length()) {
                    if (differsAtFirst(word, same.text, at, shape.length())) {
                        add(found, same, at, shape.length(), 1);
                    }
                }
            }
        });
    }

    /// Whether the first letter is one too many, missing, another one, or has changed places with the second.
    private static boolean differsAtFirst(String word, String text, int start, int length) {
        if (length > word.length()) {
            return text.startsWith(word, start + 1);
        }
        if (length < word.length()) {
            return text.startsWith(word.substring(1), start);
        }
        boolean isSwapped =
                length > 1 && text.charAt(start) == word.charAt(1) && text.charAt(start + 1) == word.charAt(0);
        int same = isSwapped ? 2 : 1;
        return text.startsWith(word.substring(same), start + same);
    }

    /// @param edits  that it takes to get there
    /// @param frequency  number of sections it stands in
    record Near(String word, int edits, int frequency) {
        /// The same word in two languages.
        private Near inBoth(Near other) {
            return new Near(word, edits, frequency + other.frequency);
        }
    }

    /// Gives words.
    interface Words {
        /// Takes each of them and the number of sections it stands in.
        void forEach(ObjIntConsumer<String> take) throws IOException;
    }

    /// Words of one shape, to which others come.
    private static final class Gathered {
        private final StringBuilder text = new StringBuilder();
        private int[] frequencies = new int[1];
        private int count;

        void add(String word, int frequency) {
            text.append(word);
            frequencies = ArrayUtil.grow(frequencies, count + 1);
            frequencies[count++] = frequency;
        }

        SameShape joined() {
            return new SameShape(text.toString(), ArrayUtil.copyOfSubArray(frequencies, 0, count));
        }
    }

    /// Words of one shape, one behind the other.
    private static final class SameShape {
        static final SameShape NONE = new SameShape("", new int[0]);

        private final String text;
        private final int[] frequencies;

        SameShape(String text, int[] frequencies) {
            this.text = text;
            this.frequencies = frequencies;
        }
    }

    private record Shape(char first, int length) {
        static Shape of(String word) {
            return new Shape(word.charAt(0), word.length());
        }
    }

    /// Counts the edits from one word to others: the distance of Damerau and Levenshtein in which no part is edited
    /// twice.
    private static final class Edits {
        private final String from;
        private final int most;
        private int[] beforeLast;
        private int[] last;
        private int[] current;

        Edits(String from, int most) {
            this.from = from;
            this.most = most;
            beforeLast = new int[from.length() + 1];
            last = new int[from.length() + 1];
            current = new int[from.length() + 1];
        }

        /// @param text  in which the other word stands
        /// @return more than the most that is wanted when it is more
        int to(String text, int start, int length) {
            for (int i = 0; i < last.length; i++) {
                last[i] = i;
            }
            for (int row = 1; row <= length; row++) {
                if (row(text, start, row) > most) {
                    return most + 1;
                }
                int[] free = beforeLast;
                beforeLast = last;
                last = current;
                current = free;
            }
            return last[from.length()];
        }

        /// Fills the places of a row that can still matter.
        ///
        /// @return the least number of edits in it
        private int row(String text, int start, int row) {
            char letter = text.charAt(start + row - 1);
            int first = Math.max(1, row - most);
            int end = Math.min(from.length(), row + most);
            current[first - 1] = first == 1 ? row : most + 1;
            int least = current[first - 1];
            for (int i = first; i <= end; i++) {
                int other = last[i - 1] + (from.charAt(i - 1) == letter ? 0 : 1);
                int more = i == row + most ? most + 1 : last[i] + 1;
                int edits = Math.min(other, Math.min(more, current[i - 1] + 1));
                if (row > 1
                        && i > 1
                        && from.charAt(i - 2) == letter
                        && from.charAt(i - 1) == text.charAt(start + row - 2)) {
                    edits = Math.min(edits, beforeLast[i - 2] + 1);
                }
                current[i] = edits;
                least = Math.min(least, edits);
            }
            return least;
        }
    }
}
