package dev.anchorage.section;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import dev.anchorage.anchor.HeadingQuirk;
import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.anchor.HeadingSource.Form;
import dev.anchorage.anchor.HeadingSource.IdTaker;
import dev.anchorage.anchor.HeadingSource.Surroundings;
import dev.anchorage.anchor.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Walks the blocks of one parsed post and fills an outline.
final class BlockReader {
    /// A MyST target on a line of its own.
    private static final Pattern TARGET = Pattern.compile("(?m)^\\(([\\w .:-]+)\\)=[ \\t]*$");

    private static final String TARGET_END = ")=";

    private static final Pattern RAW_HEADING = Pattern.compile("\\s*<h[1-6][\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDENTED_HEADING = Pattern.compile("(?m)^[ \\t]*#{1,6}[ \\t]");

    private final InlineReader inlines;
    private final Mask mask;
    private final Lines lines;
    private final HeadingSources headings;
    private final Outline outline = new Outline();
    private final HiddenTags hidden = new HiddenTags();
    private final OpenTags openTags = new OpenTags();
    private final Set<HeadingQuirk> quirks;
    private final List<FootnoteBlock> footnotes = new ArrayList<>();

    BlockReader(InlineReader inlines, Mask mask, Lines lines, Set<HeadingQuirk> quirks) {
        this.inlines = inlines;
        this.mask = mask;
        this.lines = lines;
        this.quirks = quirks;
        headings = new HeadingSources(lines, quirks);
    }

    Outline read(Document document) {
        readChildren(document, false);
        readFootnotes();
        return outline;
    }

    /// Footnotes that the generator puts at the end of the page, under a heading of its own.
    private void readFootnotes() {
        if (!footnotes.isEmpty() && inlines.hasSeenFootnotes()) {
            Surroundings around = new Surroundings("footnote-label", "", "", "");
            Inline text = new Inline.Text("Footnotes");
            outline.open(
                    new HeadingSource(2, List.of(text), "Footnotes", Form.HTML, around),
                    "Footnotes",
                    lineOf(footnotes.getFirst()));
        }
        footnotes.forEach(footnote -> readChildren(footnote, true));
    }

    private void readChildren(Node parent, boolean isContained) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (hidden.isOpen() && !(node instanceof HtmlBlockBase)) {
                hidden.pass(node.getChars().toString());
            } else if (mask.makesCode(node.getStartOffset())) {
                outline.current().addCode(node.getChars().toString());
            } else if (!(node instanceof Heading && mask.hides(node.getStartOffset()))) {
                readBlock(node, isContained);
            }
        }
    }

    private void readBlock(Node node, boolean isContained) {
        switch (node) {
            case Heading heading -> readHeading(heading, isContained);
            case Paragraph paragraph -> readParagraph(paragraph);
            case ListBlock list -> readList(list);
            case FencedCodeBlock fenced -> Directive.read(fenced, outline.current());
            case IndentedCodeBlock code ->
                outline.current().addCode(code.getContentChars().toString());
            case HtmlBlockBase html -> readHtml(html);
            case TableBlock table -> readTable(table);
            case FootnoteBlock note -> readFootnote(note, isContained);
            case Reference ignored -> {}
            case BlockQuote quote -> readChildren(quote, true);
            default -> readChildren(node, isContained);
        }
    }

    private void readFootnote(FootnoteBlock note, boolean isContained) {
        if (quirks.contains(HeadingQuirk.FOOTNOTES_SECTION)) {
            footnotes.add(note);
        } else {
            readChildren(note, isContained);
        }
    }

    private void readHeading(Heading heading, boolean isContained) {
        Prose prose = readInlines(heading);
        if (headings.isHeading(heading, isContained, openTags)) {
            HeadingSource source = headings.sourceOf(heading, prose.inlines, outline.passTakers());
            outline.open(source, headings.shownText(prose.text()), lineOf(heading));
            prose.addBesidesTextTo(outline);
        } else {
            outline.take(new IdTaker.Rubric(prose.text()));
            prose.addTo(outline);
        }
    }

    private void readParagraph(Paragraph paragraph) {
        if (!Flexmark.hasHtmlBlocks(quirks)
                && RAW_HEADING.matcher(paragraph.getChars()).lookingAt()) {
            HtmlFragment.read(paragraph.getChars().toString(), outline, lineOf(paragraph));
            return;
        }
        Prose prose = readInlines(paragraph);
        if (lines.holds(TARGET_END, paragraph.getStartOffset(), paragraph.getEndOffset())) {
            TARGET.matcher(paragraph.getChars()).results().forEach(target -> takeTarget(target.group(1)));
        }
        if (quirks.contains(HeadingQuirk.MDX)
                && INDENTED_HEADING.matcher(paragraph.getChars()).find()) {
            readIndentedHeadings(paragraph, prose);
            return;
        }
        if (Navigation.isBackToTop(prose)) {
            prose.addBesidesTextTo(outline);
        } else {
            prose.addTo(outline);
        }
    }

    private Prose readInlines(Node block) {
        Prose prose = inlines.read(block);
        for (Inline inline : prose.inlines) {
            if (inline instanceof Inline.FootnoteReference) {
                outline.take(new IdTaker.FootnoteMark());
            }
        }
        return prose;
    }

    private void takeTarget(String name) {
        outline.take(new IdTaker.Target(name));
        outline.otherIds.add(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    /// MDX knows no indented code, so that a heading may be indented as far as it likes; to the parser it is a
    /// paragraph's line.
    private void readIndentedHeadings(Paragraph paragraph, Prose prose) {
        int line = lineOf(paragraph);
        for (List<Inline> part : IndentedHeading.linesOf(prose.inlines)) {
            IndentedHeading heading = IndentedHeading.in(part);
            if (heading == null) {
                outline.current().addText(IndentedHeading.text(part));
            } else {
                outline.open(heading.source(), headings.shownText(heading.shown()), line);
            }
            line++;
        }
        prose.addBesidesTextTo(outline);
    }

    private void readList(ListBlock list) {
        if (Navigation.isTableOfContents(list)) {
            readNavigation(list);
        } else {
            readChildren(list, true);
        }
    }

    private void readNavigation(Node block) {
        for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph paragraph) {
                readInlines(paragraph).addBesidesTextTo(outline);
            } else {
                readNavigation(node);
            }
        }
    }

    private void readHtml(HtmlBlockBase html) {
        String source = html.getChars().toString();
        openTags.pass(source);
        HtmlFragment.read(hidden.pass(source), outline, lineOf(html));
    }

    private void readTable(TableBlock table) {
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableSeparator) {
                continue;
            }
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    readRow(row);
                }
            }
        }
    }

    private void readRow(Node row) {
        StringJoiner cells = new StringJoiner("  ");
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                Prose prose = readInlines(cell);
                cells.add(prose.text());
                prose.addBesidesTextTo(outline);
            }
        }
        outline.current().addText(cells.toString());
    }

    private int lineOf(Node node) {
        return lines.lineAt(node.getStartOffset()) + 1;
    }
}
