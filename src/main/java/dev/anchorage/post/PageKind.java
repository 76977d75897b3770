package dev.anchorage.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Tells a built site's posts from its lists, indexes, redirections and error pages.
final class PageKind {
    /// Set in a page's head when it calls itself an article.
    static final String SURE = "isarticle";

    private static final Pattern NEVER = Pattern.compile(
            "(?i)(?:.*/)?(?:(?:404|search|genindex|py-modindex|modindex|sitemap|offline)(?:\\.html?|/index\\.html?)"
                    + "|(?:_modules|_sources)/.*|drafts?\\.html?|google[0-9a-f]{16}\\.html)");

    private static final Pattern LISTS = Pattern.compile(
            "(?i)(?:.*/)?(?:(?:tags?|categor(?:y|ies)|topics?|labels?|authors?|series)(?:/[^/]+){0,2}?(?:/page/?\\d+)?(?:/index)?\\.html?"
                    + "|(?:archives?|page)(?:/?\\d+)*(?:/index)?\\.html?|page\\d+(?:/index)?\\.html?|(?:19|20)\\d\\d(?:/\\d\\d?){0,2}(?:/index)?\\.html?)");

    private static final Pattern ROOT = Pattern.compile("(?i)(?:[a-z]{2}(?:-[a-z]{2})?/)?index\\.html?");

    private final Document page;
    private final Element main;
    private final boolean isSure;

    PageKind(Document page, Element main, FrontMatter head) {
        this.page = page;
        this.main = main;
        isSure = head.values().containsKey(SURE);
    }

    Optional<String> whyNoPost(String path) {
        if (NEVER.matcher(path).matches() || ROOT.matcher(path).matches()) {
            return Optional.of("it serves the site");
        }
        if (page.selectFirst("meta[http-equiv=refresh]") != null) {
            return Optional.of("it leads to another page");
        }
        if (main.text().isBlank()) {
            return Optional.of("it says nothing");
        }
        return !isSure && (LISTS.matcher(path).matches() || isList())
                ? Optional.of("it lists posts")
                : Optional.empty();
    }

    private boolean isList() {
        return hasSeveralArticles() || headingsAreLinks() || consistsOfLinks();
    }

    private boolean hasSeveralArticles() {
        List<Element> articles = page.select("article, .h-entry, .post-preview, .post-summary").stream()
                .filter(article -> article.closest("aside, nav, footer") == null)
                .filter(article -> article.selectFirst("h1 a[href], h2 a[href], h3 a[href]") != null)
                .toList();
        return articles.size() > 1 && !main.normalName().equals("article");
    }

    /// Each entry of a list is a heading that leads to the post.
    private boolean headingsAreLinks() {
        List<Element> headings = main.select("h1, h2, h3, h4").stream()
                .filter(heading -> !heading.text().isBlank())
                .toList();
        long links = headings.stream()
                .filter(heading -> heading.select("a[href]").stream()
                        .anyMatch(link -> !link.attr("href").contains("#")
                                && link.text().length() * 10 >= heading.text().length() * 8))
                .count();
        return links >= 2 && links * 10 >= headings.size() * 6L;
    }

    private boolean consistsOfLinks() {
        int links = main.select("a[href]").stream()
                .filter(link -> !link.attr("href").startsWith("#"))
                .mapToInt(link -> link.text().length())
                .sum();
        return main.select("a[href]").size() >= 5 && links * 2 > main.text().length();
    }
}
