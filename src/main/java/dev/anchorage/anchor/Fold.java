package dev.anchorage.anchor;

import java.util.Locale;

/// The ways in which generators lower-case a text.
final class Fold {
    private Fold() {}

    /// Full mapping with the final sigma (`ΣΑΣ` becomes `σας`), as JavaScript, Python and Java have it.
    static String likeJavaScript(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
