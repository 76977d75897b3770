package dev.anchorage.anchor;

import java.util.function.IntPredicate;

/// Joins words by hyphens.
final class Hyphens {
    private Hyphens() {}

    /// What a test accepts separates words: runs of it become one hyphen, none at the ends.
    static String between(String text, IntPredicate separates) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean isAfterGap = false;
        for (int c : text.codePoints().toArray()) {
            boolean isGap = separates.test(c);
            if (!isGap) {
                joined.append(isAfterGap && !joined.isEmpty() ? "-" : "").appendCodePoint(c);
            }
            isAfterGap = isGap;
        }
        return joined.toString();
    }
}
