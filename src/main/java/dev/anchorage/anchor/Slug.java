package dev.anchorage.anchor;

/// Makes the id that a text would have on a page of its own; may be empty.
@FunctionalInterface
interface Slug {
    String of(String text);
}
