package dev.anchorage.section;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Where the markup of pages keeps the id of a heading: on itself, on an anchor within, or on the section that it
/// opens.
final class HeadingIds {
    private HeadingIds() {}

    static @Nullable String of(Element heading) {
        if (heading.hasAttr("id")) {
            return heading.id();
        }
        Element inner = heading.selectFirst("[id], a[name]");
        if (inner != null) {
            return inner.hasAttr("id") ? inner.id() : inner.attr("name");
        }
        Element parent = heading.parent();
        return parent != null && parent.hasAttr("id") && opens(heading) ? parent.id() : null;
    }

    /// Whether nothing that readers see stands before a heading in what holds it.
    private static boolean opens(Element heading) {
        Element before = heading.previousElementSibling();
        while (before != null && before.text().isEmpty() && before.childrenSize() == 0) {
            before = before.previousElementSibling();
        }
        return before == null;
    }

    /// The same, or the id of an empty anchor right before the heading.
    static @Nullable String near(Element heading) {
        String own = of(heading);
        Element before = heading.previousElementSibling();
        if (own != null || before == null || !before.text().isEmpty() || !before.is("a[name], a[id], span[id]")) {
            return own;
        }
        return before.hasAttr("id") ? before.id() : before.attr("name");
    }
}
