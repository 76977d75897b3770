package dev.anchorage.anchor;

import org.jspecify.annotations.Nullable;

/// What a generator reads of a heading before it makes a slug of it.
@FunctionalInterface
interface HeadingText {
    /// The text; null when the heading shall get no id at all.
    @Nullable
    String of(HeadingSource heading);
}
