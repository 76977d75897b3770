package dev.anchorage.section;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Fenced blocks: mostly code, but in MyST also notes, figures and the like (`` ```{note} Title ``).
final class Directive {
    private static final Pattern NAME = Pattern.compile("^\\{([\\w:+.-]+)\\}\\s*(.*)$");

    private static final Set<String> PROSE = Set.of(
            "note",
            "warning",
            "tip",
            "important",
            "admonition",
            "seealso",
            "hint",
            "danger",
            "caution",
            "attention",
            "error",
            "epigraph",
            "margin",
            "sidebar",
            "card",
            "grid",
            "dropdown",
            "topic",
            "pull-quote",
            "highlights",
            "rubric",
            "versionadded",
            "versionchanged",
            "deprecated",
            "update",
            "aside",
            "exercise",
            "solution",
            "quote");

    private static final Set<String> FIGURE = Set.of("figure", "image", "figure-md", "thumbnail");

    private static final Set<String> SILENT = Set.of(
            "toctree",
            "contents",
            "tableofcontents",
            "bibliography",
            "postlist",
            "raw",
            "video",
            "iframe",
            "embed",
            "index",
            "listing",
            "include");

    private Directive() {}

    static void read(FencedCodeBlock block, SectionDraft section) {
        Matcher name = NAME.matcher(block.getInfo().toString().strip());
        String content = block.getContentChars().toString();
        if (!name.matches()) {
            section.addCode(content);
        } else if (PROSE.contains(name.group(1))) {
            section.addText(name.group(2));
            section.addText(PlainWords.of(withoutOptions(content)));
        } else if (FIGURE.contains(name.group(1))) {
            readFigure(name.group(2), content, section);
        } else if (!SILENT.contains(name.group(1))) {
            section.addCode(withoutOptions(content));
        }
    }

    private static void readFigure(String file, String content, SectionDraft section) {
        section.addFigure(FigureWords.of(file.strip()));
        content.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(":alt:"))
                .forEach(line -> section.addFigure(line.substring(5)));
        section.addFigure(PlainWords.of(withoutOptions(content)));
    }

    /// Without the `:key: value` lines that open a directive's content.
    private static String withoutOptions(String content) {
        return content.lines()
                .dropWhile(line -> line.isBlank() || line.strip().startsWith(":"))
                .collect(Collectors.joining("\n"));
    }
}
