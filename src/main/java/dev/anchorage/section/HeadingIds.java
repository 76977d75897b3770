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
        return parent != null && parent.hasAttr("id") && heading.elementSiblingIndex() == 0 ? parent.id() : null;
    }
}
