package dev.anchorage.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Eleventy: the path from the input folder; a `permalink` of front matter when it holds no more template code than is
/// understood.
final class EleventyPermalinks implements PermalinkRule {
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}");

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath(), List.of("src"));
        Optional<String> written = source.frontMatter()
                .text("permalink")
                .flatMap(permalink -> fill(permalink, path, source))
                .map(p -> p.replaceAll("(^|/)index\\.html$", "$1"));
        return written.map(Route::written).orElseGet(() -> byPath(path));
    }

    private static Route byPath(SitePath path) {
        boolean isFolder = path.isIndex() || path.stem().equals(SitePath.lastOf(path.folder()));
        return PermalinkRules.folder(isFolder ? path.folder() : path.page());
    }

    private static Optional<String> fill(String permalink, SitePath path, PermalinkSource source) {
        Matcher m = EXPRESSION.matcher(permalink);
        var out = new StringBuilder();
        while (m.find()) {
            Optional<String> value = value(m.group(1).replace(" ", ""), path, source);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            m.appendReplacement(out, Matcher.quoteReplacement(value.get()));
        }
        m.appendTail(out);
        return out.indexOf("{%") >= 0 || out.indexOf("${") >= 0 ? Optional.empty() : Optional.of(out.toString());
    }

    private static Optional<String> value(String expression, SitePath path, PermalinkSource source) {
        return switch (expression) {
            case "page.fileSlug", "page.fileSlug|slugify", "page.fileSlug|slug" ->
                Optional.of(SitePath.withoutDate(path.name()));
            case "page.filePathStem" ->
                Optional.of("/" + SitePath.join(path.folder(), SitePath.withoutDate(path.stem())));
            case "title|slug", "title|slugify" -> source.title().map(PathSlug::eleventy);
            case "slug", "slug|slug", "slug|slugify" -> source.frontMatter().text("slug");
            case "lang", "locale" -> source.language();
            default -> Optional.empty();
        };
    }
}
