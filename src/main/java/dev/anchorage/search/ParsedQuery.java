package dev.anchorage.search;

import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.jspecify.annotations.Nullable;

/// A query in the forms that answering needs, from strict to relaxed.
///
/// @param clauses  as the reader wrote them, stop words optional
/// @param words  the leaves in the order of the query
record ParsedQuery(List<BooleanClause> clauses, List<QueryReader.Word> words, LeafQueries leaves) {

    /// Sections that match all words, ranked.
    Query sections() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.forEach(all::add);
        if (clauses.stream().noneMatch(clause -> clause.isScoring())) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        addPairs(all);
        return all.build();
    }

    /// Sections that match some of the words, those with most of them first; null when that is nothing else.
    @Nullable
    Query someWords() {
        if (requiredClauses().size() < 2) {
            return null;
        }
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        for (BooleanClause clause : clauses) {
            some.add(clause.query(), clause.occur() == Occur.MUST ? Occur.SHOULD : clause.occur());
        }
        addPairs(some);
        return some.setMinimumNumberShouldMatch(1).build();
    }

    /// Posts that match all words, be it in different sections; null when that is nothing else.
    @Nullable
    Query posts(BitSetProducer posts) {
        if (requiredClauses().size() < 2) {
            return null;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (BooleanClause clause : clauses) {
            Occur occur = clause.occur();
            all.add(new ToParentBlockJoinQuery(clause.query(), posts, ScoreMode.Max), occur);
        }
        return all.build();
    }

    private List<BooleanClause> requiredClauses() {
        return clauses.stream().filter(BooleanClause::isRequired).toList();
    }

    private void addPairs(BooleanQuery.Builder query) {
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).text();
            String second = words.get(i).text();
            Query pair = first == null || second == null ? null : leaves.pair(first, second);
            if (pair != null) {
                query.add(pair, Occur.SHOULD);
            }
        }
    }
}
