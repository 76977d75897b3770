package dev.anchorage.section;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises, in linear time, posts on which flexmark 0.64.8 would run for minutes or overflow the stack.
///
/// The limits are far above what people write: a post that exceeds one is read in the simple way.
final class ParsingRisk {
    /// What the parser must not see.
    ///
    /// @param line  of the text, beginning at 0
    /// @param found  with the limit that it exceeds, as the object of a sentence
    record Finding(int line, String found) {}

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

    private static final boolean[] RUNNING = tableOf("~`# \t");

    /// Lines that begin a block of their own wherever they stand.
    private static final Pattern BLOCK_START = Pattern.compile(" {0,3}(?:[-*+][ \\t]|#{1,6}[ \\t])");

    private static final boolean[] BEGINS_BLOCK = tableOf("-*+#");

    private static final String MARKS = "*_[]<&`~|";

    private static final boolean[] IS_MARK = tableOf(MARKS);

    /// Of which the beginnings of containers are made.
    private static final boolean[] OPENS_CONTAINER = tableOf(" \t>-*+0123456789.)");

    private static final Pattern MARKER =
            Pattern.compile("\\G[ \\t]*+(?:>|[-*+](?=[ \\t]|$)|\\d{1,9}[.)](?=[ \\t]|$))");

    private final String text;
    private final Lines lines;

    private ParsingRisk(String text) {
        this.text = text;
        lines = new Lines(text);
    }

    /// The first reason why the parser must not see this text; null when it may.
    static @Nullable Finding in(String text) {
        return new ParsingRisk(text).find();
    }

    private @Nullable Finding find() {
        Finding huge = huge();
        if (huge != null) {
            return huge;
        }
        Finding run = longRun();
        if (run != null) {
            return run;
        }
        Finding deep = deepLine();
        if (deep != null) {
            return deep;
        }
        Finding costly = costlyStretch();
        return costly != null || text.indexOf('\\') < 0 ? costly : doublingLabel();
    }

    private static Finding tooMany(int line, int most, String what) {
        return new Finding(line, "more than " + most + " " + what);
    }

    private @Nullable Finding huge() {
        if (lines.count() > MOST_LINES) {
            return tooMany(MOST_LINES, MOST_LINES, "lines");
        }
        return text.length() > MOST_MARKS ? manyMarks() : null;
    }

    private @Nullable Finding manyMarks() {
        int marks = 0;
        for (int at = 0; at < text.length(); at++) {
            marks += isIn(IS_MARK, text.charAt(at)) ? 1 : 0;
            if (marks > MOST_MARKS) {
                return tooMany(lines.lineAt(at), MOST_MARKS, "of the marks " + MARKS);
            }
        }
        return null;
    }

    /// Looks only at some places, of which every run that is too long covers one.
    private @Nullable Finding longRun() {
        for (int at = 0; at < text.length(); at += LONGEST_RUN) {
            char c = text.charAt(at);
            if (isIn(RUNNING, c) && lengthOfRun(at) > LONGEST_RUN) {
                return tooMany(lines.lineAt(at), LONGEST_RUN, "of “" + c + "” in a row");
            }
        }
        return null;
    }

    private int lengthOfRun(int at) {
        char c = text.charAt(at);
        int start = at;
        while (start > 0 && text.charAt(start - 1) == c) {
            start--;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        return end - start;
    }

    private @Nullable Finding deepLine() {
        for (int line = 0; line < lines.count(); line++) {
            if (mayBeDeep(line) && isDeep(lines.line(line))) {
                return tooMany(line, MOST_CONTAINERS, "quotes and lists inside each other");
            }
        }
        return null;
    }

    private static boolean[] tableOf(String ascii) {
        boolean[] table = new boolean[128];
        ascii.chars().forEach(c -> table[c] = true);
        return table;
    }

    private static boolean isIn(boolean[] table, char c) {
        return c < table.length && table[c];
    }

    /// Each container takes a character at least.
    private boolean mayBeDeep(int line) {
        int start = lines.startOf(line);
        int end = lines.endOf(line);
        int at = start;
        while (at < end && isIn(OPENS_CONTAINER, text.charAt(at))) {
            at++;
        }
        return at - start > MOST_CONTAINERS;
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

    private @Nullable Finding costlyStretch() {
        int first = 0;
        int rows = 0;
        for (int line = 0; line <= lines.count(); line++) {
            String content = lines.line(line);
            rows = content.indexOf('|') >= 0 ? rows + 1 : 0;
            if (rows > MOST_TABLE_ROWS) {
                return tooMany(line, MOST_TABLE_ROWS, "rows in a table");
            }
            if (line - first > MOST_LINES_TOGETHER) {
                return tooMany(line, MOST_LINES_TOGETHER, "lines without an empty one");
            }
            boolean isBlank = content.isBlank();
            if (isBlank || startsBlock(content)) {
                if (first < line && isCostly(lines.startOf(first), lines.endOf(line - 1))) {
                    return new Finding(first, "a paragraph too long for its many [, < and `");
                }
                first = isBlank ? line + 1 : line;
            }
        }
        return null;
    }

    private static boolean startsBlock(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length()
                && isIn(BEGINS_BLOCK, line.charAt(at))
                && BLOCK_START.matcher(line).lookingAt();
    }

    private boolean isCostly(int start, int end) {
        long openers = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            openers += c == '[' || c == '<' || c == '`' ? 1 : 0;
        }
        return openers * (end - start) > MOST_STEPS;
    }

    private @Nullable Finding doublingLabel() {
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
                return tooMany(
                        lines.lineAt(Math.min(at, text.length() - 1)), MOST_ESCAPES, "backslashes between [ and ]");
            }
        }
        return null;
    }
}
