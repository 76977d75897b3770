package dev.anchorage.index;

import dev.anchorage.index.PostBlock.Occurrence;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/// The words of a {@link PostBlock}'s section as they were cut before.
final class BlockTokens extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute range = addAttribute(OffsetAttribute.class);
    private final List<BytesRef> terms;
    private final List<Occurrence> words;
    private int next;
    private int position = -1;

    BlockTokens(List<BytesRef> terms, List<Occurrence> words) {
        this.terms = terms;
        this.words = words;
    }

    @Override
    public void reset() {
        next = 0;
        position = -1;
    }

    @Override
    public boolean incrementToken() {
        if (next == words.size()) {
            return false;
        }
        clearAttributes();
        Occurrence word = words.get(next++);
        term.setBytesRef(terms.get(word.term()));
        step.setPositionIncrement(word.position() - position);
        position = word.position();
        range.setOffset(word.start(), word.end());
        return true;
    }
}
