package dev.anchorage.post;

/// Bounds how deep a block of YAML, TOML or JSON can nest, before a recursive parser sees it.
final class Nesting {
    static final int MAX_DEPTH = 64;
    private static final int MAX_INDENT = 400;

    private Nesting() {}

    /// Brackets in quotes count too: what looks deep is not worth the risk.
    static boolean isTooDeep(String text) {
        int depth = 0;
        int indent = 0;
        boolean inIndent = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                indent = 0;
                inIndent = true;
            } else if (inIndent && (c == ' ' || c == '-' || c == '?' || c == ':')) {
                indent++;
            } else {
                inIndent = false;
            }
            if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && depth > 0) {
                depth--;
            }
            if (depth > MAX_DEPTH || indent > MAX_INDENT) {
                return true;
            }
        }
        return false;
    }
}
