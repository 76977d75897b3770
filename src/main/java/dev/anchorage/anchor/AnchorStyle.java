package dev.anchorage.anchor;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rule by which one generator turns the headings of a page into element ids. Immutable and thread-safe.
public interface AnchorStyle {

    /// The ids of all headings of one post.
    ///
    /// @param headings  every heading of the post in document order; ids depend on all earlier ones
    /// @return one element for each heading, in the same order: the id as it stands in the page, `""` when the
    ///     generator writes an empty one, null when it writes none
    List<@Nullable String> anchorsFor(List<HeadingSource> headings);

    /// In what the generator departs from CommonMark when it decides what is a heading at all.
    default Set<HeadingQuirk> quirks() {
        return Set.of();
    }
}
