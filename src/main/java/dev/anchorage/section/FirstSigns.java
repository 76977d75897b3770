package dev.anchorage.section;

import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;

/// Asks flexmark whether a line begins a block only when its first sign may, since flexmark asks each line with a
/// pattern, which is a sixth of parsing.
///
/// Fences and lists begin with different signs, so it doesn't matter which of them is asked first; both keep their
/// place among the other blocks.
final class FirstSigns {
    private FirstSigns() {}

    private static BlockParserFactory only(String signs, BlockParserFactory blocks) {
        return (state, matched) -> isAny(signs, state) ? blocks.tryStart(state, matched) : BlockStart.none();
    }

    private static boolean isAny(String signs, ParserState state) {
        int first = state.getNextNonSpaceIndex();
        return first < state.getLine().length() && signs.indexOf(state.getLine().charAt(first)) >= 0;
    }

    /// Fenced code.
    static final class Fences extends FencedCodeBlockParser.Factory {
        @Override
        public BlockParserFactory apply(DataHolder options) {
            return only("`~", super.apply(options));
        }
    }

    /// Lists.
    static final class Lists extends ListBlockParser.Factory {
        @Override
        public BlockParserFactory apply(DataHolder options) {
            return only("*-+0123456789", super.apply(options));
        }
    }
}
