package dev.anchorage.anchor;

import java.util.List;

/// A heading as a generator sees it before it allots an id.
///
/// @param level  1 to 6
/// @param content  the inline content, markers dissolved
/// @param source  the raw Markdown of the heading's content without `#` markers or underline, lines separated by `\n`
/// @param form  how it is written
public record HeadingSource(int level, List<Inline> content, String source, Form form) {
    public HeadingSource {
        content = List.copyOf(content);
    }

    /// How a heading is written.
    public enum Form {
        /// `## Heading`
        ATX,
        /// Underlined with `=` or `-`
        SETEXT,
        /// `<h2>Heading</h2>`
        HTML
    }
}
