package dev.anchorage.section;

import java.util.regex.Pattern;

/// Recognises, in linear time, posts on which flexmark 0.64.8 would run for minutes or overflow the stack.
///
/// The limits are far above what people write: a post that exceeds one is read in the simple way.
final class ParsingRisk {
    /// Containers opened by one line: `> > - 1. …`. flexmark needs time exponential to quadratic in their number.
    private static final int MOST_CONTAINERS = 24;

    private static final int DEEPEST_INDENT = 160;

    /// Backslashes between a `[` and its `]`: each doubles the time (`LINK_LABEL` tries both readings of `\x`).
    private static final int MOST_ESCAPES = 14;

    /// Openers times characters of one block.
    private static final long MOST_STEPS = 60_000_000L;

    private static final int MOST_TABLE_ROWS = 2_000;

    /// Lines cost the parser several microseconds each, lines of one paragraph time quadratic in their number.
    private static final int MOST_LINES = 40_000;

    private static final int MOST_LINES_TOGETHER = 4_000;

    private static final int MOST_MARKS = 100_000;

    /// The patterns of fences and of closing `#`s backtrack over runs of these.
    private static final int LONGEST_RUN = 500;

    private static final String RUNNING = "~`# \t";

    /// Lines that begin a block of their own wherever they stand.
    private static final Pattern BLOCK_START = Pattern.compile(" {0,3}(?:[-*+][ \\t]|#{1,6}[ \\t])");

    private static final String MARKS = "*_[]<&`~|";

    private static final Pattern MARKER =
            Pattern.compile("\\G[ \\t]*+(?:>|[-*+](?=[ \\t]|$)|\\d{1,9}[.)](?=[ \\t]|$))");

    private final String text;
    private final Lines lines;

    private ParsingRisk(String text) {
        this.text = text;
        lines = new Lines(text);
    }

    /// Whether the parser must not see this text.
    static boolean isIn(String text) {
        ParsingRisk risk = new ParsingRisk(text);
        return risk.isHuge() || risk.hasDeepLine() || risk.hasCostlyStretch() || risk.hasDoublingLabel();
    }

    private boolean isHuge() {
        int marks = 0;
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            marks += MARKS.indexOf(c) >= 0 ? 1 : 0;
            run = RUNNING.indexOf(c) >= 0 && at > 0 && text.charAt(at - 1) == c ? run + 1 : 0;
            if (run > LONGEST_RUN) {
                return true;
            }
        }
        return marks > MOST_MARKS || lines.count() > MOST_LINES;
    }

    private boolean hasDeepLine() {
        for (int line = 0; line < lines.count(); line++) {
            if (isDeep(lines.line(line))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeep(String line) {
        var marker = MARKER.matcher(line);
        int count = 0;
        int end = 0;
        while (count <= MOST_CONTAINERS && marker.find()) {
            count++;
            end = marker.end();
        }
        return count > MOST_CONTAINERS || (count > 0 && end > DEEPEST_INDENT);
    }

    private boolean hasCostlyStretch() {
        int first = 0;
        int rows = 0;
        for (int line = 0; line <= lines.count(); line++) {
            String content = lines.line(line);
            rows = content.indexOf('|') >= 0 ? rows + 1 : 0;
            if (rows > MOST_TABLE_ROWS || line - first > MOST_LINES_TOGETHER) {
                return true;
            }
            boolean isBlank = content.isBlank();
            if (isBlank || BLOCK_START.matcher(content).lookingAt()) {
                if (first < line && isCostly(lines.startOf(first), lines.endOf(line - 1))) {
                    return true;
                }
                first = isBlank ? line + 1 : line;
            }
        }
        return false;
    }

    private boolean isCostly(int start, int end) {
        long openers = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            openers += c == '[' || c == '<' || c == '`' ? 1 : 0;
        }
        return openers * (end - start) > MOST_STEPS;
    }

    private boolean hasDoublingLabel() {
        int escapes = -1;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '[' -> escapes = 0;
                case ']' -> escapes = -1;
                case '\\' -> {
                    escapes += escapes >= 0 ? 1 : 0;
                    at++;
                }
                default -> {}
            }
            if (escapes > MOST_ESCAPES) {
                return true;
            }
        }
        return false;
    }
}
