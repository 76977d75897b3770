package dev.anchorage.anchor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Emoji and their names.
final class Emoji {
    private static final int VARIATION = 0xfe0f;
    private static final Map<Integer, String> NAMES = new HashMap<>();
    private static final Set<String> SHORTCODES = new HashSet<>();

    static {
        for (LetterTable.Row row : LetterTable.read("emoji.tsv")) {
            String[] names = row.right().split(" ", -1);
            SHORTCODES.addAll(Set.of(names));
            name(row.left(), names[0]);
        }
        for (LetterTable.Row row : LetterTable.read("emoji-joypixels.tsv")) {
            name(row.left(), row.right());
        }
    }

    private static void name(String emoji, String name) {
        int[] points = emoji.codePoints().filter(c -> c != VARIATION).toArray();
        if (points.length == 1) {
            NAMES.put(points[0], name);
        }
    }

    private Emoji() {}

    /// The name that JoyPixels, formerly EmojiOne, gives a single code point, words joined by `_`; empty when it is no
    /// emoji.
    static String nameOf(int c) {
        return NAMES.getOrDefault(c, "");
    }

    /// Whether `:name:` stands for an emoji on GitHub.
    static boolean isShortcode(String name) {
        return SHORTCODES.contains(name);
    }
}
