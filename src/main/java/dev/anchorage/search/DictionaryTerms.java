package dev.anchorage.search;

import dev.anchorage.index.CountedTerms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// All terms of a field in an archive, with the postings of the posts at hand.
final class DictionaryTerms extends Terms {
    private final CountedTerms all;
    private final int documents;
    private final boolean hasPlaces;
    private final Function<BytesRef, PlacesAtHand> lookup;

    /// What was looked up.
    private final Map<Integer, PlacesAtHand> known = new ConcurrentHashMap<>();

    /// @param documents  number of those in the archive that have the field; nobody asks it of fields without places
    /// @param hasPlaces  whether terms stand at places of documents, or these have them as a whole
    /// @param lookup  where a term stands in the posts at hand
    DictionaryTerms(CountedTerms all, int documents, boolean hasPlaces, Function<BytesRef, PlacesAtHand> lookup) {
        this.all = all;
        this.documents = documents;
        this.hasPlaces = hasPlaces;
        this.lookup = lookup;
    }

    @Override
    public TermsEnum iterator() {
        return new Cursor();
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
        return hasPlaces;
    }

    @Override
    public boolean hasOffsets() {
        return hasPlaces;
    }

    @Override
    public boolean hasPositions() {
        return hasPlaces;
    }

    @Override
    public boolean hasPayloads() {
        return false;
    }

    private final class Cursor extends BaseTermsEnum {
        private int at = -1;

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
        public PostingsEnum postings(@Nullable PostingsEnum used, int flags) {
            return known.computeIfAbsent(at, first -> lookup.apply(all.term(first)))
                    .postings();
        }

        @Override
        public ImpactsEnum impacts(int flags) {
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
}
