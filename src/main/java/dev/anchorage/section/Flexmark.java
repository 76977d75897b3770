package dev.anchorage.section;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.anchorage.anchor.HeadingQuirk;
import java.util.List;
import java.util.Set;

/// The Markdown parser, set up for a dialect.
final class Flexmark {
    private Flexmark() {}

    static Parser parserFor(Set<HeadingQuirk> quirks) {
        boolean isMdx = quirks.contains(HeadingQuirk.MDX);
        MutableDataSet options = new MutableDataSet()
                .set(
                        Parser.EXTENSIONS,
                        List.of(TablesExtension.create(), FootnoteExtension.create(), StrikethroughExtension.create()))
                .set(Parser.HEADING_NO_ATX_SPACE, quirks.contains(HeadingQuirk.HASH_WITHOUT_SPACE))
                .set(Parser.HEADING_NO_LEAD_SPACE, quirks.contains(HeadingQuirk.NO_LEADING_SPACE))
                .set(Parser.HTML_BLOCK_PARSER, hasHtmlBlocks(quirks))
                .set(Parser.INDENTED_CODE_BLOCK_PARSER, !isMdx)
                .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
                .set(Parser.LIST_BLOCK_PARSER, false);
        return Parser.builder(options)
                .customBlockParserFactory(new FirstSigns.Fences())
                .customBlockParserFactory(new FirstSigns.Lists())
                .build();
    }

    /// Whether tags make blocks in which Markdown rests; else they are inline, and Markdown may stand beside them.
    static boolean hasHtmlBlocks(Set<HeadingQuirk> quirks) {
        return !quirks.contains(HeadingQuirk.MDX) && !quirks.contains(HeadingQuirk.TIGHT_IN_HTML_BLOCK);
    }
}
