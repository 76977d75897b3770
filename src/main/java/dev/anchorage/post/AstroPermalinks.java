package dev.anchorage.post;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Astro: collections by the id of their entries (each part of the path through github-slugger, `index` dropped), pages
/// by path. Where a site shows a collection under another address, only a template can tell.
final class AstroPermalinks implements PermalinkRule {
    private static final List<String> ROOTS = List.of("src/content/docs", "src/content", "src/pages", "src/data");

    private final Map<String, String> options;

    AstroPermalinks(Generator generator) {
        options = generator.options();
    }

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath(), ROOTS);
        Optional<String> slug = source.frontMatter().text("slug");
        boolean isStarlight = options.getOrDefault("starlight", "false").equals("true");
        if (slug.isPresent()) {
            String collection = isStarlight ? "" : path.section();
            return finished(SitePath.join(collection, slug.get().replaceAll("^/+|/+$", "")), true);
        }
        String id =
                Arrays.stream(path.page().split("/", -1)).map(PathSlug::github).collect(Collectors.joining("/"));
        return finished(id, false);
    }

    private Route finished(String path, boolean isWritten) {
        String slash = options.getOrDefault("trailingSlash", "ignore");
        boolean isFile = options.getOrDefault("build.format", "directory").equals("file");
        boolean hasSlash = slash.equals("always") || (slash.equals("ignore") && !isFile);
        String whole = hasSlash && !path.isEmpty() ? path + "/" : path;
        return isWritten ? Route.written(whole) : Route.of(whole);
    }
}
