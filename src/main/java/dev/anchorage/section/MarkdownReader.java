package dev.anchorage.section;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.sequence.CharSubSequence;
import dev.anchorage.anchor.HeadingQuirk;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts Markdown of one dialect at its headings. Thread-safe.
final class MarkdownReader {
    private final Set<HeadingQuirk> quirks;

    /// Made for the first text, since an update that finds nothing changed needs none.
    private volatile @Nullable Parser made;

    MarkdownReader(Set<HeadingQuirk> quirks) {
        this.quirks = Set.copyOf(quirks);
    }

    private Parser parser() {
        Parser parser = made;
        if (parser == null) {
            parser = Flexmark.parserFor(quirks);
            made = parser;
        }
        return parser;
    }

    Outline read(String text) {
        Lines lines = new Lines(text);
        Mask mask = MaskScan.of(text, lines, quirks);
        Document document = parser().parse(CharSubSequence.of(text));
        return new BlockReader(new InlineReader(document, mask, lines), mask, lines, quirks).read(document);
    }
}
