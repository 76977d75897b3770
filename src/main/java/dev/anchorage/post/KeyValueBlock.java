package dev.anchorage.post;

import dev.anchorage.post.FrontMatter.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `Key: value` lines at the head of a file, up to the first empty line; a line that is indented goes on with the value
/// above it. Prose also has lines with a colon, so one of the first two keys has to be one that blogs use.
final class KeyValueBlock {
    static final Pattern LINE = Pattern.compile(" {0,3}([A-Za-z][A-Za-z0-9_ -]{0,40}?)[ \\t]*:(?!//)[ \\t]*(.*)");

    private static final Set<String> SURE = Set.of("title", "date", "slug", "tags", "status", "authors", "modified");
    private static final Set<String> USUAL =
            Set.of("author", "category", "categories", "summary", "lang", "language", "template", "url", "keywords");

    private KeyValueBlock() {}

    static Optional<FrontMatterBlock> find(String text, int start, boolean anyLines) {
        int end = start;
        int sure = 0;
        int usual = 0;
        int lines = 0;
        while (end < text.length()) {
            String line = FrontMatterBlock.lineAt(text, end);
            Matcher key = LINE.matcher(line);
            if (key.matches()) {
                lines++;
                String name = key.group(1).toLowerCase(Locale.ROOT);
                sure += SURE.contains(name) ? 1 : 0;
                usual += USUAL.contains(name) ? 1 : 0;
            } else if (lines == 0 || line.isEmpty() || !line.startsWith("    ")) {
                break;
            }
            end = FrontMatterBlock.next(text, end);
        }
        boolean isMetadata = sure > 0 || usual > 1 || (anyLines && usual > 0);
        boolean isOrdered = anyLines || lines < 2 * (sure + usual) + 2;
        if (!isMetadata || !isOrdered) {
            return Optional.empty();
        }
        int firstLine = SourceText.lineAt(text, start);
        return Optional.of(new FrontMatterBlock(Format.KEY_VALUE, text.substring(start, end), firstLine, true, end));
    }
}
