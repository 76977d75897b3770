package dev.anchorage.search;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Queries that nobody should ever type, and mutations of those that people do; the same ones for the same seed.
public final class QueryFuzz {
    private static final String SIGNS = "-\"*()|+~?:\\/^[]{}&!'`.,;#@$%=<>\u0000\n\t \uE001\uFEFF\u200D";
    private static final List<String> NAMES = List.of(
            "tag",
            "location",
            "author",
            "category",
            "language",
            "year",
            "before",
            "after",
            "title",
            "heading",
            "code",
            "words",
            "kind",
            "source",
            "permalink",
            "site",
            "Title",
            "*");
    private static final List<String> VALUES = List.of(
            "2024", "2023-05", "2024-02-30", "food", "\"Lisbon Portugal\"", "\"", "*", "", "-", "en", "post", "0000");
    private static final int MAX_DEPTH = 40;

    private final Random random;
    private final List<String> words;

    /// @param words  of an archive
    public QueryFuzz(long seed, List<String> words) {
        random = new Random(seed);
        this.words = words;
    }

    /// Mostly a few words; one in twenty is as long as it gets.
    public String next() {
        return switch (random.nextInt(20)) {
            case 0 -> longest();
            case 1, 2 -> unicode(1 + random.nextInt(20));
            case 3, 4, 5, 6 -> parts(4);
            case 7, 8, 9, 10 -> mutated(mutated(plain()));
            default -> mutated(plain());
        };
    }

    private String longest() {
        return switch (random.nextInt(5)) {
            case 0 -> unicode(1 + random.nextInt(600));
            case 1 -> nested(random.nextInt(MAX_DEPTH));
            case 2 -> longWord();
            case 3 -> parts(40);
            default -> wildcards();
        };
    }

    private String parts(int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> part())
                .collect(Collectors.joining(" "));
    }

    private String plain() {
        return IntStream.rangeClosed(0, random.nextInt(2)).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private String part() {
        return switch (random.nextInt(13)) {
            case 12 -> pick(NAMES) + ":";
            case 0 -> "-" + word();
            case 1 -> "OR";
            case 2 -> "\"" + plain() + (random.nextInt(4) == 0 ? "" : "\"");
            case 3 -> word().substring(0, 1) + "*";
            case 4 ->
                (random.nextBoolean() ? "" : "-") + pick(NAMES) + ":" + (random.nextBoolean() ? word() : pick(VALUES));
            case 5 -> String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
            case 6 -> mutated(word());
            default -> word();
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String mutated(String text) {
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> changed.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
            case 1 -> changed.setLength(at);
            case 2 -> changed.insert(at, (char) ('a' + random.nextInt(26)));
            default -> changed.append(text, 0, at);
        }
        return changed.toString();
    }

    private String nested(int depth) {
        String open = random.nextBoolean() ? "(" : "-(";
        return (open + word() + " OR ").repeat(depth) + word() + ")".repeat(random.nextInt(depth + 1));
    }

    private String longWord() {
        String piece = random.nextBoolean() ? word() : unicode(3);
        return piece.repeat(1 + random.nextInt(300)) + (random.nextBoolean() ? "*" : "");
    }

    private String wildcards() {
        return IntStream.range(0, random.nextInt(40))
                .mapToObj(i -> word().substring(0, 1) + "*")
                .collect(Collectors.joining(random.nextBoolean() ? " " : " OR "));
    }

    /// Any code unit, so also half of a surrogate pair.
    private String unicode(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x3000 : 0x10000));
        }
        return text.toString();
    }
}
