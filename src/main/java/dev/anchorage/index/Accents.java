package dev.anchorage.index;

import java.text.Normalizer;

/// Puts letters and the accents that follow them together (Unicode's NFC): `u` and U+0308 are `ü`.
public final class Accents {
    /// What comes before is together.
    private static final char FIRST = '\u0300';

    private Accents() {}

    /// The text with its accents put together. Of most texts nothing is asked of Java's tables, which take 10 ms to
    /// read.
    public static String composed(CharSequence text) {
        return mayBeApart(text) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text.toString();
    }

    /// Whether it may be that accents stand by themselves.
    static boolean mayBeApart(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST) {
                return true;
            }
        }
        return false;
    }
}
