package dev.anchorage.post;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Jekyll: posts by date, categories and file name; pages and collections by path.
final class JekyllPermalinks implements PermalinkRule {
    private static final Map<String, String> STYLES = Map.of(
            "date", "/:categories/:year/:month/:day/:title.html",
            "pretty", "/:categories/:year/:month/:day/:title/",
            "ordinal", "/:categories/:year/:y_day/:title.html",
            "weekdate", "/:categories/:year/W:week/:short_day/:title.html",
            "none", "/:categories/:title.html");
    private static final Pattern DATED = Pattern.compile("(\\d{2,4}-\\d{1,2}-\\d{1,2})-(.*)");

    private final String style;
    private final ZoneId zone;
    private final Map<String, String> options;

    JekyllPermalinks(Generator generator) {
        options = generator.options();
        String permalink = options.getOrDefault("permalink", "date");
        style = STYLES.getOrDefault(permalink, permalink);
        zone = PostDate.zone(options.getOrDefault("timezone", "UTC"));
    }

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath());
        List<String> folders = List.of(path.folder().split("/", -1));
        Matcher dated = DATED.matcher(path.stem());
        boolean isPost = folders.contains("_posts") || folders.contains("_drafts") || dated.matches();
        Optional<String> written = source.frontMatter().text("permalink");
        if (isPost) {
            String name = dated.matches() ? dated.group(2) : path.stem();
            String template = written.map(w -> STYLES.getOrDefault(w, w)).orElse(style);
            String filled = postTokens(source, name, folders).fill(template);
            return written.isPresent() ? Route.written(filled) : Route.of(filled);
        }
        return written.map(w -> Route.written(w.contains(":") ? pageTokens(path).fill(w) : w))
                .orElseGet(() -> page(path));
    }

    private Route page(SitePath path) {
        boolean isCollection = path.folder().startsWith("_");
        SitePath shown = isCollection ? path.withFolder(path.folder().substring(1)) : path;
        if (shown.isIndex()) {
            return PermalinkRules.folder(shown.folder());
        }
        String template = isCollection ? options.get("collections." + shown.section() + ".permalink") : null;
        if (template != null) {
            return Route.of(pageTokens(shown).fill(template.replace(":output_ext", ".html")));
        }
        boolean isPretty = style.endsWith("/");
        return isPretty ? PermalinkRules.folder(shown.page()) : Route.of(shown.page() + ".html");
    }

    private static PermalinkTokens pageTokens(SitePath path) {
        return new PermalinkTokens()
                .set("path", path.isIndex() ? path.folder() : SitePath.join(path.folder(), path.stem()))
                .set("basename", path.stem())
                .set("name", path.stem())
                .set("title", PathSlug.jekyllTitle(path.stem()))
                .set("collection", path.section())
                .set("output_ext", ".html");
    }

    private PermalinkTokens postTokens(PermalinkSource source, String name, List<String> folders) {
        Optional<LocalDate> day = source.writtenDate()
                .filter(d -> d.time() != null)
                .map(d -> d.instant(zone).atZone(zone).toLocalDate())
                .or(source::date);
        String title = source.frontMatter().text("slug").orElse(PathSlug.jekyllTitle(name));
        Set<String> categories = categories(source, folders);
        String slugified = categories.stream().map(PathSlug::jekyllSlug).collect(Collectors.joining("/"));
        return new PermalinkTokens()
                .date(day)
                .time(source.writtenDate().map(PostDate::time).orElse(LocalTime.MIDNIGHT))
                .set("title", title)
                .set("slug", source.frontMatter().text("slug").orElse(PathSlug.jekyllSlug(name)))
                .set("categories", String.join("/", categories))
                .set("slugified_categories", slugified)
                .set("output_ext", ".html");
    }

    private static Set<String> categories(PermalinkSource source, List<String> folders) {
        Set<String> categories = new LinkedHashSet<>();
        int end = Math.max(folders.indexOf("_posts"), folders.indexOf("_drafts"));
        folders.subList(0, Math.max(0, end)).forEach(f -> categories.add(f.toLowerCase(Locale.ROOT)));
        List<String> written = new ArrayList<>();
        source.frontMatter().text("category").ifPresent(written::add);
        source.frontMatter().get("categories").ifPresent(value -> {
            boolean isText = value instanceof FrontMatterValue.Text;
            written.addAll(isText ? Arrays.asList(value.toString().split("\\s+", -1)) : FieldReader.scalars(value));
        });
        written.stream().filter(c -> !c.isBlank()).forEach(c -> categories.add(c.toLowerCase(Locale.ROOT)));
        return categories;
    }
}
