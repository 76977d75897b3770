package dev.anchorage.post;

import dev.anchorage.archive.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Sites as their generator built them: pages in HTML, nothing else.
final class BuiltSites {
    static final String BUILDER = "html";

    /// Option: the address of the site according to its pages.
    private static final String ADDRESS = "address";

    private static final int PAGES_LOOKED_AT = 30;

    private BuiltSites() {}

    /// Whether pages without front matter are posts.
    static boolean areRead(Generator generator) {
        return BUILDER.equals(generator.options().get(PermalinkRules.BUILDER));
    }

    /// Recognises a built site: pages in HTML, and next to no sources.
    static Optional<DetectedGenerator> detect(Path archive, List<SourceFile> files) {
        List<SourceFile> pages = files.stream().filter(BuiltSites::isHtml).toList();
        int sources = files.size() - pages.size();
        if (pages.isEmpty() || sources * 20 > pages.size()) {
            return Optional.empty();
        }
        int step = Math.max(1, pages.size() / PAGES_LOOKED_AT);
        List<SourceFile> some = IntStream.range(0, pages.size())
                .filter(i -> i % step == 0)
                .mapToObj(pages::get)
                .toList();
        Map<String, Integer> addresses = new HashMap<>();
        int whole = 0;
        for (SourceFile page : some) {
            String html = text(page);
            if (HtmlDocument.isPage(html)) {
                whole++;
                address(page.path(), html).ifPresent(a -> addresses.merge(a, 1, Integer::sum));
            }
        }
        return whole * 2 > some.size() ? Optional.of(found(archive, addresses)) : Optional.empty();
    }

    private static DetectedGenerator found(Path archive, Map<String, Integer> addresses) {
        Optional<String> address = addresses.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        Map<String, String> options = new HashMap<>(Map.of(PermalinkRules.BUILDER, BUILDER));
        address.ifPresent(a -> options.put(ADDRESS, a));
        return new DetectedGenerator(
                new Generator("none", options),
                ContentRoot.SAME,
                address.orElse(null),
                archive.getFileName() + " holds pages in HTML and no sources, as a built site does",
                true);
    }

    private static boolean isHtml(SourceFile file) {
        String path = file.path().toLowerCase(Locale.ROOT);
        return path.endsWith(".html") || path.endsWith(".htm");
    }

    private static String text(SourceFile file) {
        try {
            return new String(file.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /// The address of the site, when a page's own address ends as its path does.
    private static Optional<String> address(String path, String html) {
        Element canonical = Jsoup.parse(html).selectFirst("link[rel=canonical][href^=http]");
        if (canonical == null) {
            return Optional.empty();
        }
        String own = withoutIndex(canonical.attr("href")).replaceAll("/+$", "");
        String page = Route.encode("/" + withoutIndex(path), false).replaceAll("/+$", "");
        String bare = page.replaceFirst("\\.html?$", "");
        for (String end : List.of(page, bare)) {
            if (own.endsWith(end)) {
                return Optional.of(own.substring(0, own.length() - end.length()))
                        .filter(a -> a.matches("https?://.+"));
            }
        }
        return Optional.empty();
    }

    /// The address that a page gives itself, when it is one of this site; else its path.
    static Route route(PermalinkSource source, Generator generator) {
        String address = generator.options().getOrDefault(ADDRESS, "");
        String own = source.frontMatter().text("permalink").orElse("");
        if (!address.isEmpty() && own.startsWith(address + "/")) {
            String path = own.substring(address.length()).replaceFirst("[?#].*$", "");
            if (path.length() > 1) {
                return Route.written(path);
            }
        }
        return Route.of(withoutIndex(source.sitePath()));
    }

    private static String withoutIndex(String path) {
        return path.replaceFirst("(^|/)index\\.html?$", "$1");
    }
}
