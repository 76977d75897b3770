package dev.anchorage.post;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Docusaurus: blog posts by the date in their path, documents by path without number prefixes; `slug` overrides.
final class DocusaurusPermalinks implements PermalinkRule {
    private static final Pattern DATED =
            Pattern.compile("(?<folder>.*?)(?<date>\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})[-/]?(?<text>.*?)(?:/index)?");
    private static final Pattern NUMBER_PREFIX = Pattern.compile("^\\d+\\s*[-_.]+\\s*(?=[^-_.\\s])");

    private final Map<String, String> options;
    private final String blogFolder;
    private final String docsFolder;

    DocusaurusPermalinks(Generator generator) {
        options = generator.options();
        blogFolder = trimmed(options.getOrDefault("blog.path", "blog"));
        docsFolder = trimmed(options.getOrDefault("docs.path", "docs"));
    }

    @Override
    public Route routeOf(PermalinkSource source) {
        SitePath path = SitePath.of(source.sitePath(), List.of("website"));
        String whole = SitePath.join(path.folder(), path.stem());
        if (whole.startsWith(blogFolder + "/")) {
            return blogPost(whole.substring(blogFolder.length() + 1), source);
        }
        if (whole.startsWith(docsFolder + "/")) {
            return document(
                    path.withFolder(
                            path.folder().substring(Math.min(path.folder().length(), docsFolder.length() + 1))),
                    source);
        }
        if (whole.startsWith("src/pages/")) {
            SitePath page = SitePath.of(whole.substring("src/pages/".length()) + ".md");
            return finished(page.page(), page.isIndex());
        }
        return DATED.matcher(whole).matches() ? blogPost(whole, source) : document(path, source);
    }

    private Route blogPost(String inside, PermalinkSource source) {
        String base = trimmed(options.getOrDefault("blog.routeBasePath", "blog"));
        Optional<String> slug = source.frontMatter().text("slug");
        if (slug.isPresent()) {
            return finishedWritten(base + "/" + slug.get());
        }
        Matcher dated = DATED.matcher(inside);
        if (dated.matches()) {
            String date = dated.group("date").replace('-', '/');
            return finished(SitePath.join(base, date, trimmed(dated.group("folder")), dated.group("text")), false);
        }
        return finished(SitePath.join(base, SitePath.of(inside + ".md").page()), false);
    }

    private Route document(SitePath path, PermalinkSource source) {
        String base = trimmed(options.getOrDefault("docs.routeBasePath", "docs"));
        Optional<String> slug = source.frontMatter().text("slug");
        String folder = Arrays.stream(path.folder().split("/", -1))
                .map(DocusaurusPermalinks::withoutNumber)
                .collect(Collectors.joining("/"));
        if (slug.isPresent()) {
            return finishedWritten(
                    slug.get().startsWith("/") ? base + slug.get() : SitePath.join(base, folder, slug.get()));
        }
        String name = withoutNumber(path.stem());
        boolean isIndex = name.equalsIgnoreCase("index")
                || name.equalsIgnoreCase("readme")
                || name.equalsIgnoreCase(SitePath.lastOf(folder));
        String last = isIndex
                ? ""
                : source.frontMatter().text("id").map(SitePath::lastOf).orElse(name);
        return finished(SitePath.join(base, folder, last), isIndex);
    }

    private Route finished(String path, boolean isFolder) {
        String setting = options.getOrDefault("trailingSlash", "");
        boolean hasSlash = setting.isEmpty() ? isFolder : setting.equals("true");
        return hasSlash ? PermalinkRules.folder(path) : Route.of(path);
    }

    private Route finishedWritten(String path) {
        boolean hasSlash = options.getOrDefault("trailingSlash", "").equals("true") && !path.endsWith("/");
        return Route.written(hasSlash ? path + "/" : path);
    }

    private static String withoutNumber(String name) {
        return NUMBER_PREFIX.matcher(name).replaceFirst("");
    }

    private static String trimmed(String path) {
        return path.replaceAll("^\\.?/+|/+$", "");
    }
}
