package dev.anchorage.post;

import java.util.List;

/// Which rule belongs to which generator, and the rules that take one line.
final class PermalinkRules {
    /// Option of a generator whose name says how ids are made, but not who builds the site: `eleventy`, `next`,
    /// `gatsby`.
    static final String BUILDER = "builder";

    private PermalinkRules() {}

    static PermalinkRule of(Generator generator) {
        String name = generator.options().getOrDefault(BUILDER, generator.name());
        return switch (name) {
            case "sphinx" -> source -> sphinx(source, generator);
            case "hugo" -> new HugoPermalinks(generator);
            case "jekyll" -> new JekyllPermalinks(generator);
            case "hexo" -> new HexoPermalinks(generator);
            case "pelican" -> new PelicanPermalinks(generator);
            case "docusaurus" -> new DocusaurusPermalinks(generator);
            case "zola" -> new ZolaPermalinks(generator);
            case "eleventy", "eleventy-id", "markdown-it-anchor" -> new EleventyPermalinks();
            case "mkdocs" -> new MkDocsPermalinks(generator);
            case "astro" -> new AstroPermalinks(generator);
            case "gatsby" -> PermalinkRules::gatsby;
            case "vitepress" -> source -> vitePress(source, generator);
            case "next", "github-slugger" -> PermalinkRules::next;
            case "github" -> source -> Route.of(source.sitePath());
            case BuiltSites.BUILDER -> source -> BuiltSites.route(source, generator);
            case "pandoc" ->
                source -> Route.of(
                        SitePath.join(path(source).folder(), path(source).stem()) + ".html");
            default -> source -> folder(path(source).page());
        };
    }

    static Route folder(String path) {
        return Route.of(path.isEmpty() ? "/" : path + "/");
    }

    private static SitePath path(PermalinkSource source) {
        return SitePath.of(source.sitePath());
    }

    private static Route sphinx(PermalinkSource source, Generator generator) {
        boolean isFolder =
                generator.options().getOrDefault("builder_name", "html").equals("dirhtml");
        SitePath path = path(source);
        return isFolder ? folder(path.page()) : Route.of(SitePath.join(path.folder(), path.stem()) + ".html");
    }

    private static Route vitePress(PermalinkSource source, Generator generator) {
        SitePath path = SitePath.of(source.sitePath(), List.of("docs", "src"));
        boolean isClean = generator.options().getOrDefault("cleanUrls", "false").equals("true");
        return path.isIndex() ? folder(path.folder()) : Route.of(path.page() + (isClean ? "" : ".html"));
    }

    private static Route next(PermalinkSource source) {
        List<String> roots =
                List.of("apps/site/pages", "src/pages", "pages", "src/app", "app", "content", "posts", "_posts");
        return Route.of(SitePath.of(source.sitePath(), roots).page());
    }

    private static Route gatsby(PermalinkSource source) {
        SitePath path =
                SitePath.of(source.sitePath(), List.of("src/pages", "content/blog", "content/posts", "content"));
        return source.frontMatter()
                .text("path")
                .or(() -> source.frontMatter().text("permalink"))
                .map(Route::written)
                .or(() -> source.frontMatter().text("slug").map(s -> Route.written(s.endsWith("/") ? s : s + "/")))
                .orElseGet(() -> folder(path.page()));
    }
}
