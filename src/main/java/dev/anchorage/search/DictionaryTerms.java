package dev.anchorage.search;

import dev.anchorage.index.CountedTerms;
import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// All terms of a field in an archive, with the postings of the posts at hand.
final class DictionaryTerms extends Terms {
    private final CountedTerms all;
    private final int documents;
    private final @Nullable Terms here;

    /// @param documents  number of those in the archive that have the field
    /// @param here  the terms of the posts at hand; null: none
    DictionaryTerms(CountedTerms all, int documents, @Nullable Terms here) {
        this.all = all;
        this.documents = documents;
        this.here = here;
    }

    @Override
    public TermsEnum iterator() throws IOException {
        return new Cursor(here == null ? TermsEnum.EMPTY : here.iterator());
    }

    @Override
    public long size() {
        return all.size();
    }

    @Override
    public long getSumTotalTermFreq() {
        return getSumDocFreq();
    }

    @Override
    public long getSumDocFreq() {
        long sum = 0;
        for (int i = 0; i < all.size(); i++) {
            sum += all.count(i);
        }
        return sum;
    }

    @Override
    public int getDocCount() {
        return documents;
    }

    @Override
    public boolean hasFreqs() {
        return here == null || here.hasFreqs();
    }

    @Override
    public boolean hasOffsets() {
        return here == null || here.hasOffsets();
    }

    @Override
    public boolean hasPositions() {
        return here == null || here.hasPositions();
    }

    @Override
    public boolean hasPayloads() {
        return false;
    }

    private final class Cursor extends BaseTermsEnum {
        private final TermsEnum postings;
        private int at = -1;

        Cursor(TermsEnum postings) {
            this.postings = postings;
        }

        @Override
        public SeekStatus seekCeil(BytesRef term) {
            at = all.ceiling(term);
            return at == all.size() ? SeekStatus.END : all.isAt(at, term) ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
        }

        @Override
        public void seekExact(long place) {
            at = (int) place;
        }

        @Override
        public void seekExact(BytesRef term, TermState state) {
            at = ((Place) state).at;
        }

        @Override
        public TermState termState() {
            return new Place(at);
        }

        @Override
        public @Nullable BytesRef next() {
            at++;
            return at < all.size() ? all.term(at) : null;
        }

        @Override
        public BytesRef term() {
            return all.term(at);
        }

        @Override
        public long ord() {
            return at;
        }

        @Override
        public int docFreq() {
            return all.count(at);
        }

        @Override
        public long totalTermFreq() {
            return all.count(at);
        }

        @Override
        public PostingsEnum postings(@Nullable PostingsEnum used, int flags) throws IOException {
            PostingsEnum again = used instanceof NoPostings ? null : used;
            return postings.seekExact(all.term(at)) ? postings.postings(again, flags) : new NoPostings();
        }

        @Override
        public ImpactsEnum impacts(int flags) throws IOException {
            return new SlowImpactsEnum(postings(null, flags));
        }
    }

    private static final class Place extends TermState {
        private int at;

        Place(int at) {
            this.at = at;
        }

        @Override
        public void copyFrom(TermState other) {
            at = ((Place) other).at;
        }
    }

    /// Of a word that stands in no post at hand.
    private static final class NoPostings extends PostingsEnum {
        private int at = -1;

        @Override
        public int freq() {
            return 0;
        }

        @Override
        public int nextPosition() {
            return -1;
        }

        @Override
        public int startOffset() {
            return -1;
        }

        @Override
        public int endOffset() {
            return -1;
        }

        @Override
        public @Nullable BytesRef getPayload() {
            return null;
        }

        @Override
        public int docID() {
            return at;
        }

        @Override
        public int nextDoc() {
            at = DocIdSetIterator.NO_MORE_DOCS;
            return at;
        }

        @Override
        public int advance(int target) {
            return nextDoc();
        }

        @Override
        public long cost() {
            return 0;
        }
    }
}
