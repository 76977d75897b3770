package dev.anchorage.index;

import java.text.Normalizer;

/// Puts letters and the accents that follow them together (Unicode's NFC): `u` and U+0308 are `ü`.
public final class Accents {
    /// What comes before is together. Most texts have nothing else, so that Java's tables, which take 10 ms to
    /// read, are not asked.
    private static final char FIRST = '\u0300';

    private Accents() {}

    /// The text with its accents put together.
    public static String composed(CharSequence text) {
        return areTogether(text) ? text.toString() : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /// Whether no accent stands by itself that could be part of a letter.
    static boolean areTogether(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFC);
            }
        }
        return true;
    }
}
