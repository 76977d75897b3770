package dev.anchorage.section;

import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.anchor.HeadingSource.Form;
import dev.anchorage.anchor.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A heading that was read as a paragraph's line, because it is indented by four columns or more.
///
/// @param shown  its text for readers
record IndentedHeading(HeadingSource source, String shown) {
    private static final Pattern OPENING = Pattern.compile("^\\s*(#{1,6})[ \\t]+");

    /// The inline content of a paragraph, line by line.
    static List<List<Inline>> linesOf(List<Inline> inlines) {
        List<List<Inline>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        for (Inline inline : inlines) {
            if (inline instanceof Inline.LineBreak) {
                lines.add(new ArrayList<>());
            } else {
                lines.getLast().add(inline);
            }
        }
        return lines;
    }

    /// The heading that a line is; null when it is none.
    static @Nullable IndentedHeading in(List<Inline> line) {
        if (line.isEmpty() || !(line.getFirst() instanceof Inline.Text first)) {
            return null;
        }
        Matcher opening = OPENING.matcher(first.text());
        if (!opening.find()) {
            return null;
        }
        List<Inline> content = new ArrayList<>(line);
        content.set(0, new Inline.Text(first.text().substring(opening.end())));
        String shown = text(content);
        return new IndentedHeading(new HeadingSource(opening.group(1).length(), content, shown, Form.ATX), shown);
    }

    static String text(List<Inline> line) {
        StringBuilder text = new StringBuilder();
        for (Inline inline : line) {
            text.append(
                    switch (inline) {
                        case Inline.Text it -> it.text();
                        case Inline.Code it -> it.text();
                        case Inline.Entity it -> it.text();
                        case Inline.LineBreak ignored -> " ";
                        case Inline.Image ignored -> "";
                        case Inline.Html ignored -> "";
                        case Inline.FootnoteReference ignored -> "";
                        case Inline.ReferenceLabel ignored -> "";
                    });
        }
        return text.toString().strip();
    }
}
