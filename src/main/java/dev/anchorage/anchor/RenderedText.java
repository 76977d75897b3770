package dev.anchorage.anchor;

import java.util.function.Function;

/// The heading's text as rendered, that is, the concatenation of what each kind of inline content contributes.
///
/// `PLAIN` is what a browser's `textContent` gives; each generator states in which kinds it differs.
record RenderedText(
        Function<Inline.Text, String> text,
        Function<Inline.Entity, String> entity,
        Function<Inline.Code, String> code,
        Function<Inline.Image, String> image,
        Function<Inline.Html, String> html,
        Function<Inline.FootnoteReference, String> footnote,
        Function<Inline.LineBreak, String> lineBreak,
        Function<Inline.ReferenceLabel, String> referenceLabel)
        implements HeadingText {

    static final RenderedText PLAIN = new RenderedText(
            Inline.Text::text,
            Inline.Entity::text,
            Inline.Code::text,
            image -> "",
            html -> "",
            footnote -> Integer.toString(footnote.number()),
            lineBreak -> "\n",
            label -> "");

    @Override
    public String of(HeadingSource heading) {
        StringBuilder joined = new StringBuilder();
        for (Inline inline : heading.content()) {
            joined.append(contributionOf(inline));
        }
        return joined.toString();
    }

    private String contributionOf(Inline inline) {
        return switch (inline) {
            case Inline.Text it -> text.apply(it);
            case Inline.Entity it -> entity.apply(it);
            case Inline.Code it -> code.apply(it);
            case Inline.Image it -> image.apply(it);
            case Inline.Html it -> html.apply(it);
            case Inline.FootnoteReference it -> footnote.apply(it);
            case Inline.LineBreak it -> lineBreak.apply(it);
            case Inline.ReferenceLabel it -> referenceLabel.apply(it);
        };
    }

    RenderedText withText(Function<Inline.Text, String> reading) {
        return new RenderedText(reading, entity, code, image, html, footnote, lineBreak, referenceLabel);
    }

    RenderedText withEntity(Function<Inline.Entity, String> reading) {
        return new RenderedText(text, reading, code, image, html, footnote, lineBreak, referenceLabel);
    }

    RenderedText withCode(Function<Inline.Code, String> reading) {
        return new RenderedText(text, entity, reading, image, html, footnote, lineBreak, referenceLabel);
    }

    RenderedText withImage(Function<Inline.Image, String> reading) {
        return new RenderedText(text, entity, code, reading, html, footnote, lineBreak, referenceLabel);
    }

    RenderedText withHtml(Function<Inline.Html, String> reading) {
        return new RenderedText(text, entity, code, image, reading, footnote, lineBreak, referenceLabel);
    }

    RenderedText withFootnote(Function<Inline.FootnoteReference, String> reading) {
        return new RenderedText(text, entity, code, image, html, reading, lineBreak, referenceLabel);
    }

    RenderedText withLineBreak(Function<Inline.LineBreak, String> reading) {
        return new RenderedText(text, entity, code, image, html, footnote, reading, referenceLabel);
    }

    RenderedText withReferenceLabel(Function<Inline.ReferenceLabel, String> reading) {
        return new RenderedText(text, entity, code, image, html, footnote, lineBreak, reading);
    }
}
