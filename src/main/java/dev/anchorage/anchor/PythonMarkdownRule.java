package dev.anchorage.anchor;

import java.util.function.Supplier;

/// Python-Markdown with the extension `toc`, as MkDocs, Pelican and Nikola use it.
///
/// Options: `slugify` (`default`, `unicode`, `pymdownx`), `separator`, `toc`, `attr_list`, `footnotes` (whether these
/// extensions are on) and `version` of Python-Markdown, which before 3.5 counted a footnote's number as text.
final class PythonMarkdownRule {
    private PythonMarkdownRule() {}

    static AnchorStyle pythonMarkdown(Options options) {
        return rule(options, true, true);
    }

    /// MkDocs turns on `toc`, `tables` and `fenced_code`.
    static AnchorStyle mkdocs(Options options) {
        return rule(options, true, false);
    }

    /// Pelican turns on `extra` (with `attr_list` and `footnotes`), but not `toc`: ids are those of authors alone.
    static AnchorStyle pelican(Options options) {
        return rule(options, false, true);
    }

    private static AnchorStyle rule(Options options, boolean toc, boolean extra) {
        Supplier<UniqueIds> ids = options.flag("toc", toc) ? PythonIds::new : NoIds::new;
        ExplicitIds explicit = options.flag("attr_list", extra) ? AttributeBlock::python : ExplicitIds.NONE;
        return new AnchorRule(text(options, extra), slug(options), ids)
                .with(explicit, IdPolicy.CLAIMED_FIRST)
                .with(
                        HeadingQuirk.HASH_WITHOUT_SPACE,
                        HeadingQuirk.NO_LEADING_SPACE,
                        HeadingQuirk.SINGLE_LINE_SETEXT,
                        HeadingQuirk.NOT_IN_HTML_BLOCK);
    }

    /// Entities are put by as raw HTML before ids are made, and dropped like it.
    private static RenderedText text(Options options, boolean extra) {
        RenderedText text = RenderedText.PLAIN
                .withEntity(entity -> "")
                .withText(it -> it.text().replace("\t", "  "));
        if (!options.flag("footnotes", extra)) {
            return text.withFootnote(note -> "^" + note.label());
        }
        boolean countsNumber = options.text("version", "3.7").matches("3\\.[0-4](\\..*)?");
        return countsNumber ? text : text.withFootnote(note -> "");
    }

    private static Slug slug(Options options) {
        String separator = options.text("separator", "-");
        return switch (options.oneOf("slugify", "default", "default", "unicode", "pymdownx")) {
            case "unicode" -> new PythonSlug(true, separator);
            case "pymdownx" -> new PymdownSlug(separator);
            default -> new PythonSlug(false, separator);
        };
    }
}
