package dev.anchorage.anchor;

import java.util.Set;
import java.util.regex.Pattern;

/// pandoc 2.17. Option `format`: `markdown` (default) or `gfm`.
final class PandocRule {
    private static final Pattern RAW_TEX = Pattern.compile("\\\\[A-Za-z]+");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\u00a0]+");

    private PandocRule() {}

    static AnchorStyle of(Options options) {
        RenderedText text = RenderedText.PLAIN
                .withImage(Inline.Image::alt)
                .withFootnote(note -> "")
                .withLineBreak(lineBreak -> " ");
        return options.oneOf("format", "markdown", "markdown", "gfm").equals("gfm") ? gfm(text) : markdown(text);
    }

    private static AnchorStyle gfm(RenderedText text) {
        RenderedText collapsed = text.withText(it -> BLANKS.matcher(it.text()).replaceAll(" "))
                .withHtml(html -> html.source().matches("(?i)<br\\s*/?>") ? " " : "")
                .withLineBreak(lineBreak -> " ");
        return new AnchorRule(collapsed, PandocSlug.GFM, () -> new UniqueIds.CountedBySlug(false));
    }

    /// Ids are made before links and notes are resolved, so their labels count. A heading that opens a `:::` container
    /// leaves its id to that.
    private static AnchorStyle markdown(RenderedText text) {
        RenderedText read = text.withText(it -> RAW_TEX.matcher(it.text().replaceAll("--+|\\.\\.\\.", ""))
                        .replaceAll(""))
                .withFootnote(Inline.FootnoteReference::label)
                .withReferenceLabel(Inline.ReferenceLabel::label);
        return new AnchorRule(
                AttributeBlock::pandoc,
                heading -> heading.around().lineAbove().startsWith(":::") ? null : read.of(heading),
                orSection(PandocSlug.MARKDOWN),
                UniqueIds.NeverTaken::new,
                IdPolicy.REGISTERED,
                Set.of(
                        HeadingQuirk.NO_LEADING_SPACE,
                        HeadingQuirk.SINGLE_LINE_SETEXT,
                        HeadingQuirk.TIGHT_IN_HTML_BLOCK,
                        HeadingQuirk.AFTER_BLANK_LINE));
    }

    private static Slug orSection(Slug slug) {
        return text -> {
            String id = slug.of(text);
            return id.isEmpty() ? "section" : id;
        };
    }
}
