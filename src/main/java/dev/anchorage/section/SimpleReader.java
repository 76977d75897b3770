package dev.anchorage.section;

import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.anchor.HeadingSource.Form;
import dev.anchorage.anchor.Inline;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a post at its heading lines without a parser, in linear time whatever the bytes: the way out for posts that the
/// parser can't be trusted with.
final class SimpleReader {
    private static final Pattern ATX = Pattern.compile("^ {0,3}(#{1,6})(?=[ \\t]|$)");
    private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(?:=+|-+)[ \\t]*$");
    private static final int LONGEST_HEADING = 2_000;

    private final Lines lines;
    private final Outline outline = new Outline();
    private final HiddenTags hidden = new HiddenTags();
    private final StringBuilder paragraph = new StringBuilder();
    private int paragraphLines;
    private @Nullable Fence fence;

    private SimpleReader(String text) {
        lines = new Lines(text);
    }

    static Outline read(String text) {
        SimpleReader reader = new SimpleReader(text);
        for (int line = 0; line < reader.lines.count(); line++) {
            reader.readLine(line);
        }
        reader.flush();
        return reader.outline;
    }

    private void readLine(int number) {
        String line = lines.line(number);
        if (fence != null) {
            readFenced(line, fence);
            return;
        }
        boolean wasHidden = hidden.isOpen();
        String visible = hidden.pass(line);
        if (!wasHidden && (fence = Fence.openedBy(line)) != null) {
            flush();
        } else if (line.length() > LONGEST_HEADING || !readHeading(number, visible)) {
            readText(visible);
        }
    }

    private void readFenced(String line, Fence open) {
        if (open.isClosedBy(line)) {
            fence = null;
        } else {
            outline.current().addCode(line);
        }
    }

    private boolean readHeading(int number, String line) {
        Matcher atx = ATX.matcher(line);
        if (atx.lookingAt()) {
            flush();
            open(atx.group(1).length(), withoutClosing(line.substring(atx.end()).strip()), Form.ATX, number);
            return true;
        }
        if (paragraphLines == 1 && UNDERLINE.matcher(line).matches()) {
            String heading = paragraph.toString().strip();
            paragraph.setLength(0);
            paragraphLines = 0;
            open(line.indexOf('=') >= 0 ? 1 : 2, heading, Form.SETEXT, number - 1);
            return true;
        }
        return false;
    }

    /// Without the `#`s behind a blank that close an ATX heading.
    private static String withoutClosing(String content) {
        int end = content.length();
        while (end > 0 && content.charAt(end - 1) == '#') {
            end--;
        }
        boolean isClosed = end == 0 || Character.isWhitespace(content.charAt(end - 1));
        return isClosed ? content.substring(0, end).strip() : content;
    }

    private void open(int level, String source, Form form, int line) {
        String words = PlainWords.of(source);
        outline.open(new HeadingSource(level, List.of(new Inline.Text(words)), source, form), words, line + 1);
    }

    private void readText(String line) {
        if (line.isBlank()) {
            flush();
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            paragraphLines++;
        }
    }

    private void flush() {
        outline.current().addText(PlainWords.of(paragraph.toString()));
        paragraph.setLength(0);
        paragraphLines = 0;
    }
}
