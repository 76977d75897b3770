package dev.anchorage.anchor;

import dev.anchorage.anchor.ExplicitIds.Braces;
import dev.anchorage.anchor.ExplicitIds.Claim;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Jekyll, that is, kramdown 2.4. Options as under `kramdown:` in `_config.yml`: `input` (`GFM`, the default of Jekyll,
/// or `kramdown`), `auto_ids`, `auto_id_prefix`.
final class KramdownRule {
    /// An id at the very end of the heading's line; one with a class or blanks does not count.
    private static final Pattern ON_LINE = Pattern.compile("\\{#([^\\s{}#]+)\\}");

    /// A block's attribute list on the line below, `{: #id .class}`.
    private static final Pattern BELOW = Pattern.compile("^ {0,3}\\{:(?!:)[^{}]*?#([A-Za-z][\\w:.-]*)[^{}]*\\}\\s*$");

    private static final Pattern BEFORE_FIRST_LETTER = Pattern.compile("^[^a-zA-Z]+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-zA-Z0-9 -]");

    private KramdownRule() {}

    static AnchorStyle of(Options options) {
        boolean isGfm = options.oneOf("input", "gfm", "gfm", "kramdown").equals("gfm");
        boolean writesIds = options.flag("auto_ids", true);
        String prefix = options.text("auto_id_prefix", "");
        RenderedText text = RenderedText.PLAIN
                .withText(it -> Typography.withoutKramdownSymbols(it.text()))
                .withEntity(entity -> "")
                .withFootnote(note -> "");
        return new AnchorRule(
                KramdownRule::explicitId,
                text,
                isGfm ? GithubSlug.KRAMDOWN : KramdownRule::plainSlug,
                () -> new Prefixed(writesIds, prefix),
                IdPolicy.PLAIN,
                quirks(isGfm));
    }

    private static Set<HeadingQuirk> quirks(boolean isGfm) {
        Set<HeadingQuirk> quirks = EnumSet.of(
                HeadingQuirk.NO_LEADING_SPACE,
                HeadingQuirk.SINGLE_LINE_SETEXT,
                HeadingQuirk.NOT_IN_HTML_BLOCK,
                HeadingQuirk.NEVER_EMPTY);
        if (!isGfm) {
            quirks.add(HeadingQuirk.AFTER_BLANK_LINE);
        }
        return quirks;
    }

    private static Claim explicitId(HeadingSource heading) {
        Matcher below = BELOW.matcher(heading.around().lineBelow());
        Braces onLine =
                heading.around().closing().isEmpty() ? Braces.endOf(ExplicitIds.lastText(heading), ON_LINE) : null;
        HeadingSource rest = onLine == null ? heading : ExplicitIds.cut(heading, onLine.start());
        String idOnLine = onLine == null ? null : onLine.found().group(1);
        String id = below.matches() ? below.group(1) : idOnLine;
        return new Claim(id, rest);
    }

    /// `Converter::Base#basic_generate_id`.
    private static String plainSlug(String text) {
        String begun = BEFORE_FIRST_LETTER.matcher(text).replaceFirst("");
        String slug =
                Fold.withoutContext(NOT_PLAIN.matcher(begun).replaceAll("").replace(' ', '-'));
        return slug.isEmpty() ? "section" : slug;
    }

    /// Counts by slug, then prepends the prefix; or writes nothing.
    private static final class Prefixed implements UniqueIds {
        private final UniqueIds counted = new CountedBySlug(false);
        private final boolean writesIds;
        private final String prefix;

        Prefixed(boolean writesIds, String prefix) {
            this.writesIds = writesIds;
            this.prefix = prefix;
        }

        @Override
        public @Nullable String allot(String slug) {
            String id = counted.allot(slug);
            return id == null || !writesIds ? null : prefix + id;
        }

        @Override
        public void claim(String id) {
            // ids of authors are not counted
        }
    }
}
