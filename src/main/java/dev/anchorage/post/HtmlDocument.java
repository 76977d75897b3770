package dev.anchorage.post;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// One page of a built site. Used by one thread.
final class HtmlDocument {
    private static final Pattern PAGE = Pattern.compile("(?i)<(?:!doctype\\s+html|html|head|body)\\b");
    private static final int CHARS_LOOKED_AT = 4096;

    private final Document page;
    private final Element main;
    private final FrontMatter head;

    HtmlDocument(String html) {
        page = Jsoup.parse(html);
        keepFirstIds();
        main = PageMain.of(page);
        head = PageHead.of(page, main);
    }

    /// Whether a text is a whole page and not a fragment.
    static boolean isPage(String html) {
        return PAGE.matcher(html.substring(0, Math.min(CHARS_LOOKED_AT, html.length())))
                .find();
    }

    /// Links lead to the first element that has an id, wherever it stands on the page.
    private void keepFirstIds() {
        Set<String> seen = new HashSet<>();
        for (Element element : page.select("[id]")) {
            if (!seen.add(element.id())) {
                element.removeAttr("id");
            }
        }
    }

    /// What the page says about itself, under the keys of front matter.
    FrontMatter head() {
        return head;
    }

    /// Why the page is no post; empty when it is one.
    Optional<String> whyNoPost(String path) {
        return new PageKind(page, main, head).whyNoPost(path);
    }

    /// The part of the page that holds the post, without what only serves to move about.
    String mainHtml() {
        return PageMain.withoutChrome(main).outerHtml();
    }
}
