package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.WordTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOBooleanSupplier;
import org.jspecify.annotations.Nullable;

/// An index as it would be without the posts that were deleted and are not merged away yet: in Lucene's own reader
/// their words are still in the dictionary, counted, and found.
///
/// Terms, how often they stand, where, and in how many sections with words each language has are those of what is left.
/// Numbers of documents don't change, so values and what is stored are those of Lucene; who goes through all documents
/// must ask which are live. What deleted documents have is looked up when a word is: an index has few of them.
final class LiveReader extends FilterDirectoryReader {
    private LiveReader(DirectoryReader reader) throws IOException {
        super(reader, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader segment) {
                Bits live = segment.getLiveDocs();
                return live == null ? segment : new LiveSegment(segment, new Dead(live));
            }
        });
    }

    /// @param reader  closed with what is returned
    static DirectoryReader of(DirectoryReader reader) throws IOException {
        return reader instanceof LiveReader || !reader.hasDeletions() ? reader : new LiveReader(reader);
    }

    /// Goes to the first word with a stem, and looks at no other whether it is left.
    ///
    /// @param stem  what {@link WordTerm#first} says of it
    /// @return null when there is none
    static @Nullable BytesRef firstWith(BytesRef stem, TermsEnum words) throws IOException {
        if (words instanceof LiveTermsEnum live) {
            return live.firstWith(stem);
        }
        return words.seekCeil(stem) == TermsEnum.SeekStatus.END ? null : with(stem, words.term());
    }

    /// Goes to the next word with a stem, as {@link #firstWith} to the first.
    static @Nullable BytesRef nextWith(BytesRef stem, TermsEnum words) throws IOException {
        return words instanceof LiveTermsEnum live ? live.nextWith(stem) : with(stem, words.next());
    }

    private static @Nullable BytesRef with(BytesRef stem, @Nullable BytesRef term) {
        return term != null && WordTerm.hasStem(term, stem) ? term : null;
    }

    /// The documents that have a term, deleted ones among them.
    ///
    /// @param terms  at the term
    /// @param used  what may be used again; null: nothing
    static PostingsEnum postingsOfAll(TermsEnum terms, @Nullable PostingsEnum used, int flags) throws IOException {
        return terms instanceof LiveTermsEnum live ? live.postingsOfAll(used, flags) : terms.postings(used, flags);
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader newer) throws IOException {
        return new LiveReader(newer);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
        return in.getReaderCacheHelper();
    }

    /// Who holds the reader otherwise goes on.
    @Override
    protected void doClose() throws IOException {
        in.decRef();
    }

    /// The documents of a segment that are left.
    private static final class LiveSegment extends FilterLeafReader {
        private final Dead dead;

        /// In how many deleted sections words of a language stand, by field.
        private final Map<String, Integer> deadSections = new ConcurrentHashMap<>();

        LiveSegment(LeafReader segment, Dead dead) {
            super(segment);
            this.dead = dead;
        }

        @Override
        public @Nullable Terms terms(String field) throws IOException {
            Terms terms = in.terms(field);
            return terms == null ? null : new LiveTerms(terms, dead, IndexSchema.isText(field) ? sections(field) : 0);
        }

        private int sections(String field) throws IOException {
            Integer known = deadSections.get(field);
            if (known == null) {
                PostingsEnum sections =
                        in.postings(new Term(IndexSchema.WORDS_IN, IndexSchema.languageOf(field)), PostingsEnum.NONE);
                known = sections == null ? 0 : dead.counted(sections).documents();
                deadSections.put(field, known);
            }
            return known;
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    /// The terms that documents which are left have.
    private static final class LiveTerms extends FilterLeafReader.FilterTerms {
        private final Dead dead;
        private final int deadDocuments;

        /// @param deadDocuments  number of deleted documents that have the field
        LiveTerms(Terms terms, Dead dead, int deadDocuments) {
            super(terms);
            this.dead = dead;
            this.deadDocuments = deadDocuments;
        }

        @Override
        public TermsEnum iterator() throws IOException {
            return new LiveTermsEnum(in.iterator(), dead);
        }

        @Override
        public int getDocCount() throws IOException {
            return in.getDocCount() - deadDocuments;
        }
    }

    private static final class LiveTermsEnum extends FilterLeafReader.FilterTermsEnum {
        private final Dead dead;
        private @Nullable PostingsEnum looked;

        /// Of the term at which this stands; null: not counted yet.
        private @Nullable Counted deadOfTerm;

        LiveTermsEnum(TermsEnum terms, Dead dead) {
            super(terms);
            this.dead = dead;
        }

        @Override
        public @Nullable BytesRef next() throws IOException {
            BytesRef term;
            do {
                term = in.next();
                deadOfTerm = null;
            } while (term != null && !isLive());
            return term;
        }

        @Override
        public SeekStatus seekCeil(BytesRef text) throws IOException {
            SeekStatus status = in.seekCeil(text);
            deadOfTerm = null;
            if (status == SeekStatus.END || isLive()) {
                return status;
            }
            return next() == null ? SeekStatus.END : SeekStatus.NOT_FOUND;
        }

        @Nullable
        BytesRef firstWith(BytesRef stem) throws IOException {
            deadOfTerm = null;
            return in.seekCeil(stem) == SeekStatus.END ? null : liveWith(stem, in.term());
        }

        @Nullable
        BytesRef nextWith(BytesRef stem) throws IOException {
            deadOfTerm = null;
            return liveWith(stem, in.next());
        }

        private @Nullable BytesRef liveWith(BytesRef stem, @Nullable BytesRef term) throws IOException {
            BytesRef at = with(stem, term);
            while (at != null && !isLive()) {
                deadOfTerm = null;
                at = with(stem, in.next());
            }
            return at;
        }

        PostingsEnum postingsOfAll(@Nullable PostingsEnum used, int flags) throws IOException {
            return in.postings(used, flags);
        }

        @Override
        public boolean seekExact(BytesRef text) throws IOException {
            boolean isThere = in.seekExact(text);
            deadOfTerm = null;
            return isThere && isLive();
        }

        /// As inherited it would find words that only deleted documents have.
        @Override
        public @Nullable IOBooleanSupplier prepareSeekExact(BytesRef text) throws IOException {
            IOBooleanSupplier isThere = in.prepareSeekExact(text);
            return isThere == null
                    ? null
                    : () -> {
                        deadOfTerm = null;
                        return isThere.get() && isLive();
                    };
        }

        @Override
        public void seekExact(BytesRef term, TermState state) throws IOException {
            in.seekExact(term, state);
            deadOfTerm = null;
        }

        private boolean isLive() throws IOException {
            int documents = in.docFreq();
            return documents > dead.documents || documents > dead().documents;
        }

        private Counted dead() throws IOException {
            Counted known = deadOfTerm;
            if (known == null) {
                looked = in.postings(looked, PostingsEnum.FREQS);
                known = dead.counted(looked);
                deadOfTerm = known;
            }
            return known;
        }

        @Override
        public int docFreq() throws IOException {
            return in.docFreq() - dead().documents;
        }

        @Override
        public long totalTermFreq() throws IOException {
            return in.totalTermFreq() - dead().occurrences;
        }

        @Override
        public PostingsEnum postings(@Nullable PostingsEnum used, int flags) throws IOException {
            PostingsEnum again = used instanceof LivePostings live ? live.inner() : null;
            return new LivePostings(in.postings(again, flags), dead);
        }

        @Override
        public ImpactsEnum impacts(int flags) throws IOException {
            return new SlowImpactsEnum(postings(null, flags));
        }
    }

    /// Where a term stands in documents that are left.
    private static final class LivePostings extends FilterLeafReader.FilterPostingsEnum {
        private final Dead dead;

        LivePostings(PostingsEnum postings, Dead dead) {
            super(postings);
            this.dead = dead;
        }

        PostingsEnum inner() {
            return in;
        }

        @Override
        public int nextDoc() throws IOException {
            return live(in.nextDoc());
        }

        @Override
        public int advance(int target) throws IOException {
            return live(in.advance(target));
        }

        /// As inherited it would go from one document to the next.
        @Override
        public void nextPostings(int upTo, DocAndFloatFeatureBuffer batch) throws IOException {
            int next;
            do {
                in.nextPostings(upTo, batch);
                if (batch.size > 0 && dead.areAny(batch.docs[0], batch.docs[batch.size - 1])) {
                    batch.apply(dead.live);
                }
                next = live(in.docID());
            } while (batch.size == 0 && next < upTo);
        }

        private int live(int document) throws IOException {
            int at = document;
            while (at != NO_MORE_DOCS && !dead.live.get(at)) {
                at = in.nextDoc();
            }
            return at;
        }
    }

    /// The deleted documents of a segment, in runs: those from each first to its last.
    private static final class Dead {
        private final Bits live;
        private final int[] firsts;
        private final int[] lasts;
        private final int documents;

        Dead(Bits live) {
            this.live = live;
            FixedBitSet dead = new FixedBitSet(live.length());
            dead.set(0, dead.length());
            live.applyMask(dead, 0);
            dead.flip(0, dead.length());
            documents = dead.cardinality();
            int[] starts = new int[documents];
            int[] ends = new int[documents];
            int runs = 0;
            for (int document = PostSet.next(dead, 0); document >= 0; document = PostSet.next(dead, document + 1)) {
                boolean goesOn = runs > 0 && ends[runs - 1] == document - 1;
                runs += goesOn ? 0 : 1;
                starts[runs - 1] = goesOn ? starts[runs - 1] : document;
                ends[runs - 1] = document;
            }
            firsts = ArrayUtil.copyOfSubArray(starts, 0, runs);
            lasts = ArrayUtil.copyOfSubArray(ends, 0, runs);
        }

        /// Whether any of some documents, from a first to a last, is deleted.
        boolean areAny(int first, int last) {
            int run = Arrays.binarySearch(lasts, first);
            run = run < 0 ? -run - 1 : run;
            return run < firsts.length && firsts[run] <= last;
        }

        /// What they have of a term.
        Counted counted(PostingsEnum postings) throws IOException {
            int documents = 0;
            long occurrences = 0;
            int at = -1;
            for (int run = 0; run < firsts.length && at != DocIdSetIterator.NO_MORE_DOCS; run++) {
                if (at < firsts[run]) {
                    at = postings.advance(firsts[run]);
                }
                while (at <= lasts[run]) {
                    documents++;
                    occurrences += postings.freq();
                    at = postings.nextDoc();
                }
            }
            return new Counted(documents, occurrences);
        }
    }

    /// How often a term stands in some documents.
    private record Counted(int documents, long occurrences) {}
}
