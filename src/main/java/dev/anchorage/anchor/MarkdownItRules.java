package dev.anchorage.anchor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Generators built on markdown-it.
final class MarkdownItRules {
    /// markdown-it-emoji: `:tada:` becomes an emoji token, which is neither text nor code to the slug.
    private static final Pattern SHORTCODE = Pattern.compile(":([+-]1|[a-z][a-z0-9_-]*):");

    private static final Pattern COMMENT = Pattern.compile("<!--(.*)-->", Pattern.DOTALL);

    /// Text and code tokens only; a footnote that no plugin knows is a link.
    private static final RenderedText TOKENS =
            RenderedText.PLAIN.withFootnote(note -> "^" + note.label()).withLineBreak(lineBreak -> "");

    private MarkdownItRules() {}

    /// markdown-it-anchor 8 to 10; option `attrs`: markdown-it-attrs runs before it (default false).
    static AnchorStyle anchor(Options options) {
        ExplicitIds ids = options.flag("attrs", false) ? AttributeBlock::markdownIt : ExplicitIds.NONE;
        return new AnchorRule(TOKENS, new EncodedSlug(), UniqueIds.NeverTaken::new).with(ids, IdPolicy.REGISTERED);
    }

    /// VitePress 1; VuePress alike.
    static AnchorStyle vitePress() {
        RenderedText text = TOKENS.withEntity(Inline.Entity::source).withText(it -> withoutShortcodes(it.text()));
        return new AnchorRule(text, new VuePressSlug(), UniqueIds.NeverTaken::new)
                .with(AttributeBlock::vitePress, IdPolicy.REGISTERED);
    }

    /// Eleventy 3 with `IdAttributePlugin`: works on the HTML tree, comments included.
    static AnchorStyle eleventy() {
        RenderedText text = TOKENS.withLineBreak(lineBreak -> "\n")
                .withHtml(html -> COMMENT.matcher(html.source()).matches()
                        ? COMMENT.matcher(html.source()).replaceFirst("$1")
                        : "");
        HeadingText unlessEmpty = heading -> heading.content().isEmpty() ? null : text.of(heading);
        return new AnchorRule(unlessEmpty, new EleventySlug(), () -> new JavaScriptCounter(2))
                .with(new IdPolicy(true, false, true, true));
    }

    private static String withoutShortcodes(String text) {
        return SHORTCODE
                .matcher(text)
                .replaceAll(code -> Emoji.isShortcode(code.group(1)) ? "" : Matcher.quoteReplacement(code.group()));
    }
}
