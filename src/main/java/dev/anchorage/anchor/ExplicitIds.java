package dev.anchorage.anchor;

import org.jspecify.annotations.Nullable;

/// Finds the id that an author wrote for a heading, in the notations that the generator honours.
@FunctionalInterface
interface ExplicitIds {
    /// Nothing is honoured.
    ExplicitIds NONE = heading -> new Claim(null, heading);

    Claim read(HeadingSource heading);

    /// What was found.
    ///
    /// @param id  the author's id; null for none
    /// @param rest  the heading without the notation
    record Claim(@Nullable String id, HeadingSource rest) {}
}
