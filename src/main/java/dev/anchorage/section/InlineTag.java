package dev.anchorage.section;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// One HTML tag within prose.
final class InlineTag {
    /// Tags that separate words, or that carry something searchable.
    private static final Pattern BREAK = Pattern.compile("(?i)</?(br|hr|p|div|li|td|th|tr|img)\\b.*", Pattern.DOTALL);

    private static final Pattern TELLING = Pattern.compile("(?i).*\\s(href|src|alt|id|name)\\s*=.*", Pattern.DOTALL);

    private InlineTag() {}

    static void read(String tag, Prose prose, int line) {
        if (BREAK.matcher(tag).matches()) {
            prose.say(" ");
        }
        Element element = TELLING.matcher(tag).matches()
                ? Jsoup.parseBodyFragment(tag).body().firstElementChild()
                : null;
        if (element != null) {
            readAttributes(element, prose, line);
        }
    }

    /// What an element says by its attributes: a figure, a link, an id.
    static void readAttributes(Element element, Prose prose, int line) {
        if (element.normalName().equals("img")) {
            prose.figure(element.attr("alt"), element.attr("title"), element.attr("src"));
        }
        if (element.normalName().equals("a") && element.hasAttr("href")) {
            prose.links.add(new Link(element.attr("href"), line));
        }
        for (String key : new String[] {"id", element.normalName().equals("a") ? "name" : "id"}) {
            if (!element.attr(key).isEmpty()) {
                prose.ids.add(element.attr(key));
            }
        }
    }
}
