package dev.anchorage.anchor;

/// What a generator reads of a heading before it makes a slug of it.
@FunctionalInterface
interface HeadingText {
    String of(HeadingSource heading);
}
