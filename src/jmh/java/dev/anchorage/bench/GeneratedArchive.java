package dev.anchorage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Posts made from a seed: words by Zipf's law, about nine and a half headings and 6.6 kB each, tags and places.
///
/// @param seed  the same seed gives the same posts
record GeneratedArchive(long seed) {
    private static final int WORDS = 60_000;
    private static final String[] SYLLABLES =
            "ka lo mi ren tas ve nor di su pel ga thi mor an el is ur bro che fin qua lim zo we hat".split(" ", -1);

    /// @param posts  how many
    void write(Path folder, int posts) throws IOException {
        for (int i = 0; i < posts; i++) {
            write(folder, i, post(i));
        }
    }

    private static void write(Path folder, int number, String text) throws IOException {
        Path file = folder.resolve(String.format("%03d/post-%06d.md", number / 1_000, number));
        if (number % 1_000 == 0) {
            Files.createDirectories(file.getParent());
        }
        Files.writeString(file, text);
    }

    private String post(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        StringBuilder text = new StringBuilder(8_000);
        text.append("---\ntitle: ").append(words(random, 4)).append("\ndate: ");
        text.append(LocalDate.of(2010, 1, 1).plusDays(random.nextInt(5_500))).append("\ntags: [");
        text.append(word(random.nextInt(200))).append(", ").append(word(random.nextInt(200)));
        text.append("]\nlocation: ").append(word(random.nextInt(50))).append("\n---\n\n");
        int sections = 4 + random.nextInt(11);
        for (int i = 0; i < sections; i++) {
            text.append("## ").append(words(random, 3)).append("\n\n");
            for (int paragraph = 1 + random.nextInt(3); paragraph > 0; paragraph--) {
                text.append(words(random, 20 + random.nextInt(60))).append(".\n\n");
            }
        }
        return text.toString();
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> word(random)).collect(Collectors.joining(" "));
    }

    /// A word, the more often the lower its number.
    private static String word(Random random) {
        return word((int) Math.pow(WORDS, random.nextDouble()) - 1);
    }

    static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }
}
