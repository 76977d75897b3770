package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;
import java.util.Optional;
import java.util.regex.Pattern;

/// A JSON object at the very start of a file, as Hugo reads it.
final class JsonBlock {
    private static final Pattern OPENING = Pattern.compile("\\{\\s*(?:\"|\\})");

    private JsonBlock() {}

    static Optional<FrontMatterBlock> find(String text, int start) {
        if (!OPENING.matcher(text).region(start, text.length()).lookingAt()) {
            return Optional.empty();
        }
        int end = endOfObject(text, start);
        boolean closed = end > 0;
        if (!closed) {
            int paragraph = text.indexOf("\n\n", start);
            end = paragraph < 0 ? text.length() : paragraph;
        }
        int line = SourceText.lineAt(text, start);
        int body = FrontMatterBlock.next(text, end);
        return Optional.of(new FrontMatterBlock(Format.JSON, text.substring(start, end), line, closed, body));
    }

    private static int endOfObject(String text, int start) {
        int depth = 0;
        boolean inString = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
