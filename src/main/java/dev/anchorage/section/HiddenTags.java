package dev.anchorage.section;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Follows raw HTML through a post and knows whether what comes next stands in a comment, a script or a style sheet.
final class HiddenTags {
    private static final Pattern OPENER = Pattern.compile("<!--|<(script|style|template)\\b", Pattern.CASE_INSENSITIVE);

    /// What will close the hidden stretch; null when none is open.
    private @Nullable String closer;

    boolean isOpen() {
        return closer != null;
    }

    /// Reads on, and gives what of this HTML is not hidden.
    String pass(String html) {
        if (closer == null && html.indexOf('<') < 0) {
            return html;
        }
        StringBuilder visible = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            at = closer == null ? passVisible(html, at, visible) : passHidden(html, at, closer);
        }
        return visible.toString();
    }

    private int passVisible(String html, int from, StringBuilder visible) {
        Matcher opener = OPENER.matcher(html);
        if (!opener.find(from)) {
            visible.append(html, from, html.length());
            return html.length();
        }
        visible.append(html, from, opener.start());
        closer = opener.group(1) == null ? "-->" : "</" + opener.group(1);
        return opener.end();
    }

    private int passHidden(String html, int from, String end) {
        int found = indexOfIgnoringCase(html, end, from);
        if (found < 0) {
            return html.length();
        }
        closer = null;
        int tagEnd = html.indexOf('>', found + end.length() - 1);
        return tagEnd < 0 ? html.length() : tagEnd + 1;
    }

    private static int indexOfIgnoringCase(String html, String wanted, int from) {
        for (int at = from; at <= html.length() - wanted.length(); at++) {
            if (html.regionMatches(true, at, wanted, 0, wanted.length())) {
                return at;
            }
        }
        return -1;
    }
}
