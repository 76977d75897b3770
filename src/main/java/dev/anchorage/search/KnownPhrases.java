package dev.anchorage.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Leaves out of a query the phrases that can't match since an archive doesn't know all their words. A phrase is asked
/// for in every language of the archive, which together may be more than a cluster takes.
///
/// @param reader  with the dictionary of the archive
record KnownPhrases(IndexReader reader) {
    /// The query without them; null stays null.
    @Nullable
    Query inOrNull(@Nullable Query query) throws IOException {
        return query == null ? null : in(query);
    }

    /// The query without them.
    Query in(Query query) throws IOException {
        if (query instanceof PhraseQuery phrase) {
            return isKnown(phrase) ? phrase : MatchNoDocsQuery.INSTANCE;
        }
        return query instanceof BooleanQuery group ? in(group) : query;
    }

    private Query in(BooleanQuery group) throws IOException {
        BooleanQuery.Builder known = new BooleanQuery.Builder();
        for (BooleanClause clause : group.clauses()) {
            Query part = in(clause.query());
            boolean isNothing = part instanceof MatchNoDocsQuery && clause.occur() == Occur.SHOULD;
            if (!isNothing) {
                known.add(part, clause.occur());
            }
        }
        BooleanQuery left = known.build();
        return left.clauses().isEmpty() ? MatchNoDocsQuery.INSTANCE : left;
    }

    private boolean isKnown(PhraseQuery phrase) throws IOException {
        for (Term word : phrase.getTerms()) {
            boolean isKnown = false;
            for (LeafReaderContext segment : reader.leaves()) {
                isKnown |= segment.reader().docFreq(word) > 0;
            }
            if (!isKnown) {
                return false;
            }
        }
        return true;
    }
}
