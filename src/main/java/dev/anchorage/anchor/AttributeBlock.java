package dev.anchorage.anchor;

import dev.anchorage.anchor.ExplicitIds.Braces;
import dev.anchorage.anchor.ExplicitIds.Claim;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Attribute blocks in braces at the end of a heading, in the four grammars that are in use.
final class AttributeBlock {
    private AttributeBlock() {}

    private static final String QUOTED = "\"[^\"]*+\"|'[^']*+'";

    /// goldmark 1.5 `parser/attribute.go`: `{#id .class key=value}`, nothing else; `{}` goes, too.
    private static final Pattern GOLDMARK =
            Pattern.compile("\\{(?:[ \\t,]*+(?:[#.][\\w:.\\-\\x{80}-\\x{10ffff}]++|[A-Za-z_:][\\w:.-]*+=(?:" + QUOTED
                    + "|[^\\s\"'{}=,]++)))*+[ \\t]*+\\}[ \\t]*+");

    /// pandoc `Text.Pandoc.Readers.Markdown.attributes`.
    private static final Pattern PANDOC =
            Pattern.compile("\\{(?:[ \\t]*+(?:[#.][\\p{L}\\p{N}_:.-]++|-|[\\p{L}_:][\\p{L}\\p{N}_:.-]*+=(?:" + QUOTED
                    + "|[^\\s\"'{}]*+)))*+[ \\t]*+\\}[ \\t]*+");

    /// Python-Markdown `extensions/attr_list.py`, `HEADER_RE`; two `*` are emphasis to it, wherever they stand.
    private static final Pattern PYTHON = Pattern.compile("\\{(?![^}]*\\*[^}]*\\*):?+ *+([^}\\n ][^}\\n]*+)\\} *+");

    /// markdown-it-attrs 4, `patterns.js`, "end of block": whatever stands between the braces.
    private static final Pattern MARKDOWN_IT = Pattern.compile("\\{(?!\\s*\\})([^{}]*+)\\}\\s*+");

    private static final Pattern ID = Pattern.compile("#([^\\s#.{}=,]\\S*?)(?=[\\s},]|$)");

    private static final Pattern WORD = Pattern.compile("[^\\s=]++=(?:" + QUOTED + "|\\S++)|\\S++");

    static Claim goldmark(HeadingSource heading) {
        List<String> lines = heading.source().lines().toList();
        String lastLine = lines.isEmpty() ? "" : lines.getLast();
        Braces braces = Braces.endOf(lastLine, GOLDMARK);
        return braces == null
                ? new Claim(null, heading)
                : new Claim(idIn(braces.found().group()), withSource(heading, lastLine.substring(0, braces.start())));
    }

    private static HeadingSource withSource(HeadingSource heading, String source) {
        return new HeadingSource(heading.level(), heading.content(), source, heading.form(), heading.around());
    }

    static Claim pandoc(HeadingSource heading) {
        Braces braces = Braces.endOf(ExplicitIds.lastText(heading), PANDOC);
        return braces == null || !heading.around().closing().isEmpty()
                ? new Claim(null, heading)
                : new Claim(idIn(braces.found().group()), ExplicitIds.cut(heading, braces.start()));
    }

    private static @Nullable String idIn(String block) {
        Matcher id = ID.matcher(block);
        return id.find() ? id.group(1) : null;
    }

    /// A bare word `id` writes an attribute without value, hence an empty id.
    static Claim python(HeadingSource heading) {
        Braces braces = Braces.endOf(ExplicitIds.lastText(heading), PYTHON);
        return braces == null || !braces.hasBlanks()
                ? new Claim(null, heading)
                : new Claim(idAmong(braces.found().group(1), true), ExplicitIds.cut(heading, braces.start()));
    }

    /// With several ids the last one wins, as in markdown-it-anchor.
    static Claim markdownIt(HeadingSource heading) {
        return markdownIt(heading, true);
    }

    /// With several ids the first one wins, as in VitePress.
    static Claim vitePress(HeadingSource heading) {
        return markdownIt(heading, false);
    }

    /// Braces that follow code or emphasis without a blank belong to that.
    private static Claim markdownIt(HeadingSource heading, boolean lastWins) {
        Braces braces = Braces.endOf(ExplicitIds.lastText(heading), MARKDOWN_IT);
        boolean belongsToInline = braces != null
                && braces.start() == 0
                && !braces.hasBlanks()
                && heading.content().size() > 1;
        return braces == null || belongsToInline
                ? new Claim(null, heading)
                : new Claim(idAmong(braces.found().group(1), lastWins), ExplicitIds.cut(heading, braces.start()));
    }

    private static @Nullable String idAmong(String attributes, boolean lastWins) {
        String id = null;
        Matcher word = WORD.matcher(attributes);
        while (word.find() && (lastWins || id == null)) {
            id = idOf(word.group(), id);
        }
        return id;
    }

    private static @Nullable String idOf(String word, @Nullable String before) {
        if (word.startsWith("#")) {
            return word.substring(1);
        }
        if (word.startsWith("id=")) {
            return word.substring(3).replaceAll("^[\"']|[\"']$", "");
        }
        return word.equals("id") ? "" : before;
    }
}
