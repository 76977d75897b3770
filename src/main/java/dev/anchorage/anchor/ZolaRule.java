package dev.anchorage.anchor;

import java.util.regex.Pattern;

/// Zola 0.19. Option `slugify.anchors`: `on` (default), `safe`, `off`.
final class ZolaRule {
    /// pulldown-cmark's heading attributes: `{#id}`, `{#id .class}`.
    private static final Pattern EXPLICIT = Pattern.compile("\\{\\s*#([^\\s{}]++)[^{}]*\\}\\s*");

    private ZolaRule() {}

    static AnchorStyle of(Options options) {
        Slug slug = switch (options.oneOf("slugify.anchors", "on", "on", "safe", "off")) {
            case "safe" -> ZolaRule::safe;
            case "off" -> text -> text;
            default -> new ZolaSlug();
        };
        RenderedText text = RenderedText.PLAIN.withFootnote(note -> "").withLineBreak(lineBreak -> " ");
        return new AnchorRule(text, slug, UniqueIds.NeverTaken::new)
                .with(ExplicitIds.atEnd(EXPLICIT), IdPolicy.CLAIMED_FIRST);
    }

    /// `strip_invalid_paths_chars` and `strip_invalid_anchors_chars`, then blanks become `_`.
    private static String safe(String text) {
        return text.strip()
                .replaceAll("[\"#%<>\\[\\\\\\](){}|`^\\r\\n:*?/]", "")
                .replaceAll("\\s", "_");
    }
}
