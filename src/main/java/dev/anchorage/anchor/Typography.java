package dev.anchorage.anchor;

import java.util.regex.Pattern;

/// What "smart" typography does to text before a slug is made of it.
final class Typography {
    private static final Pattern KRAMDOWN_SYMBOLS = Pattern.compile("---|--|\\.\\.\\.|<< ?| ?>>");
    private static final Pattern TWO_HYPHENS = Pattern.compile("(?<!-)--(?!-)");
    private static final Pattern OPENING_SINGLE = Pattern.compile("(^|[-\u2014/(\\[{\"\\s])'");
    private static final Pattern OPENING_DOUBLE = Pattern.compile("(^|[-\u2014/(\\[{\u2018\\s])\"");

    private Typography() {}

    /// kramdown's `typographic_syms` are no text to `generate_gfm_header_id`.
    static String withoutKramdownSymbols(String text) {
        return KRAMDOWN_SYMBOLS.matcher(text).replaceAll("");
    }

    /// retext-smartypants 6 with its defaults: exactly two hyphens make an em dash.
    static String retext(String text) {
        return TWO_HYPHENS.matcher(text).replaceAll("—");
    }

    /// Quotes and dashes that have become typographic ones, which docutils drops.
    static String withoutQuotesAndDashes(String text) {
        return text.replaceAll("['\"]|--+", "");
    }

    /// hexo-renderer-marked 7, `renderer.js`, function `smartypants`.
    static String hexo(String text) {
        String dashed = text.replace("---", "—").replace("--", "–");
        String single = OPENING_SINGLE.matcher(dashed).replaceAll("$1‘").replace('\'', '’');
        String doubled = OPENING_DOUBLE.matcher(single).replaceAll("$1“").replace('"', '”');
        return doubled.replace("...", "…");
    }
}
