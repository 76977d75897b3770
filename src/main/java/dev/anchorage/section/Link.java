package dev.anchorage.section;

/// A link that an author wrote.
///
/// @param target  the address as written: a URL, a path, or a fragment with its `#`
/// @param line  1-based line of the source file on which it begins
public record Link(String target, int line) {}
