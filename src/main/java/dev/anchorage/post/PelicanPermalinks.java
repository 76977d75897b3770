package dev.anchorage.post;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pelican: `{slug}.html` with a slug made of the title, unless `ARTICLE_URL` or metadata say otherwise.
final class PelicanPermalinks implements PermalinkRule {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)(?::([^}]*))?}");
    private static final Pattern DATE_LETTER = Pattern.compile("%-?([A-Za-z])");

    private final Map<String, String> options;

    PelicanPermalinks(Generator generator) {
        options = generator.options();
    }

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath(), List.of("content"));
        FrontMatter metadata = source.frontMatter();
        Optional<String> url = metadata.text("url");
        if (url.isPresent()) {
            return Route.written(url.get());
        }
        boolean isPage = path.section().equals("pages");
        boolean isBasename = options.getOrDefault("SLUGIFY_SOURCE", "title").equals("basename");
        String named = isBasename ? path.stem() : source.title().orElse(path.stem());
        String slug = metadata.text("slug").orElse(PathSlug.pelican(named));
        String template = template(isPage, isTranslated(source));
        String category = metadata.text("category").orElse(path.section().isEmpty() ? "misc" : path.section());
        return Route.of(fill(template, slug, category, source));
    }

    private boolean isTranslated(PermalinkSource source) {
        Optional<String> written = source.frontMatter().text("lang");
        return written.isPresent() && !written.get().equals(options.getOrDefault("DEFAULT_LANG", "en"));
    }

    private String template(boolean isPage, boolean isTranslated) {
        String kind = isPage ? "PAGE" : "ARTICLE";
        String folder = isPage ? "pages/" : "";
        return isTranslated
                ? options.getOrDefault(kind + "_LANG_URL", folder + "{slug}-{lang}.html")
                : options.getOrDefault(kind + "_URL", folder + "{slug}.html");
    }

    private static String fill(String template, String slug, String category, PermalinkSource source) {
        Matcher field = FIELD.matcher(template);
        return field.replaceAll(m -> Matcher.quoteReplacement(
                switch (m.group(1)) {
                    case "slug" -> slug;
                    case "category" -> PathSlug.pelican(category);
                    case "lang" -> source.language().orElse("");
                    case "author" ->
                        PathSlug.pelican(source.frontMatter().text("author").orElse(""));
                    case "date" ->
                        source.date()
                                .map(d -> date(d, m.group(2) == null ? "%Y-%m-%d" : m.group(2), source))
                                .orElse("");
                    default -> source.frontMatter().text(m.group(1)).orElse("");
                }));
    }

    private static String date(LocalDate date, String format, PermalinkSource source) {
        LocalTime time = source.writtenDate().map(PostDate::time).orElse(LocalTime.MIDNIGHT);
        return DATE_LETTER.matcher(format).replaceAll(m -> {
            boolean isShort = m.group().startsWith("%-");
            String pattern = switch (m.group(1)) {
                case "Y" -> "uuuu";
                case "y" -> "uu";
                case "m" -> isShort ? "M" : "MM";
                case "d" -> isShort ? "d" : "dd";
                case "b" -> "MMM";
                case "B" -> "MMMM";
                case "H" -> "HH";
                case "M" -> "mm";
                case "S" -> "ss";
                case "j" -> "DDD";
                default -> "";
            };
            return pattern.isEmpty()
                    ? ""
                    : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date.atTime(time));
        });
    }
}
