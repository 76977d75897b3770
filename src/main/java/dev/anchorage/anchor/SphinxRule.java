package dev.anchorage.anchor;

/// Sphinx with MyST: the id in the page is the docutils section id, whatever `myst_heading_anchors` says.
final class SphinxRule {
    private SphinxRule() {}

    static AnchorStyle of(Options options) {
        return new AnchorRule(RenderedText.PLAIN, new DocutilsSlug(), DocutilsIds::new)
                .with(HeadingQuirk.NOT_IN_CONTAINER);
    }
}
