package dev.anchorage.post;

/// The text of a post after its front matter. Lines end with `\n`.
public sealed interface Body {

    /// The text itself.
    String text();

    /// 1-based line of the source file on which the text begins.
    int firstLine();

    /// Markdown in any dialect.
    record Markdown(String text, int firstLine) implements Body {}

    /// Markdown with JSX and expressions in braces.
    record Mdx(String text, int firstLine) implements Body {}

    /// A post written in HTML, below its front matter.
    record Html(String text, int firstLine) implements Body {}

    /// The part of a built page that holds the post, as HTML; its ids are the ones readers get.
    record Page(String text, int firstLine) implements Body {}
}
