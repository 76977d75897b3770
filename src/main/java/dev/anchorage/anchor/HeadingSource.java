package dev.anchorage.anchor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A heading as a generator sees it before it allots an id.
///
/// @param level  1 to 6
/// @param content  the inline content, markers dissolved
/// @param source  the raw Markdown of the heading's content without `#` markers or underline, lines separated by `\n`
/// @param form  how it is written
/// @param around  what stands around it
public record HeadingSource(int level, List<Inline> content, String source, Form form, Surroundings around) {
    public HeadingSource {
        content = List.copyOf(content);
    }

    /// A heading with nothing beside it that could bear on its id.
    public HeadingSource(int level, List<Inline> content, String source, Form form) {
        this(level, content, source, form, Surroundings.NONE);
    }

    /// Something other than a heading that takes an id on the page (docutils).
    public sealed interface IdTaker {
        /// A reference to a footnote.
        record FootnoteMark() implements IdTaker {}

        /// A name that the author gave to a place: `(name)=`.
        record Target(String name) implements IdTaker {}

        /// A heading in a quote or list, which is shown as a rubric.
        record Rubric(String text) implements IdTaker {}
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

    /// What stands around a heading and may bear on its id.
    ///
    /// @param ownId  the `id` attribute of a heading in HTML; null for none
    /// @param closing  the `#` marks that close an ATX heading; empty for none
    /// @param lineAbove  the source line above, empty when it is blank or there is none
    /// @param lineBelow  the source line below the heading (below its underline), empty when it is blank or there
    ///     is none
    /// @param before  what else took ids since the heading before this one, in document order
    public record Surroundings(
            @Nullable String ownId, String closing, String lineAbove, String lineBelow, List<IdTaker> before) {
        public Surroundings {
            before = List.copyOf(before);
        }

        /// With nothing that takes ids.
        public Surroundings(@Nullable String ownId, String closing, String lineAbove, String lineBelow) {
            this(ownId, closing, lineAbove, lineBelow, List.of());
        }

        /// Nothing around.
        public static final Surroundings NONE = new Surroundings(null, "", "", "");
    }
}
