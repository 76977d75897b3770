package dev.anchorage.section;

import dev.anchorage.anchor.HeadingSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A section while its text is being collected.
final class SectionDraft {
    /// Null for the text before the first heading.
    final @Nullable HeadingSource source;

    final String heading;

    /// 1-based line of the body.
    final int line;

    final List<Link> links = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(0);
    private final StringBuilder code = new StringBuilder(0);
    private final StringBuilder figures = new StringBuilder(0);

    SectionDraft(@Nullable HeadingSource source, String heading, int line) {
        this.source = source;
        this.heading = heading;
        this.line = line;
    }

    void addText(String block) {
        append(text, block);
    }

    void addCode(String block) {
        append(code, block);
    }

    void addFigure(String words) {
        append(figures, words);
    }

    private static void append(StringBuilder target, String addition) {
        String stripped = addition.strip();
        if (!stripped.isEmpty()) {
            target.append(target.isEmpty() ? "" : "\n").append(stripped);
        }
    }

    String text() {
        return text.toString();
    }

    String code() {
        return code.toString();
    }

    String figures() {
        return figures.toString();
    }
}
