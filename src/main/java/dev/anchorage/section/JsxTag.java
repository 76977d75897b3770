package dev.anchorage.section;

/// Finds where JSX tags and expressions end, with their quotes and nested braces.
final class JsxTag {
    private static final int LONGEST = 4_000;

    private JsxTag() {}

    /// The offset behind the tag that begins here, or -1 when none does.
    static int endOf(String text, int at) {
        int name = text.startsWith("</", at) ? at + 2 : at + 1;
        if (name >= text.length() || !(Character.isLetter(text.charAt(name)) || text.charAt(name) == '>')) {
            return -1;
        }
        int limit = Math.min(text.length(), at + LONGEST);
        for (int i = name; i < limit; i++) {
            switch (text.charAt(i)) {
                case '>' -> {
                    return i + 1;
                }
                case '{' -> i = endOfBraces(text, i, limit) - 1;
                case '"', '\'' -> i = text.indexOf(text.charAt(i), i + 1);
                case '<' -> i = -2;
                case '\n' -> i = i + 1 < limit && text.charAt(i + 1) == '\n' ? -2 : i;
                default -> {}
            }
            if (i < 0) {
                return -1;
            }
        }
        return -1;
    }

    /// The offset behind the brace that closes the one here, or -1 when none does before the limit.
    static int endOfBraces(String text, int at, int limit) {
        int depth = 0;
        for (int i = at; i < limit; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
