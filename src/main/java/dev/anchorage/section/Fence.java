package dev.anchorage.section;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The opening line of a fenced code block, found without a parser, in quotes and lists too.
record Fence(char mark, int length) {
    private static final Pattern OPENING =
            Pattern.compile("^(?:[ \\t>]|[-*+] |\\d{1,9}[.)] )*+(`{3,}|~{3,})([^\\n]*)$");

    /// The fence that this line opens; null when it opens none.
    static @Nullable Fence openedBy(String line) {
        if (!line.contains("```") && !line.contains("~~~")) {
            return null;
        }
        Matcher opening = OPENING.matcher(line);
        if (!opening.find()) {
            return null;
        }
        String marks = opening.group(1);
        boolean isSpan = marks.charAt(0) == '`' && opening.group(2).indexOf('`') >= 0;
        return isSpan ? null : new Fence(marks.charAt(0), marks.length());
    }

    boolean isClosedBy(String line) {
        int at = 0;
        while (at < line.length() && " \t>".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        while (at < line.length() && line.charAt(at) == mark) {
            at++;
        }
        return at - start >= length && line.substring(at).isBlank();
    }
}
