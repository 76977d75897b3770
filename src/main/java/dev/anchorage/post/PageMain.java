package dev.anchorage.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// Finds the part of a page that holds the post, whatever the theme.
final class PageMain {
    /// How themes mark it, the surest sign first.
    private static final List<String> SIGNS = List.of(
            "[itemprop=articleBody]",
            ".e-content",
            ".entry-content",
            ".post-content",
            ".post-body",
            ".article-content",
            "article",
            "[role=main]",
            "main",
            "#content",
            "#main");

    private static final Set<String> CHROME_TAGS =
            Set.of("nav", "footer", "aside", "form", "script", "style", "noscript", "template", "button", "select");

    private static final Pattern CHROME = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|toc|contents|table-of-contents|related|share|sharing"
                    + "|social|comments?|disqus|pagination|pager|prev|next|newsletter|subscribe|cookie|skip-link|footer)(?:$|[\\s_-])");

    private static final int DEEPEST = 60;

    private PageMain() {}

    static Element of(Document page) {
        for (String sign : SIGNS) {
            List<Element> found = page.select(sign).stream()
                    .filter(element -> element.closest("nav, aside, footer") == null)
                    .toList();
            Optional<Element> most = most(found);
            if (most.isPresent()) {
                return most.get();
            }
        }
        return densest(page.body());
    }

    /// The one that holds most of the text of all; empty when none stands out, as in a list of posts.
    private static Optional<Element> most(List<Element> elements) {
        int total = 0;
        int best = -1;
        Element most = null;
        for (Element element : elements) {
            int length = proseChars(element);
            boolean isInner = most != null && element.parents().contains(most);
            total += isInner ? 0 : length;
            if (!isInner && length > best) {
                most = element;
                best = length;
            }
        }
        return most != null && (elements.size() == 1 || best * 5L >= total * 3L) ? Optional.of(most) : Optional.empty();
    }

    /// Goes down as long as one child holds nearly all of the prose.
    private static Element densest(Element body) {
        Element at = body;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int whole = proseChars(at);
            Element child = null;
            for (Element candidate : at.children()) {
                if (!isChrome(candidate) && proseChars(candidate) * 5L >= whole * 4L && whole > 0) {
                    child = candidate;
                }
            }
            if (child == null || child.normalName().matches("p|h[1-6]|ul|ol|dl|table|pre|blockquote|section")) {
                return at;
            }
            at = child;
        }
        return at;
    }

    /// Characters of text outside links and outside what serves to move about.
    static int proseChars(Element root) {
        int[] chars = {0};
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    chars[0] += text.text().strip().length();
                }
                boolean isAside = node instanceof Element element
                        && depth > 0
                        && (element.normalName().equals("a") || isChrome(element));
                return isAside ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                return FilterResult.CONTINUE;
            }
        });
        return chars[0];
    }

    private static boolean isChrome(Element element) {
        return CHROME_TAGS.contains(element.normalName())
                || element.attr("role").matches("navigation|search|banner|contentinfo|complementary")
                || (element.isBlock() && CHROME.matcher(element.className()).find())
                || (element.normalName().equals("header")
                        && element.parent() != null
                        && element.parent().normalName().equals("body"));
    }

    /// A copy without navigation, and without the signs beside headings that link to them.
    static Element withoutChrome(Element main) {
        Element copy = main.clone();
        List<Element> chrome = new ArrayList<>();
        copy.traverse((node, depth) -> {
            if (depth > 0 && node instanceof Element element && isChrome(element) && !isCallout(element)) {
                chrome.add(element);
            }
        });
        chrome.forEach(Node::remove);
        for (Element link : copy.select("h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], h6 a[href]")) {
            Element heading = link.closest("h1, h2, h3, h4, h5, h6");
            boolean isOwnLink = link.attr("href").contains("#");
            if (heading != null
                    && isOwnLink
                    && heading.text().length() > link.text().length()) {
                link.empty();
            }
        }
        return copy;
    }

    /// Themes write notes within a post as `<aside>`, and may call anything "next".
    private static boolean isCallout(Element element) {
        boolean isNote = element.normalName().equals("aside")
                && element.className()
                        .matches("(?i).*(?:note|tip|info|warning|caution|danger|admonition|callout|starlight-aside).*");
        return isNote || element.selectFirst("h1") != null;
    }
}
