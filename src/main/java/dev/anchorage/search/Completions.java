package dev.anchorage.search;

import java.util.List;

/// What a reader may be about to ask, and where that would lead.
///
/// @param queries  worth asking, likeliest first, as authors wrote them
/// @param posts  worth going to, likeliest first
public record Completions(List<String> queries, List<Target> posts) {
    /// There is nothing that begins so.
    public static final Completions NONE = new Completions(List.of(), List.of());

    public Completions {
        queries = List.copyOf(queries);
        posts = List.copyOf(posts);
    }

    /// A post.
    ///
    /// @param url  the permalink
    public record Target(String title, String url) {}
}
