package dev.anchorage.web;

import java.util.stream.Collectors;

/// Leaves out what browsers don't read: comments that have lines of their own, and indentation.
///
/// It knows no JavaScript, so scripts keep to this: a comment begins a line, `/**` … `*/` or `//`, and no string goes
/// over lines that begin so.
final class CompactScript {
    private CompactScript() {}

    static String of(String script) {
        boolean[] isInComment = {false};
        return script.lines()
                .map(String::strip)
                .filter(line -> !isComment(line, isInComment))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isComment(String line, boolean[] isInComment) {
        if (line.startsWith("/*")) {
            isInComment[0] = true;
        }
        boolean isComment = isInComment[0] || line.isEmpty() || line.startsWith("//");
        if (isInComment[0] && line.endsWith("*/")) {
            isInComment[0] = false;
        }
        return isComment;
    }
}
