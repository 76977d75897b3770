package dev.anchorage.post;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Zola: the path below `content`, each part slugified, a date before the file name dropped; `slug` replaces the last
/// part, `path` all of it.
final class ZolaPermalinks implements PermalinkRule {
    private final Generator generator;

    ZolaPermalinks(Generator generator) {
        this.generator = generator;
    }

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath(), List.of("content"));
        String language = "";
        int dot = path.stem().lastIndexOf('.');
        if (dot > 0 && PathLanguage.isLanguage(path.stem().substring(dot + 1))) {
            String suffix = path.stem().substring(dot + 1);
            path = path.withStem(path.stem().substring(0, dot));
            language = suffix.equals(generator.options().getOrDefault("default_language", "en")) ? "" : suffix;
        }
        String prefix = language;
        if (source.frontMatter().values().get("path") instanceof FrontMatterValue.Text written) {
            return Route.written(SitePath.join(prefix, written.text().replaceAll("^/+|/+$", "")) + "/");
        }
        if (path.stem().equals("_index")) {
            return PermalinkRules.folder(SitePath.join(prefix, slugs(path.folder())));
        }
        String last = source.frontMatter().text("slug").orElse(slug(SitePath.withoutDate(path.name())));
        return PermalinkRules.folder(SitePath.join(prefix, slugs(path.parent()), last));
    }

    private String slugs(String folder) {
        return Arrays.stream(folder.split("/", -1)).map(this::slug).collect(Collectors.joining("/"));
    }

    private String slug(String name) {
        return switch (generator.options().getOrDefault("slugify.paths", "on")) {
            case "off" -> name;
            case "safe" -> name.replaceAll("[<>:\"/|?*#()\\[\\]\\\\\\s]+", "_");
            default -> PathSlug.zola(name);
        };
    }
}
