package dev.anchorage.anchor;

import dev.anchorage.anchor.ExplicitIds.Claim;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The family that uses github-slugger.
final class GithubSluggerRules {
    /// docusaurus-utils `parseMarkdownHeadingId`.
    private static final Pattern DOCUSAURUS_ID = Pattern.compile("\\{#([^{}]+)\\}");

    /// docusaurus 3.10 reads an id from a comment, too.
    private static final Pattern MDX_COMMENT_ID = Pattern.compile("\\{/\\*\\s*#(\\S+)\\s*\\*/\\}\\s*");

    private static final Pattern HTML_COMMENT_ID = Pattern.compile("^<!--\\s*#(\\S+)\\s*-->$");

    /// gatsby-remark-autolink-headers 6.
    private static final Pattern GATSBY_ID = Pattern.compile("\\{#([\\w-]+)\\}");

    /// remark-directive: a colon and a name make a text directive, whose name is no text.
    private static final Pattern TEXT_DIRECTIVE =
            Pattern.compile("(?<!:):[A-Za-z][\\w-]*(?![\\w:-])(?:\\[([^\\[\\]]*)\\])?(?:\\{[^{}]*\\})?");

    private static final RenderedText FOOTNOTES_UNKNOWN = RenderedText.PLAIN.withFootnote(note -> "^" + note.label());

    private GithubSluggerRules() {}

    private static AnchorRule rule(RenderedText text) {
        return new AnchorRule(text, GithubSlug.SLUGGER, UniqueIds.NeverTaken::new);
    }

    /// rehype-slug 6: works on the HTML tree.
    static AnchorStyle rehype() {
        return rule(RenderedText.PLAIN).with(IdPolicy.HTML_TOO).with(HeadingQuirk.FOOTNOTES_SECTION);
    }

    /// github.com shows headings in HTML with ids as well; `CountedBySlug` is its `TableOfContentsFilter`.
    static AnchorStyle github() {
        return new AnchorRule(RenderedText.PLAIN, GithubSlug.SLUGGER, () -> new UniqueIds.CountedBySlug(true))
                .with(IdPolicy.HTML_TOO);
    }

    /// `@astrojs/markdown-remark` 7; option `smartypants` (default true).
    static AnchorStyle astro(Options options) {
        RenderedText text = options.flag("smartypants", true)
                ? RenderedText.PLAIN.withText(it -> Typography.retext(it.text()))
                : RenderedText.PLAIN;
        return rule(text).with(HeadingQuirk.FOOTNOTES_SECTION);
    }

    /// Docusaurus 3; option `format`: `mdx` (default), `md`, or `detect` (`.mdx` files only are MDX).
    static AnchorStyle docusaurus(Options options) {
        boolean isMdx = options.oneOf("format", "mdx", "mdx", "md", "detect").equals("mdx");
        RenderedText text = RenderedText.PLAIN
                .withImage(Inline.Image::alt)
                .withFootnote(note -> "")
                .withText(it -> TEXT_DIRECTIVE.matcher(it.text()).replaceAll("$1"));
        ExplicitIds ids = isMdx ? GithubSluggerRules::docusaurusMdxId : GithubSluggerRules::docusaurusId;
        AnchorRule rule = rule(text).with(ids, IdPolicy.PLAIN);
        return isMdx ? rule.with(HeadingQuirk.MDX) : rule;
    }

    private static Claim docusaurusMdxId(HeadingSource heading) {
        Claim comment = ExplicitIds.atEnd(MDX_COMMENT_ID).read(heading);
        return comment.id() == null ? docusaurusId(heading) : comment;
    }

    private static Claim docusaurusId(HeadingSource heading) {
        List<Inline> content = heading.content();
        if (!content.isEmpty() && content.getLast() instanceof Inline.Html html) {
            Matcher comment = HTML_COMMENT_ID.matcher(html.source());
            return new Claim(comment.matches() ? comment.group(1) : null, heading);
        }
        return ExplicitIds.atEnd(DOCUSAURUS_ID).read(heading);
    }

    /// gatsby-remark-autolink-headers 6; options `enableCustomId`, `maintainCase`, `removeAccents` (all default false).
    static AnchorStyle gatsby(Options options) {
        RenderedText text = FOOTNOTES_UNKNOWN.withImage(Inline.Image::alt).withHtml(Inline.Html::source);
        boolean keepsCase = options.flag("maintainCase", false);
        boolean dropsAccents = options.flag("removeAccents", false);
        Slug cased = keepsCase ? new GithubSlug(it -> it, " ") : GithubSlug.SLUGGER;
        Slug slug = dropsAccents ? it -> cased.of(withoutAccents(it)) : cased;
        ExplicitIds ids = options.flag("enableCustomId", false) ? ExplicitIds.atEnd(GATSBY_ID) : ExplicitIds.NONE;
        return new AnchorRule(text, slug, UniqueIds.NeverTaken::new).with(ids, IdPolicy.PLAIN);
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
    }
}
