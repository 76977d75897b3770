package dev.anchorage.section;

import com.vladsch.flexmark.ast.Heading;
import dev.anchorage.anchor.HeadingQuirk;
import dev.anchorage.anchor.HeadingSource;
import dev.anchorage.anchor.HeadingSource.Form;
import dev.anchorage.anchor.HeadingSource.IdTaker;
import dev.anchorage.anchor.HeadingSource.Surroundings;
import dev.anchorage.anchor.Inline;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides which headings of the parser are headings to the generator, and describes them for the anchor rule.
final class HeadingSources {
    /// An id in any generator's notation at the end of a heading: `{#id}`, `{: #id .class}`, `{/* #id */}`.
    private static final Pattern WRITTEN_ID = Pattern.compile("\\{(?::|/\\*)?\\s*#[^{}]*\\}\\s*");

    /// What ends a block besides a blank line: tags and container marks.
    private static final Pattern BLOCK_EDGE = Pattern.compile("$|\\s*(?:</?[A-Za-z]|:::)");

    /// Lines that bear on an id are short.
    private static final int LONGEST_NEIGHBOUR = 1_000;

    private final Lines lines;
    private final ColonFences colonFences;
    private final Set<HeadingQuirk> quirks;

    HeadingSources(Lines lines, Set<HeadingQuirk> quirks) {
        this.lines = lines;
        this.quirks = quirks;
        colonFences = quirks.contains(HeadingQuirk.NOT_IN_COLON_FENCE) ? ColonFences.of(lines) : ColonFences.NONE;
    }

    boolean isHeading(Heading heading, boolean isContained, OpenTags openTags) {
        for (HeadingQuirk quirk : quirks) {
            if (isRuledOut(heading, quirk, isContained, openTags)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRuledOut(Heading heading, HeadingQuirk quirk, boolean isContained, OpenTags openTags) {
        return switch (quirk) {
            case HASH_WITHOUT_SPACE -> isAtx(heading) && heading.getText().endsWith("\\");
            case SINGLE_LINE_SETEXT -> heading.getText().indexOf('\n') >= 0;
            case NOT_IN_HTML_BLOCK -> openTags.isInsidePlainHtml();
            case NEVER_EMPTY -> heading.getText().isBlank();
            case AFTER_BLANK_LINE ->
                isAtx(heading) && !BLOCK_EDGE.matcher(lineAbove(heading)).lookingAt();
            case NOT_IN_CONTAINER -> isContained;
            case NOT_IN_COLON_FENCE -> colonFences.isInside(lineOf(heading));
            case NO_LEADING_SPACE, MDX, TIGHT_IN_HTML_BLOCK, FOOTNOTES_SECTION -> false;
        };
    }

    HeadingSource sourceOf(Heading heading, List<Inline> content, List<IdTaker> before) {
        String source = heading.getText().toString().lines().map(String::strip).collect(Collectors.joining("\n"));
        Surroundings around = new Surroundings(
                null,
                isAtx(heading) ? heading.getClosingMarker().toString() : "",
                lineAbove(heading),
                lineBelow(heading),
                before);
        return new HeadingSource(heading.getLevel(), content, source, isAtx(heading) ? Form.ATX : Form.SETEXT, around);
    }

    /// The heading for display, without an id that an author wrote behind it.
    String shownText(String text) {
        int brace = text.lastIndexOf('{');
        boolean endsWithId = brace >= 0
                && WRITTEN_ID.matcher(text).region(brace, text.length()).matches();
        return endsWithId ? text.substring(0, brace).strip() : text;
    }

    private static boolean isAtx(Heading heading) {
        return heading.getOpeningMarker().isNotEmpty();
    }

    private int lineOf(Heading heading) {
        return lines.lineAt(heading.getStartOffset());
    }

    private String lineAbove(Heading heading) {
        return blankAsEmpty(lines.line(lineOf(heading) - 1));
    }

    private String lineBelow(Heading heading) {
        return blankAsEmpty(
                lines.line(lines.lineAt(Math.max(heading.getStartOffset(), heading.getEndOffset() - 1)) + 1));
    }

    private static String blankAsEmpty(String line) {
        return line.isBlank() || line.length() > LONGEST_NEIGHBOUR ? "" : line;
    }
}
