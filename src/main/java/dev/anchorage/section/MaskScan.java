package dev.anchorage.section;

import dev.anchorage.anchor.HeadingQuirk;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what template languages and Markdown dialects add to a post: Liquid tags, Hugo shortcodes, attribute lists,
/// directive marks, MDX imports, expressions and comments. One pass, linear, outside fenced code.
final class MaskScan {
    /// Lines that say nothing themselves: attribute lists, MyST targets, contents marks.
    private static final Pattern SILENT_LINE =
            Pattern.compile("^\\s*(?:\\{[:.#][^{}]*\\}|\\([\\w.:-]+\\)=|\\[TOC\\]|\\[\\[_?TOC_?\\]\\]|\\[\\[toc\\]\\]"
                    + "|\\$\\{toc\\}|<!--\\s*more\\s*-->)\\s*$");

    /// Marks at the beginning of a line before a title: containers, admonitions, alerts.
    private static final Pattern MARK = Pattern.compile(
            "^[ \\t>]*(?::{3,}\\s*(?:\\{?[\\w-]+\\}?)?(?:\\{[^{}]*\\})?|!!!\\+?\\s+\\w+|\\?\\?\\?\\+?\\s+\\w+"
                    + "|\\[!\\w+\\])");

    /// With which a silent line begins.
    private static final String SILENT_SIGNS = "{([$<";

    /// With which a mark begins.
    private static final String MARK_SIGNS = ":!?[";

    private static final Pattern MODULE_LINE = Pattern.compile("^(?:import|export)\\s.*");

    /// Template blocks whose content is no prose.
    private static final Pattern VERBATIM = Pattern.compile("\\G\\{[{%][%<-]?\\s*(highlight|codeblock|comment)\\b");

    private static final int LONGEST_TAG = 4_000;

    private final String text;
    private final Lines lines;
    private final boolean isMdx;
    private final boolean hidesComments;

    /// Whether the text has a sign with which tags begin.
    private final boolean mayHaveTags;
    private final Mask mask = new Mask();
    private final Map<String, NextIndex> searches = new HashMap<>();
    private @Nullable Fence fence;

    /// Up to here a brace stands open, so that looking for its end again would be in vain.
    private int openBracesUntil;

    private MaskScan(String text, Lines lines, Set<HeadingQuirk> quirks) {
        this.text = text;
        this.lines = lines;
        isMdx = quirks.contains(HeadingQuirk.MDX);
        hidesComments = !Flexmark.hasHtmlBlocks(quirks);
        mayHaveTags = text.indexOf('{') >= 0 || (hidesComments && text.indexOf('<') >= 0);
    }

    static Mask of(String text, Lines lines, Set<HeadingQuirk> quirks) {
        return new MaskScan(text, lines, quirks).scan();
    }

    private Mask scan() {
        for (int line = 0; line < lines.count(); ) {
            String content = lines.line(line);
            if (fence != null) {
                fence = fence.isClosedBy(content) ? null : fence;
                line++;
            } else if ((fence = Fence.openedBy(content)) != null) {
                line++;
            } else {
                line = scanLine(line, content);
            }
        }
        return mask;
    }

    /// Gives the line to go on with.
    private int scanLine(int line, String content) {
        int start = lines.startOf(line);
        char sign = firstSign(content);
        if (SILENT_SIGNS.indexOf(sign) >= 0 && SILENT_LINE.matcher(content).matches()) {
            mask.add(start, lines.endOf(line), Mask.Kind.HIDDEN);
            return line + 1;
        }
        if (isMdx && MODULE_LINE.matcher(content).matches()) {
            return skipModuleLines(line);
        }
        if (MARK_SIGNS.indexOf(sign) >= 0) {
            Matcher mark = MARK.matcher(content);
            if (mark.find()) {
                hideMark(start, start + mark.end(), lines.endOf(line));
            }
        }
        return mayHaveTags ? lines.lineAt(scanTags(start, line)) + 1 : line + 1;
    }

