package dev.anchorage.search;

import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.WordPostings.FieldTerm;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/// Goes through the sections of a segment that have a term in a field, and scores each by BM25. Not thread-safe.
final class Occurrences {
    private final FieldTerm term;
    private final PostingsEnum postings;
    private final @Nullable NumericDocValues lengths;

    private Occurrences(FieldTerm term, PostingsEnum postings, @Nullable NumericDocValues lengths) {
        this.term = term;
        this.postings = postings;
        this.lengths = lengths;
    }

    /// @param flags  what is asked for, of those in {@link PostingsEnum}
    static @Nullable Occurrences of(FieldTerm term, LeafReaderContext segment, int flags) throws IOException {
        IOSupplier<TermState> lookup = term.states().get(segment);
        TermState state = lookup == null ? null : lookup.get();
        if (state == null) {
            return null;
        }
        TermsEnum terms = segment.reader().terms(term.field()).iterator();
        terms.seekExact(term.token(), state);
        PostingsEnum postings = terms.postings(null, flags);
        return new Occurrences(term, postings, segment.reader().getNormValues(term.field()));
    }

    FieldTerm term() {
        return term;
    }

    /// The first section with the term from a document on, that one included; may be beyond the last.
    int from(int document) throws IOException {
        return postings.docID() < document ? postings.advance(document) : postings.docID();
    }

    /// The next section with the term.
    int next() throws IOException {
        return postings.nextDoc();
    }

    /// Number of terms in the field of the current section, roughly when there are many.
    int length() throws IOException {
        return lengths != null && lengths.advanceExact(postings.docID())
                ? SmallFloat.byte4ToInt((byte) lengths.longValue())
                : 1;
    }

    /// How often the term stands in the current section.
    int count() throws IOException {
        return postings.freq();
    }

    /// The BM25 score of the current section.
    float score() throws IOException {
        return score(postings.freq(), term.rarity());
    }

    /// What so many occurrences of something that rare are worth in the current section.
    float score(int count, float rarity) throws IOException {
        float relativeLength = length() / term.averageLength();
        float slope = Ranking.lengthSlope(term.part());
        return term.weight() * rarity * count / (count + Ranking.SATURATION * (1 - slope + slope * relativeLength));
    }

    /// Adds the ranges of the term's occurrences in the current section's text; only when offsets were asked for.
    void addRangesTo(List<Highlight> ranges) throws IOException {
        for (int i = postings.freq(); i > 0; i--) {
            postings.nextPosition();
            ranges.add(new Highlight(postings.startOffset(), postings.endOffset()));
        }
    }

    /// The places of the term in the current section, ascending; only when asked for at the start.
    int[] positions() throws IOException {
        int[] positions = new int[postings.freq()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = postings.nextPosition();
        }
        return positions;
    }
}
