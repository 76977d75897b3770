package dev.anchorage.post;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// MkDocs: a folder for each page, or `.html`; posts of Material's blog plugin by date and title.
final class MkDocsPermalinks implements PermalinkRule {
    private final Map<String, String> options;

    MkDocsPermalinks(Generator generator) {
        options = generator.options();
    }

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath(), List.of("docs"));
        String blog = options.get("blog.blog_dir");
        if (blog != null && (path.folder() + "/").startsWith(SitePath.join(blog, "posts") + "/")) {
            return finished(SitePath.join(blog, post(path, source)), false);
        }
        boolean isIndex = path.isIndex() || path.stem().equals("README");
        return finished(isIndex ? path.folder() : path.page(), isIndex);
    }

    private String post(SitePath path, PermalinkSource source) {
        String title = source.title().orElse(path.stem());
        String slug = source.frontMatter()
                .text("slug")
                .orElse(PathSlug.github(title.strip()).replaceAll("-{2,}", "-"));
        String format = options.getOrDefault("blog.post_url_date_format", "yyyy/MM/dd");
        String date = source.date()
                .map(d -> DateTimeFormatter.ofPattern(format, Locale.ENGLISH).format(d))
                .orElse("");
        return options.getOrDefault("blog.post_url_format", "{date}/{slug}")
                .replace("{date}", date)
                .replace("{slug}", slug)
                .replace("{file}", path.stem());
    }

    private Route finished(String path, boolean isIndex) {
        boolean isFolder = options.getOrDefault("use_directory_urls", "true").equals("true");
        if (isFolder) {
            return PermalinkRules.folder(path);
        }
        return Route.of(isIndex ? SitePath.join(path, "index.html") : path + ".html");
    }
}
