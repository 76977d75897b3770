package dev.anchorage.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All words of an archive in memory, to find those that a word could be a misspelling of. They stand in one text for
/// each first letter and length, one after another, which costs hardly more than their letters. Immutable.
///
/// Lucene's `DirectSpellChecker` answers alike, but builds three automata for each word that it is asked for.
final class Spellings {
    private static final int MAX_EDITS = 2;
    private static final int MIN_CHARS_FOR_TWO_EDITS = 6;

    private final Map<Shape, SameShape> words;

    private Spellings(Map<Shape, SameShape> words) {
        this.words = words;
    }

    /// @param words  all words of the archive, with the number of sections each stands in
    /// @param maxChars  longer words are left out
    static Spellings of(Map<String, Integer> words, int maxChars) {
        Map<Shape, List<String>> gathered = new HashMap<>();
        for (String word : words.keySet()) {
            if (!word.isEmpty() && word.length() <= maxChars) {
                gathered.computeIfAbsent(Shape.of(word), first -> new ArrayList<>())
                        .add(word);
            }
        }
        Map<Shape, SameShape> joined = new HashMap<>();
        gathered.forEach((shape, same) -> joined.put(
                shape,
                new SameShape(
                        String.join("", same),
                        same.stream().mapToInt(words::get).toArray())));
        return new Spellings(joined);
    }

    /// Words that are one edit away: a letter more, less or other, or two neighbours the other way round. When the
    /// word is long enough, words with the same first letter may be two edits away; those one edit away come first
    /// and make more needless. Another first letter is thought of when no word is near that keeps it.
    ///
    /// @param enough  number of words one edit away from which on no others are looked for
    List<Near> of(String word, int enough) {
        int most = word.length() < MIN_CHARS_FOR_TWO_EDITS ? 1 : MAX_EDITS;
        Edits edits = new Edits(word, most);
        List<Near> found = new ArrayList<>();
        for (int length = Math.max(1, word.length() - most); length <= word.length() + most; length++) {
            SameShape same = words.getOrDefault(new Shape(word.charAt(0), length), SameShape.NONE);
            for (int at = 0; at < same.text.length(); at += length) {
                int needed = edits.to(same.text, at, length);
                if (needed <= most) {
                    found.add(new Near(same.text.substring(at, at + length), needed, same.frequencies[at / length]));
                }
            }
        }
        if (found.stream().noneMatch(near -> near.edits() <= 1)) {
            addOtherFirstLetters(word, found);
        }
        found.sort(Comparator.comparingInt(Near::edits));
        boolean isEnough = found.size() >= enough && found.get(enough - 1).edits() <= 1;
        return isEnough ? found.stream().filter(near -> near.edits() <= 1).toList() : found;
    }

    /// Adds the words that one edit of the first letter leads to.
    private void addOtherFirstLetters(String word, List<Near> found) {
        words.forEach((shape, same) -> {
            if (shape.first() != word.charAt(0) && Math.abs(shape.length() - word.length()) <= 1) {
                for (int at = 0; at < same.text.length(); at += shape.length()) {
                    if (differsAtFirst(word, same.text, at, shape.length())) {
                        String other = same.text.substring(at, at + shape.length());
                        found.add(new Near(other, 1, same.frequencies[at / shape.length()]));
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
    record Near(String word, int edits, int frequency) {}

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
