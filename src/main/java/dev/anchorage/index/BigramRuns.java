package dev.anchorage.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// Counts the last sign of a run also in queries, which have pairs of signs only, as texts do, which have each sign by
/// itself, too: `使用 Astro` has `Astro` at the third place, not at the second.
final class BigramRuns extends TokenFilter {
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final OffsetAttribute range = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    /// Where the last pair ends; 0: what came last was none.
    private int endOfPair;

    BigramRuns(TokenStream pairs) {
        super(pairs);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (endOfPair > 0 && range.startOffset() >= endOfPair && step.getPositionIncrement() > 0) {
            step.setPositionIncrement(step.getPositionIncrement() + 1);
        }
        endOfPair = type.type().equals(CJKBigramFilter.DOUBLE_TYPE) ? range.endOffset() : 0;
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        endOfPair = 0;
    }
}
