package dev.anchorage.anchor;

import java.nio.charset.StandardCharsets;

/// markdown-it-anchor 8 and 10, default `slugify`:
/// `encodeURIComponent(String(s).trim().toLowerCase().replace(/\s+/g, '-'))`. The id itself holds the percent signs.
final class EncodedSlug implements Slug {
    /// What `encodeURIComponent` leaves alone besides letters and digits (ECMA-262, 19.2.6.5).
    private static final String UNESCAPED = "-_.!~*'()";

    @Override
    public String of(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean isAfterGap = false;
        for (int c : text.codePoints().toArray()) {
            boolean isGap = CodePoints.isJavaScriptSpace(c);
            if (!isGap) {
                words.append(isAfterGap && !words.isEmpty() ? "-" : "").appendCodePoint(c);
            }
            isAfterGap = isGap;
        }
        return encoded(Fold.withFinalSigma(words.toString()));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
