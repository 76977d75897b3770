package dev.anchorage.web;

import java.util.regex.Pattern;

/// Decides where a link may lead.
final class Links {
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("[/?#.].*|[^:]*", Pattern.DOTALL);
    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Links() {}

    /// The address itself when it is one of the web or relative, else `#`: a permalink is what an author wrote, and
    /// `javascript:` runs when followed.
    static String safe(String url) {
        return WEB.matcher(url).matches() || WITHOUT_SCHEME.matcher(url).matches() ? url : "#";
    }
}
