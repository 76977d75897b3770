package dev.anchorage.section;

/// The content of a code span.
final class CodeSpan {
    private CodeSpan() {}

    /// CommonMark 6.1: line endings become spaces; one space at both ends goes unless there is nothing else.
    static String content(String raw) {
        String line = raw.replace('\n', ' ');
        boolean isPadded = line.length() > 2 && line.startsWith(" ") && line.endsWith(" ") && !line.isBlank();
        return isPadded ? line.substring(1, line.length() - 1) : line;
    }
}
