package dev.anchorage.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Finds the sections, and posts, that match a query, in the numbers of the whole index. In which ones words stand is
/// remembered, so that a query of these reads nothing. For one answer; not thread-safe.
final class MatchingSections {
    private static final int CHECKED_EVERY = 1 << 12;

    private final IndexSnapshot snapshot;
    private final IndexSearcher searcher;
    private final TimeBudget budget;

    MatchingSections(IndexSnapshot snapshot, IndexSearcher searcher, TimeBudget budget) {
        this.snapshot = snapshot;
        this.searcher = searcher;
        this.budget = budget;
    }

    /// Those that match; those that were found when the time is over.
    FixedBitSet of(Query query) throws IOException {
        FixedBitSet found = none();
        add(query, found);
        return found;
    }

    private FixedBitSet none() {
        return new FixedBitSet(Math.max(1, snapshot.reader().maxDoc()));
    }

    private void add(Query query, FixedBitSet found) throws IOException {
        if (budget.isOver()) {
            return;
        }
        // No switch over types, which Java links anew in each process (ADR 36).
        if (query instanceof TermQuery word) {
            add(word, found);
        } else if (query instanceof BooleanQuery group) {
            add(group, found);
        } else if (!(query instanceof MatchNoDocsQuery)) {
            addAsLuceneDoes(query, found);
        }
    }

    private void add(BooleanQuery group, FixedBitSet found) throws IOException {
        if (group.getMinimumNumberShouldMatch() > 0) {
            addAsLuceneDoes(group, found);
            return;
        }
        Collection<Query> excluded = group.getClauses(Occur.MUST_NOT);
        FixedBitSet required = required(group);
        if (required == null && excluded.isEmpty()) {
            addAny(group, found);
            return;
        }
        if (required == null) {
            required = none();
            addAny(group, required);
        }
        for (Query not : excluded) {
            required.andNot(of(not));
        }
        // Nothing that is excluded is shown, even when the time is over.
        boolean isExclusionKnown = excluded.isEmpty() || !budget.isOver();
        if (isExclusionKnown) {
            found.or(required);
        }
    }

    private void addAny(BooleanQuery group, FixedBitSet found) throws IOException {
        for (Query any : group.getClauses(Occur.SHOULD)) {
            add(any, found);
        }
    }

    /// Those that match what a group requires; null when that is nothing.
    private @Nullable FixedBitSet required(BooleanQuery group) throws IOException {
        FixedBitSet all = null;
        for (Occur occur : List.of(Occur.MUST, Occur.FILTER)) {
            for (Query clause : group.getClauses(occur)) {
                FixedBitSet found = of(clause);
                if (all == null) {
                    all = found;
                } else {
                    all.and(found);
                }
            }
        }
        return all;
    }

    private void add(TermQuery word, FixedBitSet found) throws IOException {
        WordSections known = snapshot.sectionsOfWords().get(word.getTerm());
        if (known != null) {
            known.addTo(found);
            return;
        }
        FixedBitSet sections = none();
        addAsLuceneDoes(word, sections);
        found.or(sections);
        if (!budget.isOver()) {
            snapshot.sectionsOfWords().put(word.getTerm(), WordSections.of(sections));
        }
    }

    private void addAsLuceneDoes(Query query, FixedBitSet found) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : snapshot.reader().leaves()) {
            Scorer scorer = budget.isOver() ? null : weight.scorer(segment);
            DocIdSetIterator matching = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            Bits live = segment.reader().getLiveDocs();
            int looked = 0;
            for (int at = matching.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = matching.nextDoc()) {
                if (live == null || live.get(at)) {
                    found.set(segment.docBase + at);
                }
                if (++looked % CHECKED_EVERY == 0 && budget.shouldExit()) {
                    return;
                }
            }
        }
    }
}
