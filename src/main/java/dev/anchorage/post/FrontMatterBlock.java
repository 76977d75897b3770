package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where front matter ends and the body begins.
///
/// @param text  the block without its fences
/// @param firstLine  1-based line of the file on which `text` begins
/// @param isClosed  whether the closing fence was found
/// @param bodyStart  index in the file's text at which the body begins
record FrontMatterBlock(Format format, String text, int firstLine, boolean isClosed, int bodyStart) {
    private static final Pattern KEY_LINE =
            Pattern.compile("(?m)^[ \\t]*[\"']?[\\w.@$-]+[\"']?[ \\t]*[:=]|^[ \\t]*\\{");

    /// Finds the block; empty when the text begins with its body.
    static Optional<FrontMatterBlock> find(String text, boolean anyKeyValueLines) {
        int start = skipBlankLines(text);
        String line = lineAt(text, start);
        if (line.startsWith("---") || line.startsWith("+++") || line.equals(";;;")) {
            return fenced(text, start, line);
        }
        if (line.startsWith("{")) {
            return JsonBlock.find(text, start);
        }
        return KeyValueBlock.find(text, start, anyKeyValueLines);
    }

    private static Optional<FrontMatterBlock> fenced(String text, int start, String opener) {
        String fence = opener.substring(0, 3);
        Optional<Format> format = formatOf(opener);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        int from = next(text, start);
        int end = from;
        while (end < text.length() && !closes(lineAt(text, end), fence)) {
            end = next(text, end);
        }
        boolean closed = end < text.length();
        if (!closed) {
            end = endOfParagraph(text, from);
        }
        String block = text.substring(from, end);
        boolean isMetadata =
                KEY_LINE.matcher(block).find() || (closed && isOnlyComments(block)) || format.get() == Format.CODE;
        if (!isMetadata) {
            return Optional.empty();
        }
        int line = SourceText.lineAt(text, from);
        return Optional.of(new FrontMatterBlock(format.get(), block, line, closed, closed ? next(text, end) : end));
    }

    private static boolean isOnlyComments(String block) {
        return block.lines()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"));
    }

    private static Optional<Format> formatOf(String opener) {
        return switch (opener.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "---", "---yaml", "---yml" -> Optional.of(Format.YAML);
            case "+++", "---toml" -> Optional.of(Format.TOML);
            case ";;;", "---json" -> Optional.of(Format.JSON);
            case "---js", "---javascript", "---coffee", "---cson" -> Optional.of(Format.CODE);
            default -> Optional.empty();
        };
    }

    private static boolean closes(String line, String fence) {
        return line.equals(fence) || (fence.equals("---") && line.equals("..."));
    }

    private static int endOfParagraph(String text, int from) {
        int end = from;
        while (end < text.length() && !lineAt(text, end).isEmpty()) {
            end = next(text, end);
        }
        return end;
    }

    static int skipBlankLines(String text) {
        int start = 0;
        while (start < text.length() && lineAt(text, start).isBlank()) {
            start = next(text, start);
        }
        return start;
    }

    /// The line that begins at an index, without white space at its end.
    static String lineAt(String text, int start) {
        int end = text.indexOf('\n', start);
        return (end < 0 ? text.substring(start) : text.substring(start, end)).stripTrailing();
    }

    /// Where the next line begins, or the text's end.
    static int next(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }
}
