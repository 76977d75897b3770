package dev.anchorage.anchor;

/// A leaf of a heading's inline content, in source order. Emphasis, strong and links are dissolved: their text stands
/// here, their markers do not.
public sealed interface Inline {

    /// Plain text after backslash escapes; entities are `Entity`.
    record Text(String text) implements Inline {}

    /// An entity or numeric character reference.
    ///
    /// @param source  as written, for example `&amp;`
    /// @param text  what it stands for, for example `&`
    record Entity(String source, String text) implements Inline {}

    /// A code span's content, without back-ticks, stripped as CommonMark 6.1 says.
    record Code(String text) implements Inline {}

    /// An image.
    record Image(String alt, String url) implements Inline {}

    /// Raw inline HTML: one tag, comment, declaration or the like, as written.
    record Html(String source) implements Inline {}

    /// A reference to a footnote that the post defines.
    ///
    /// @param number  1-based, in the order of first reference
    record FootnoteReference(String label, int number) implements Inline {}

    /// A line break inside a heading (setext only); `hard` when two spaces or a backslash stand before it.
    record LineBreak(boolean isHard) implements Inline {}

    /// The label of a full reference link, whose text stands before it: `[label]` in `[text][label]`.
    record ReferenceLabel(String label) implements Inline {}
}
