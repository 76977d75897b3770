package dev.anchorage.anchor;

import dev.anchorage.anchor.ExplicitIds.Claim;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Attribute blocks in braces at the end of a heading, in the four grammars that are in use.
final class AttributeBlock {
    private AttributeBlock() {}

    private static final String QUOTED = "\"[^\"]*\"|'[^']*'";

    /// goldmark 1.5 `parser/attribute.go`: `{#id .class key=value}`, nothing else; `{}` goes, too.
    private static final Pattern GOLDMARK =
            Pattern.compile("\\{(?:[ \\t,]*(?:[#.][\\w:.\\-\\x{80}-\\x{10ffff}]+|[A-Za-z_:][\\w:.-]*=(?:" + QUOTED
                    + "|[^\\s\"'{}=,]+)))*[ \\t]*\\}[ \\t]*$");

    /// pandoc `Text.Pandoc.Readers.Markdown.attributes`.
    private static final Pattern PANDOC =
            Pattern.compile("[ \\t]*\\{(?:[ \\t]*(?:[#.][\\p{L}\\p{N}_:.-]+|-|[\\p{L}_:][\\p{L}\\p{N}_:.-]*=(?:"
                    + QUOTED + "|[^\\s\"'{}]*)))*[ \\t]*\\}[ \\t]*$");

    /// Python-Markdown `extensions/attr_list.py`, `HEADER_RE`; two `*` are emphasis to it, wherever they stand.
    private static final Pattern PYTHON =
            Pattern.compile("[ ]+\\{(?![^}]*\\*[^}]*\\*):?[ ]*([^}\\n ][^}\\n]*)[ ]*\\}[ ]*$");

    /// markdown-it-attrs 4, `patterns.js`, "end of block": whatever stands between the braces.
    private static final Pattern MARKDOWN_IT = Pattern.compile("[ \\t]*\\{([^{}]*[^{}\\s][^{}]*)\\}$");

    private static final Pattern ID = Pattern.compile("#([^\\s#.{}=,]\\S*?)(?=[\\s},]|$)");

    private static final Pattern WORD = Pattern.compile("[^\\s=]+=(?:" + QUOTED + "|[^\\s]+)|[^\\s]+");

    static Claim goldmark(HeadingSource heading) {
        List<String> lines = heading.source().lines().toList();
        String lastLine = lines.isEmpty() ? "" : lines.getLast();
        Matcher block = GOLDMARK.matcher(lastLine);
        if (!block.find()) {
            return new Claim(null, heading);
        }
        String rest = lastLine.substring(0, block.start());
        return new Claim(idIn(block.group()), withSource(heading, rest));
    }

    private static HeadingSource withSource(HeadingSource heading, String source) {
        return new HeadingSource(heading.level(), heading.content(), source, heading.form(), heading.around());
    }

    static Claim pandoc(HeadingSource heading) {
        Matcher block = PANDOC.matcher(ExplicitIds.lastText(heading));
        if (!heading.around().closing().isEmpty() || !block.find()) {
            return new Claim(null, heading);
        }
        return new Claim(idIn(block.group()), ExplicitIds.cut(heading, block.start()));
    }

    private static @Nullable String idIn(String block) {
        Matcher id = ID.matcher(block);
        return id.find() ? id.group(1) : null;
    }

    /// A bare word `id` writes an attribute without value, hence an empty id.
    static Claim python(HeadingSource heading) {
        Matcher block = PYTHON.matcher(ExplicitIds.lastText(heading));
        if (!block.find()) {
            return new Claim(null, heading);
        }
        String id = null;
        Matcher word = WORD.matcher(block.group(1).strip());
        while (word.find()) {
            id = idOf(word.group(), id);
        }
        return new Claim(id, ExplicitIds.cut(heading, block.start()));
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

    /// With several ids the last one wins, as in markdown-it-anchor.
    static Claim markdownIt(HeadingSource heading) {
        return markdownIt(heading, true);
    }

    /// With several ids the first one wins, as in VitePress.
    static Claim vitePress(HeadingSource heading) {
        return markdownIt(heading, false);
    }

    private static Claim markdownIt(HeadingSource heading, boolean lastWins) {
        Matcher block = MARKDOWN_IT.matcher(ExplicitIds.lastText(heading).stripTrailing());
        if (!block.find()
                || (block.start() == 0
                        && heading.content().size() > 1
                        && !block.group().startsWith(" "))) {
            return new Claim(null, heading);
        }
        String id = null;
        Matcher word = WORD.matcher(block.group(1).strip());
        while (word.find()) {
            id = lastWins || id == null ? idOf(word.group(), id) : id;
        }
        return new Claim(id, ExplicitIds.cut(heading, block.start()));
    }
}
