package dev.anchorage.post;

import java.util.List;

/// The template of the configuration, which has the last word: `:year :month :day :slug :path :filename :lang`, and
/// `:title`, `:section`.
final class TemplatePermalinks implements PermalinkRule {
    private static final List<String> ROOTS =
            List.of("content", "source", "src/content/docs", "src/content", "src", "_posts", "website");

    private final String template;

    TemplatePermalinks(String template) {
        this.template = template;
    }

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath(), ROOTS);
        String name = SitePath.withoutDate(path.name());
        String slug = source.frontMatter().text("slug").orElse(name);
        return Route.of(new PermalinkTokens()
                .date(source.date())
                .set("slug", slug.replaceAll("^/+|/+$", ""))
                .set("path", path.page())
                .set("filename", path.name())
                .set("lang", source.language().orElse(""))
                .set("title", source.title().map(PathSlug::github).orElse(slug))
                .set("section", path.section())
                .fill(template));
    }
}
