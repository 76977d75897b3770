package dev.anchorage.post;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a page lies on its site.
///
/// @param path  from the site's root, with a `/` in front; or a whole address
/// @param isWritten  whether an author wrote it, so that `%20` in it is an escape; else it is made of names, in which
/// `%20` is three characters
record Route(String path, boolean isWritten) {
    private static final Pattern WHOLE_ADDRESS = Pattern.compile("(?i)https?://.*");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}.*", Pattern.DOTALL);
    /// What RFC 3986 allows in a path as it is, besides letters and digits.
    private static final String ALLOWED = "/-._~!$&'()*+,;=:@";

    static Route of(String path) {
        return new Route(rooted(path), false);
    }

    static Route written(String path) {
        return new Route(WHOLE_ADDRESS.matcher(path).matches() ? path : rooted(path), true);
    }

    boolean isWholeAddress() {
        return isWritten && WHOLE_ADDRESS.matcher(path).matches();
    }

    private static String rooted(String path) {
        return "/" + path.replaceAll("/{2,}", "/").replaceAll("^/", "");
    }

    /// Ready to be put into a link: what isn't allowed in a URL's path is percent-encoded, byte by byte.
    String encoded() {
        return encode(path, isWritten);
    }

    static String encode(String path, boolean keepsEscapes) {
        var out = new StringBuilder(path.length() + 16);
        int start = keepsEscapes && WHOLE_ADDRESS.matcher(path).matches() ? path.indexOf("://") + 3 : 0;
        out.append(path, 0, start);
        for (int i = start; i < path.length(); ) {
            int c = path.codePointAt(i);
            boolean isEscape = keepsEscapes
                    && c == '%'
                    && ESCAPE.matcher(path).region(i, path.length()).matches();
            if (isEscape || isPlain(c) || (keepsEscapes && (c == '?' || c == '='))) {
                out.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }
}
