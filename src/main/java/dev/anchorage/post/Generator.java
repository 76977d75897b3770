package dev.anchorage.post;

import java.util.Map;

/// The program that builds a blog's pages, and those of its options that decide about anchors and permalinks.
///
/// @param name  one of the names of the configuration key `generator` (`sphinx`, `hugo`, `jekyll`, …)
/// @param options  under the names that the generator itself uses (`autoHeadingIDType`, `smartypants`, …); absent ones
/// have the generator's default
public record Generator(String name, Map<String, String> options) {
    public Generator {
        options = Map.copyOf(options);
    }

    /// A generator with its default options.
    public Generator(String name) {
        this(name, Map.of());
    }
}
