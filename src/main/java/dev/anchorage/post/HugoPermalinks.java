package dev.anchorage.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Hugo: the path below `content` in lower case; `slug` replaces its last part, `url` all of it; templates by section.
final class HugoPermalinks implements PermalinkRule {
    private final Map<String, String> options;

    HugoPermalinks(Generator generator) {
        options = generator.options();
    }

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath whole = SitePath.of(source.sitePath(), List.of("content"));
        HugoLanguage language = HugoLanguage.of(whole, options);
        SitePath path = language.path();
        Optional<String> url = source.frontMatter().text("url");
        if (url.isPresent()) {
            return Route.written(url.get());
        }
        String prefix = language.prefix();
        if (path.stem().equals("_index")) {
            return PermalinkRules.folder(SitePath.join(prefix, clean(path.folder())));
        }
        String section = path.isIndex() && path.parent().isEmpty() ? "" : path.section();
        Optional<String> template = template(section);
        String page = template.map(t -> fromTemplate(t, path, section, source)).orElseGet(() -> byPath(path, source));
        boolean isUgly = isOn("uglyURLs") || isOn("uglyURLs." + section);
        String address = SitePath.join(prefix, page.replaceAll("^/+|/+$", ""));
        return isUgly && !address.isEmpty() ? Route.of(address + ".html") : PermalinkRules.folder(address);
    }

    private Optional<String> template(String section) {
        return Optional.ofNullable(options.get("permalinks." + section))
                .or(() -> Optional.ofNullable(options.get("permalinks.page." + section)));
    }

    private boolean isOn(String option) {
        return options.getOrDefault(option, "false").equals("true");
    }

    private String byPath(SitePath path, PermalinkSource source) {
        String last = source.frontMatter().text("slug").orElse(path.name());
        return SitePath.join(clean(path.parent()), clean(last));
    }

    private String fromTemplate(String template, SitePath path, String section, PermalinkSource source) {
        Optional<String> slug = source.frontMatter().text("slug");
        String title = source.title().orElse(path.name());
        var tokens = new PermalinkTokens()
                .date(source.writtenDate().map(PostDate::day))
                .set("section", clean(section))
                .set("sections", clean(path.parent()))
                .set("title", clean(title))
                .set("slug", clean(slug.orElse(title)))
                .set("filename", clean(path.name()))
                .set("contentbasename", clean(path.name()))
                .set("slugorfilename", clean(slug.orElse(path.name())))
                .set("slugorcontentbasename", clean(slug.orElse(path.name())));
        return tokens.fill(template);
    }

    private String clean(String path) {
        String slug = PathSlug.hugo(path);
        String plain = isOn("removePathAccents") ? PathSlug.withoutAccents(slug) : slug;
        return isOn("disablePathToLower") ? plain : plain.toLowerCase(Locale.ROOT);
    }
}
