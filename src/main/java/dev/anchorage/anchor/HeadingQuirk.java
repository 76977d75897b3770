package dev.anchorage.anchor;

/// A point in which a generator's idea of a heading departs from CommonMark's.
public enum HeadingQuirk {
    /// `#Heading` is one; trailing `#`s close it without a space before them; a backslash at the line's end makes it
    /// text. Python-Markdown, `HashHeaderProcessor`.
    HASH_WITHOUT_SPACE,
    /// One to three spaces before the `#` make it text. Python-Markdown, kramdown, pandoc.
    NO_LEADING_SPACE,
    /// Underlined text of several lines is a paragraph. Python-Markdown, kramdown, pandoc.
    SINGLE_LINE_SETEXT,
    /// Markdown inside block HTML stays as it is, unless the tag says `markdown="1"`. Python-Markdown, kramdown.
    NOT_IN_HTML_BLOCK,
    /// Markdown directly below a block tag is Markdown. pandoc (`markdown_in_html_blocks`).
    TIGHT_IN_HTML_BLOCK,
    /// A `#` with nothing behind it is text. kramdown with the GFM parser.
    NEVER_EMPTY,
    /// An ATX heading may not follow a paragraph's line directly. pandoc (`blank_before_header`).
    AFTER_BLANK_LINE,
    /// MDX: indented code does not exist, tags are JSX and may hold Markdown at once, braces are expressions.
    MDX,
    /// In quotes and list items it becomes a rubric, which is no heading. MyST 1 and later.
    NOT_IN_CONTAINER,
    /// A line of `:::` opens a directive, and a heading in there is none. MyST with `colon_fence`.
    NOT_IN_COLON_FENCE,
    /// Footnotes stand at the end under a heading "Footnotes" with the id `footnote-label`. remark-gfm.
    FOOTNOTES_SECTION
}