    /// Behind blanks and quotes; a blank when there is nothing else.
    private static char firstSign(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) <= ' ' || line.charAt(at) == '>')) {
            at++;
        }
        return at < line.length() ? line.charAt(at) : ' ';
    }

    /// The title may stand in brackets behind the mark: `:::tip[Title]`.
    private void hideMark(int start, int end, int lineEnd) {
        int close = end < lineEnd && text.charAt(end) == '[' ? text.lastIndexOf(']', lineEnd - 1) : -1;
        mask.add(start, close > end ? end + 1 : end, Mask.Kind.HIDDEN);
        if (close > end) {
            mask.add(close, close + 1, Mask.Kind.HIDDEN);
        }
    }

    private int skipModuleLines(int line) {
        int depth = 0;
        int last = line;
        for (; last < lines.count(); last++) {
            String content = lines.line(last);
            if (content.isBlank() && depth <= 0) {
                break;
            }
            for (int i = 0; i < content.length(); i++) {
                depth += "{([".indexOf(content.charAt(i)) >= 0 ? 1 : "})]".indexOf(content.charAt(i)) >= 0 ? -1 : 0;
            }
        }
        mask.add(lines.startOf(line), lines.endOf(last - 1), Mask.Kind.HIDDEN);
        return last;
    }

    /// Looks for tags from here to the end of the line on which the last one ends; gives that end.
    private int scanTags(int start, int line) {
        int end = lines.endOf(line);
        for (int at = start; at < end; ) {
            char c = text.charAt(at);
            int tagEnd = c == '{' ? tagAt(at) : c == '<' && hidesComments ? mdxTagAt(at, end) : -1;
            if (tagEnd > at) {
                at = tagEnd;
                end = at > end ? lines.endOf(lines.lineAt(at)) : end;
            } else {
                at = c == '`' ? afterSpan(at, end) : at + 1;
            }
        }
        return end;
    }

    /// Code spans hide template tags from us; Liquid sees them all the same, but then the author meant them as code.
    private int afterSpan(int at, int end) {
        int ticks = at;
        while (ticks < end && text.charAt(ticks) == '`') {
            ticks++;
        }
        int close = text.indexOf(text.substring(at, ticks), ticks);
        return close >= 0 && close < end ? close + ticks - at : ticks;
    }

    private int tagAt(int at) {
        if (text.startsWith("{%", at)) {
            return hide(at, "%}");
        }
        if (isMdx) {
            return text.startsWith("{/*", at) ? hide(at, "*/}") : hideExpression(at);
        }
        return text.startsWith("{{", at) ? hide(at, "}}") : -1;
    }

    private int hide(int at, String closer) {
        int end = next(closer, at) + closer.length();
        if (end > text.length() || (end - at > LONGEST_TAG && !hidesComments)) {
            return -1;
        }
        Matcher verbatim = VERBATIM.matcher(text).region(at, Math.min(text.length(), at + 40));
        if (verbatim.find()) {
            return hideVerbatim(at, end, verbatim.group(1));
        }
        mask.add(at, end, Mask.Kind.HIDDEN);
        return end;
    }

    private int hideVerbatim(int at, int openerEnd, String name) {
        boolean isHugo = text.charAt(at + 1) == '{';
        int close = next((isHugo ? "/" : "end") + name, openerEnd);
        if (close >= text.length()) {
            mask.add(at, openerEnd, Mask.Kind.HIDDEN);
            return openerEnd;
        }
        int closerStart = text.lastIndexOf('{', close);
        int bodyEnd = Math.max(openerEnd, isHugo ? closerStart - 1 : closerStart);
        int closerEnd = Math.min(text.length(), next(isHugo ? "}}" : "%}", close) + 2);
        mask.add(at, openerEnd, Mask.Kind.HIDDEN);
        mask.add(openerEnd, bodyEnd, name.equals("comment") ? Mask.Kind.HIDDEN : Mask.Kind.CODE);
        mask.add(bodyEnd, closerEnd, Mask.Kind.HIDDEN);
        return closerEnd;
    }

    private int next(String wanted, int from) {
        return searches.computeIfAbsent(wanted, w -> new NextIndex(text, w)).from(from);
    }

    /// An expression in braces, which must close on its line.
    private int hideExpression(int at) {
        if (at < openBracesUntil) {
            return -1;
        }
        int lineEnd = lines.endOf(lines.lineAt(at));
        int end = JsxTag.endOfBraces(text, at, lineEnd);
        openBracesUntil = end > 0 ? openBracesUntil : lineEnd;
        if (end > 0) {
            mask.add(at, end, Mask.Kind.HIDDEN);
        }
        return end;
    }

    private int mdxTagAt(int at, int lineEnd) {
        if (text.startsWith("<!--", at)) {
            return hide(at, "-->");
        }
        int end = isMdx ? JsxTag.endOf(text, at) : -1;
        if (end > 0 && (end > lineEnd || text.substring(at, end).indexOf('{') >= 0)) {
            mask.add(at, end, Mask.Kind.HIDDEN);
            return end;
        }
        return -1;
    }
}
