package dev.anchorage.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an archive writes in place of a word that it doesn't know: the word with more or fewer letters at its end, in
/// two words, joined with its neighbour, or in full where the middle was counted (`k8s`).
final class Relatives {
    private static final int MAX_RELATIVES = 3;
    private static final int MIN_STEM_CHARS = 4;
    private static final int MIN_PART_CHARS = 3;
    private static final int MAX_MORE_CHARS = 6;
    private static final Pattern COUNTED = Pattern.compile("(\\p{L})(\\d{1,2})(\\p{L})");
    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Integer> frequencies = new HashMap<>();

    /// Reads all words.
    Relatives(Vocabulary vocabulary) throws IOException {
        vocabulary.forEach((word, sections) -> frequencies.merge(word, sections, Integer::sum));
    }

    /// Groups of a word of the query and what stands for it.
    List<List<String>> of(String query) {
        List<String> words = SPACE.splitAsStream(query.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i > 0 && frequency(words.get(i - 1) + word) > 0) {
                groups.add(List.of(words.get(i - 1) + " " + word, words.get(i - 1) + word));
            }
            if (frequency(word) == 0) {
                add(groups, word);
            }
        }
        return groups;
    }

    private void add(List<List<String>> groups, String word) {
        List<String> group = new ArrayList<>(List.of(word));
        inTwo(word).ifPresent(group::add);
        group.addAll(similar(word));
        if (group.size() > 1) {
            groups.add(List.copyOf(group));
        }
    }

    private int frequency(String word) {
        return frequencies.getOrDefault(word, 0);
    }

    /// The two words of the archive that a word is made of, the rarer of them as frequent as can be.
    private Optional<String> inTwo(String word) {
        String best = null;
        int most = 0;
        for (int i = MIN_PART_CHARS; i <= word.length() - MIN_PART_CHARS; i++) {
            int rarer = Math.min(frequency(word.substring(0, i)), frequency(word.substring(i)));
            if (rarer > most) {
                most = rarer;
                best = word.substring(0, i) + " " + word.substring(i);
            }
        }
        return Optional.ofNullable(best);
    }

    /// Words that begin like this one, or are counted by it; most frequent first.
    private List<String> similar(String word) {
        Matcher counted = COUNTED.matcher(word);
        boolean isCounted = counted.matches();
        List<Found> found = new ArrayList<>();
        frequencies.forEach((term, frequency) -> {
            if (isCounted ? isInFull(term, counted) : isLongerOrShorter(term, word)) {
                found.add(new Found(term, frequency));
            }
        });
        return found.stream()
                .sorted(Comparator.comparingInt(Found::frequency).reversed().thenComparing(Found::term))
                .limit(MAX_RELATIVES)
                .map(Found::term)
                .toList();
    }

    private static boolean isInFull(String term, Matcher counted) {
        return term.length() == Integer.parseInt(counted.group(2)) + 2
                && term.startsWith(counted.group(1))
                && term.endsWith(counted.group(3));
    }

    private static boolean isLongerOrShorter(String term, String word) {
        int shorter = Math.min(term.length(), word.length());
        return shorter >= MIN_STEM_CHARS
                && Math.abs(term.length() - word.length()) <= MAX_MORE_CHARS
                && (term.startsWith(word) || word.startsWith(term));
    }

    private record Found(String term, int frequency) {}
}
