package dev.anchorage.post;

import java.util.Locale;
import java.util.Set;

/// Yes and no as front matter writes them, in YAML 1.1 or 1.2, in quotes or not.
final class Truth {
    private static final Set<String> NO = Set.of("false", "no", "off", "n", "0", "never", "none", "null", "~", "");

    private Truth() {}

    /// Whether a value says no; what is neither yes nor no says yes, so that a doubtful `draft:` hides the post.
    static boolean isNo(String value) {
        return NO.contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
