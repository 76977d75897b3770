package dev.anchorage.search;

import dev.anchorage.index.WordTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Looks up words in the dictionaries of all segments, whose cursors it keeps. For one answer; not thread-safe.
final class Lexicon {
    private final IndexReader reader;
    private final Map<String, @Nullable TermsEnum[]> cursors = new HashMap<>();

    /// What was counted last in each segment, to be used again, since each takes kilobytes.
    private final @Nullable PostingsEnum[] counted;

    Lexicon(IndexReader reader) {
        this.reader = reader;
        counted = new PostingsEnum[reader.leaves().size()];
    }

    /// The words of a language that have a stem, in no order.
    ///
    /// @param field  of the language
    List<IndexedWord> withStem(String field, String stem) throws IOException {
        BytesRef first = WordTerm.first(stem);
        List<IndexedWord> words = new ArrayList<>();
        int segments = counted.length;
        for (int segment = 0; segment < segments; segment++) {
            TermsEnum terms = cursor(field, segment);
            BytesRef term = terms == null ? null : LiveReader.firstWith(first, terms);
            while (terms != null && term != null) {
                wordOf(words, field, term, segments).add(segment, terms);
                term = LiveReader.nextWith(first, terms);
            }
        }
        return words;
    }

    private static IndexedWord wordOf(List<IndexedWord> words, String field, BytesRef term, int segments) {
        for (IndexedWord word : words) {
            if (word.term.bytesEquals(term)) {
                return word;
            }
        }
        IndexedWord word = new IndexedWord(field, BytesRef.deepCopyOf(term), new TermState[segments]);
        words.add(word);
        return word;
    }

    /// Goes through the words of a language in a segment; null where it has none.
    private @Nullable TermsEnum cursor(String field, int segment) throws IOException {
        @Nullable TermsEnum[] ofField = cursors.computeIfAbsent(field, first -> new TermsEnum[counted.length]);
        if (ofField[segment] == null) {
            Terms terms = reader.leaves().get(segment).reader().terms(field);
            ofField[segment] = terms == null ? null : terms.iterator();
        }
        return ofField[segment];
    }

    /// How often a word stands in the sections of a segment, to be read before the next word is asked for.
    ///
    /// @return null when the segment doesn't have it
    @Nullable
    PostingsEnum counts(IndexedWord word, LeafReaderContext segment) throws IOException {
        TermsEnum terms = at(word, segment);
        PostingsEnum counts = terms == null ? null : terms.postings(counted[segment.ord], PostingsEnum.FREQS);
        if (counts != null) {
            counted[segment.ord] = counts;
        }
        return counts;
    }

    /// Where a word stands, for who reads no sections but those of posts that are left: among the others may be deleted
    /// ones.
    ///
    /// @param flags  what is asked for, of those in {@link PostingsEnum}
    /// @param used  what was read before in the segment and may be used again; null: nothing
    /// @return null when the segment doesn't have it
    @Nullable
    PostingsEnum postings(IndexedWord word, LeafReaderContext segment, int flags, @Nullable PostingsEnum used)
            throws IOException {
        TermsEnum terms = at(word, segment);
        return terms == null ? null : LiveReader.postingsOfAll(terms, used, flags);
    }

    /// The cursor of a segment, at a word; null when the segment doesn't have it.
    private @Nullable TermsEnum at(IndexedWord word, LeafReaderContext segment) throws IOException {
        TermState state = word.states[segment.ord];
        TermsEnum terms = state == null ? null : cursor(word.field, segment.ord);
        if (terms == null || state == null) {
            return null;
        }
        terms.seekExact(word.term, state);
        return terms;
    }

    /// Matches sections that have a word.
    Query query(IndexedWord word) {
        TermStates states = new TermStates(reader.getContext());
        for (int i = 0; i < word.states.length; i++) {
            TermState state = word.states[i];
            if (state != null) {
                states.register(state, i);
            }
        }
        states.accumulateStatistics(word.sections, word.occurrences);
        return new TermQuery(new Term(word.field, word.term), states);
    }

    /// A word of the index in one language. Grows while it is looked up.
    static final class IndexedWord {
        private final String field;
        private final BytesRef term;
        private final @Nullable TermState[] states;
        private int sections;
        private long occurrences;

        private IndexedWord(String field, BytesRef term, @Nullable TermState[] states) {
            this.field = field;
            this.term = term;
            this.states = states;
        }

        private void add(int segment, TermsEnum terms) throws IOException {
            states[segment] = terms.termState();
            sections += terms.docFreq();
            occurrences += terms.totalTermFreq();
        }

        /// The Lucene field of its language.
        String field() {
            return field;
        }

        BytesRef term() {
            return term;
        }

        /// In how many sections it stands.
        int sections() {
            return sections;
        }
    }
}
