package dev.anchorage.anchor;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Turns anchors into the fragments of URLs.
public final class Fragments {
    /// Besides letters and digits, what RFC 3986 §3.5 allows in a fragment as it is.
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";

    private Fragments() {}

    /// The percent-encoded form of an anchor.
    ///
    /// A `%` that begins an escape already (markdown-it-anchor puts escapes into the id itself) stays: browsers
    /// compare the raw fragment first.
    public static String encode(String anchor) {
        StringBuilder fragment = new StringBuilder(anchor.length());
        for (byte octet : anchor.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            if (isPlain || c == '%') {
                fragment.append(c);
            } else {
                fragment.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        return escapeLonePercents(fragment);
    }

    /// The URL of an anchor on a page.
    ///
    /// @param permalink  the page's URL, without fragment
    /// @param anchor  null: the page itself
    public static String url(String permalink, @Nullable String anchor) {
        return anchor == null ? permalink : permalink + "#" + encode(anchor);
    }

    private static String escapeLonePercents(StringBuilder fragment) {
        for (int at = fragment.length() - 1; at >= 0; at--) {
            boolean isEscape = at + 2 < fragment.length()
                    && Character.digit(fragment.charAt(at + 1), 16) >= 0
                    && Character.digit(fragment.charAt(at + 2), 16) >= 0;
            if (fragment.charAt(at) == '%' && !isEscape) {
                fragment.replace(at, at + 1, "%25");
            }
        }
        return fragment.toString();
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
