package dev.anchorage.section;

import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.anchor.HeadingSource.Form;
import dev.anchorage.anchor.HeadingSource.Surroundings;
import dev.anchorage.anchor.Inline;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// Reads a piece of HTML into an outline: text, figures, code, links, ids, and headings, which open sections.
final class HtmlFragment implements NodeFilter {
    private static final Set<String> SILENT = Set.of(
            "script", "style", "template", "noscript", "svg", "iframe", "object", "head", "nav", "button", "form");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final Outline outline;
    private final int line;
    private final boolean isPage;
    private Prose prose = new Prose();

    private HtmlFragment(Outline outline, int line, boolean isPage) {
        this.outline = outline;
        this.line = line;
        this.isPage = isPage;
    }

    /// A piece within Markdown.
    ///
    /// @param line  1-based line of the body on which the piece begins
    static void read(String html, Outline outline, int line) {
        if (!html.isBlank()) {
            new HtmlFragment(outline, line, false)
                    .readAll(Jsoup.parseBodyFragment(html).body());
        }
    }

    /// A whole post, whose headings may have their ids beside them.
    static void readPage(Element main, Outline outline) {
        new HtmlFragment(outline, 1, true).readAll(main);
    }

    private void readAll(Element root) {
        root.filter(this);
        flush();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        return switch (node) {
            case TextNode text -> say(text);
            case Element element -> enter(element);
            default -> FilterResult.CONTINUE;
        };
    }

    private FilterResult say(TextNode text) {
        prose.say(text.getWholeText());
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        if (SILENT.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.isBlock() || name.equals("br")) {
            flush();
        }
        if (HEADINGS.contains(name)) {
            openSection(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        InlineTag.readAttributes(element, prose, line);
        return switch (name) {
            case "pre", "code" -> readCode(element);
            case "figcaption" -> readCaption(element);
            default -> FilterResult.CONTINUE;
        };
    }

    private FilterResult readCode(Element element) {
        prose.code.add(element.wholeText());
        if (element.normalName().equals("code")) {
            prose.say(element.text());
        }
        return FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult readCaption(Element element) {
        prose.figures.add(element.text());
        element.select("a[href]").forEach(link -> InlineTag.readAttributes(link, prose, line));
        return FilterResult.SKIP_ENTIRELY;
    }

    private void openSection(Element heading) {
        Surroundings around = new Surroundings(idOf(heading), "", "", "");
        int level = heading.normalName().charAt(1) - '0';
        Inline text = new Inline.Text(heading.wholeText().strip());
        HeadingSource source = new HeadingSource(level, List.of(text), heading.html(), Form.HTML, around);
        outline.open(source, heading.text(), line);
        Prose beside = new Prose();
        heading.select("a, img").forEach(inner -> InlineTag.readAttributes(inner, beside, line));
        beside.addBesidesTextTo(outline);
    }

    private @Nullable String idOf(Element heading) {
        if (isPage) {
            return HeadingIds.near(heading);
        }
        return heading.hasAttr("id") ? heading.id() : null;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            flush();
        }
        return FilterResult.CONTINUE;
    }

    private void flush() {
        if (Navigation.isBackToTop(prose)) {
            prose.addBesidesTextTo(outline);
        } else {
            prose.addTo(outline);
        }
        prose = new Prose();
    }
}
