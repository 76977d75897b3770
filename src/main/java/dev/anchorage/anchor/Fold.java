package dev.anchorage.anchor;

import java.util.Locale;

/// The ways in which generators lower-case a text.
final class Fold {
    private static final int LONGEST_HEADING = 2_000;

    private Fold() {}

    /// Full mapping with the final sigma (`ΣΑΣ` becomes `σας`), as JavaScript, Python and Java have it.
    static String withFinalSigma(String text) {
        // the JDK looks at the whole text for each sigma
        return text.length() > LONGEST_HEADING ? withoutContext(text) : text.toLowerCase(Locale.ROOT);
    }

    /// Full mapping without regard to context, as Ruby has it: `ΣΑΣ` becomes `σασ`, `İ` becomes `i̇`.
    static String withoutContext(String text) {
        return codePointByCodePoint(text.replace("\u0130", "i\u0307"));
    }

    /// One code point for one, as Go and Haskell have it: `İ` becomes `i`.
    static String codePointByCodePoint(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
