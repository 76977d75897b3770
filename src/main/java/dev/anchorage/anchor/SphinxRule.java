package dev.anchorage.anchor;

/// Sphinx with MyST: the id in the page is the docutils section id, whatever `myst_heading_anchors` says.
///
/// Option `myst` is the version of myst-parser (default 4): before 1.0 ids were made of the raw inline content, and
/// headings in quotes and lists were sections. Option `smartquotes` stands for the MyST extension of that name, which
/// works before ids are made; Sphinx's own typography works after it. Option `colon_fence`: directives in `:::`.
final class SphinxRule {
    private SphinxRule() {}

    static AnchorStyle of(Options options) {
        boolean isOld = options.text("myst", "4").startsWith("0");
        RenderedText text = RenderedText.PLAIN
                .withFootnote(footnote -> footnote.label().matches("\\d+") ? footnote.label() : "")
                .withLineBreak(lineBreak -> " ");
        RenderedText raw = text.withHtml(Inline.Html::source).withImage(Inline.Image::alt);
        RenderedText read = isOld ? raw : text;
        if (options.flag("smartquotes", false)) {
            read = read.withText(it -> Typography.withoutQuotesAndDashes(it.text()));
        }
        AnchorRule rule = new AnchorRule(read, new DocutilsSlug(), DocutilsIds::new);
        if (isOld) {
            return rule;
        }
        return options.flag("colon_fence", false)
                ? rule.with(HeadingQuirk.NOT_IN_CONTAINER, HeadingQuirk.NOT_IN_COLON_FENCE)
                : rule.with(HeadingQuirk.NOT_IN_CONTAINER);
    }
}
