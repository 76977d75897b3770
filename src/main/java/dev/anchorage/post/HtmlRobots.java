package dev.anchorage.post;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an HTML page tells search engines in its `<meta name="robots">`.
final class HtmlRobots {
    private static final Pattern META = Pattern.compile("(?i)<meta\\b[^>]{0,500}>");
    private static final Pattern ROBOTS = Pattern.compile("(?i)name\\s*=\\s*[\"']?(?:robots|googlebot)\\b");
    private static final Pattern NO =
            Pattern.compile("(?i)content\\s*=\\s*(?:\"[^\"]*|'[^']*|[^\\s>]*)\\b(?:noindex|none)\\b");

    private HtmlRobots() {}

    static boolean forbid(String html) {
        Matcher meta = META.matcher(html);
        while (meta.find()) {
            if (ROBOTS.matcher(meta.group()).find() && NO.matcher(meta.group()).find()) {
                return true;
            }
        }
        return false;
    }
}
