package dev.anchorage.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hexo: posts under `_posts` by the template `permalink`, other pages by path. What `new_post_name` says about file
/// names is read back from them, so that a date in front of a name goes into `:year` and not into `:title`.
final class HexoPermalinks implements PermalinkRule {
    private static final Pattern TOKEN = Pattern.compile(":(year|month|day|i_month|i_day|title|lang)");

    private final Map<String, String> options;

    HexoPermalinks(Generator generator) {
        options = generator.options();
    }

    /// What a file name tells.
    private record Name(String title, Optional<LocalDate> date) {}

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath(), List.of("source"));
        String folder = path.folder() + "/";
        Optional<String> written = source.frontMatter().text("permalink");
        for (String posts : List.of("_posts/", "_drafts/")) {
            if (folder.startsWith(posts)) {
                String inside = SitePath.join(folder.substring(posts.length()).replaceAll("/$", ""), path.stem());
                return written.map(Route::written).orElseGet(() -> post(inside, source));
            }
        }
        return written.map(Route::written).orElseGet(() -> page(path));
    }

    private Route page(SitePath path) {
        if (path.isIndex()) {
            boolean isShown =
                    options.getOrDefault("pretty_urls.trailing_index", "true").equals("true");
            return isShown
                    ? Route.of(SitePath.join(path.folder(), "index.html"))
                    : PermalinkRules.folder(path.folder());
        }
        boolean isShown =
                options.getOrDefault("pretty_urls.trailing_html", "true").equals("true");
        return Route.of(path.page() + (isShown ? ".html" : ""));
    }

    private Route post(String inside, PermalinkSource source) {
        Name name = nameOf(inside);
        Optional<LocalDate> date =
                source.writtenDate().map(PostDate::day).or(name::date).or(source::date);
        String category = source.frontMatter()
                .get("categories")
                .or(() -> source.frontMatter().get("category"))
                .map(FieldReader::scalars)
                .map(c -> String.join("/", c))
                .orElse(options.getOrDefault("default_category", "uncategorized"));
        var tokens = new PermalinkTokens()
                .date(date)
                .set("title", name.title())
                .set("name", SitePath.lastOf(name.title()))
                .set("filename", inside)
                .set("post_title", source.title().map(HexoPermalinks::slug).orElse(name.title()))
                .set("category", slug(category))
                .set("lang", source.language().orElse(""));
        source.writtenDate().ifPresent(d -> {
            if (d.time() != null) {
                tokens.time(d.time());
            }
        });
        String page = tokens.fill(options.getOrDefault("permalink", ":year/:month/:day/:title/"));
        boolean isShown =
                options.getOrDefault("pretty_urls.trailing_html", "true").equals("true");
        return Route.of(isShown ? page : page.replaceAll("\\.html$", ""));
    }

    private static String slug(String text) {
        return PathSlug.withoutAccents(text)
                .replaceAll("[\\s~`!@#$%^&*()_+=\\[\\]{}|\\\\;:\"'<>,.?-]+", "-")
                .replaceAll("^-|-$", "");
    }

    private Name nameOf(String inside) {
        String pattern = options.getOrDefault("new_post_name", ":title.md").replaceAll("\\.[A-Za-z]+$", "");
        Matcher token = TOKEN.matcher(pattern);
        var regex = new StringBuilder();
        int copied = 0;
        while (token.find()) {
            regex.append(Pattern.quote(pattern.substring(copied, token.start())));
            String what = token.group(1).replace("_", "");
            regex.append("(?<").append(what).append('>').append(shapeOf(what)).append(')');
            copied = token.end();
        }
        Matcher m = Pattern.compile(regex + Pattern.quote(pattern.substring(copied)))
                .matcher(inside);
        boolean isUsable = pattern.contains(":title") && m.matches();
        return isUsable ? new Name(m.group("title"), date(m, pattern)) : new Name(inside, Optional.empty());
    }

    private static String shapeOf(String token) {
        return switch (token) {
            case "year" -> "\\d{4}";
            case "title" -> ".+";
            case "lang" -> "[A-Za-z-]+";
            default -> "\\d{1,2}";
        };
    }

    private static Optional<LocalDate> date(Matcher m, String pattern) {
        boolean isWhole = pattern.contains(":year") && pattern.contains("month") && pattern.contains("day");
        if (!isWhole) {
            return Optional.empty();
        }
        try {
            String month = m.group(pattern.contains(":i_month") ? "imonth" : "month");
            String day = m.group(pattern.contains(":i_day") ? "iday" : "day");
            return Optional.of(
                    LocalDate.of(Integer.parseInt(m.group("year")), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
