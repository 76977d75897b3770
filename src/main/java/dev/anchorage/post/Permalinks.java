package dev.anchorage.post;

/// Gives every post the address that the blog's generator gives it.
final class Permalinks {
    private final PostOptions options;

    Permalinks(PostOptions options) {
        this.options = options;
    }

    String of(PermalinkSource source) {
        String path = source.sitePath().replaceAll("\\.[^./]+$", "");
        String site = options.site() == null ? "" : options.site().replaceAll("/+$", "");
        return site + "/" + path + (options.generator().name().equals("sphinx") ? ".html" : "/");
    }
}
