package dev.anchorage.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Words and phrases that stand for one another. Thread-safe.
final class Synonyms {
    /// More alternatives than these cost time and tell nothing.
    private static final int MAX_ALTERNATIVES = 8;

    private final List<List<List<String>>> groups;

    /// @param groups  each of words and phrases, matched without regard to case
    Synonyms(List<List<String>> groups) {
        this.groups = groups.stream()
                .map(group -> group.stream().map(Synonyms::words).toList())
                .toList();
    }

    private static List<String> words(String phrase) {
        return Arrays.asList(phrase.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    }

    /// What else the word at a place of a query may be called, alone or as part of a phrase that stands there.
    ///
    /// @return how many words of the query each of these stands for
    Map<String, Integer> of(List<String> query, int at) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        List<String> folded =
                query.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        Map<String, Integer> found = new LinkedHashMap<>();
        for (List<List<String>> group : groups) {
            for (List<String> phrase : group) {
                if (covers(folded, at, phrase)) {
                    group.stream()
                            .filter(other -> !other.equals(phrase))
                            .map(other -> String.join(" ", other))
                            .limit(MAX_ALTERNATIVES - found.size())
                            .forEach(other -> found.putIfAbsent(other, phrase.size()));
                }
            }
        }
        return found;
    }

    /// What the phrases that have a word may be called: a text that has it says, in other words, the whole phrase,
    /// and so the word.
    List<String> ofPhrasesWith(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        return groups.stream()
                .flatMap(group -> group.stream()
                        .filter(phrase -> phrase.size() > 1 && phrase.contains(folded))
                        .flatMap(phrase -> group.stream().filter(other -> !other.equals(phrase))))
                .map(other -> String.join(" ", other))
                .distinct()
                .limit(MAX_ALTERNATIVES)
                .toList();
    }

    private static boolean covers(List<String> query, int at, List<String> phrase) {
        int length = phrase.size();
        for (int start = Math.max(0, at - length + 1); start <= at && start + length <= query.size(); start++) {
            if (query.subList(start, start + length).equals(phrase)) {
                return true;
            }
        }
        return false;
    }
}
