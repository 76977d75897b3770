package dev.anchorage.anchor;

import java.util.Locale;
import java.util.Map;

/// Hexo 8 with hexo-renderer-marked 7. Options as under `marked:`: `modifyAnchors` (1 lower case, 2 upper case),
/// `smartypants`.
final class HexoRule {
    /// hexo-util `unescapeHTML`: the entities that become characters before the slug; all others stay as written.
    private static final Map<String, String> UNESCAPED = Map.of(
            "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&#96;", "`", "&#x2F;", "/", "&#x3D;",
            "=");

    private HexoRule() {}

    static AnchorStyle of(Options options) {
        RenderedText text = RenderedText.PLAIN
                .withEntity(entity -> UNESCAPED.getOrDefault(entity.source(), entity.source()))
                .withFootnote(note -> "^" + note.label())
                .withLineBreak(lineBreak -> "\n");
        if (options.flag("smartypants", true)) {
            text = text.withText(it -> Typography.hexo(it.text()));
        }
        Slug slug = new HexoSlug();
        Slug cased = switch (options.oneOf("modifyAnchors", "0", "0", "1", "2")) {
            case "1" -> it -> slug.of(it).toLowerCase(Locale.ROOT);
            case "2" -> it -> slug.of(it).toUpperCase(Locale.ROOT);
            default -> slug;
        };
        return new AnchorRule(text, cased, () -> new JavaScriptCounter(1));
    }
}
