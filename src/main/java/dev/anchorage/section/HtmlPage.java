package dev.anchorage.section;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Cuts a post in HTML, or a built page, at its headings. Ids are those of the markup.
final class HtmlPage {
    /// Where pages keep what they are about, the surest sign first.
    private static final List<String> MAIN = List.of(
            "[itemprop=articleBody]",
            ".e-content",
            ".entry-content",
            ".post-content",
            "article",
            "[role=main]",
            "main");

    private HtmlPage() {}

    static Outline read(String html) {
        Outline outline = new Outline();
        Document page = Jsoup.parse(html);
        HtmlFragment.readPage(mainOf(page), outline);
        return outline;
    }

    /// The part of a built page that was found to hold the post.
    static Outline readMain(String html) {
        Outline outline = new Outline();
        HtmlFragment.readPage(Jsoup.parseBodyFragment(html).body(), outline);
        return outline;
    }

    private static Element mainOf(Document page) {
        for (String sign : MAIN) {
            List<Element> found = page.select(sign);
            if (found.size() == 1) {
                return found.getFirst();
            }
        }
        return page.body();
    }
}
