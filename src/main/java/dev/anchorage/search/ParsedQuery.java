package dev.anchorage.search;

import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.jspecify.annotations.Nullable;

/// A query in the forms that answering needs, from strict to relaxed.
///
/// @param clauses  as the reader wrote them, stop words optional
/// @param pairs  neighbouring words standing close together, a reason to rank higher
/// @param respelled  the query with the likeliest spelling for each word that the archive doesn't know; null when it
/// knows all
record ParsedQuery(
        List<Clause> clauses, List<Query> pairs, @Nullable String respelled) {

    /// Sections that match all words as typed.
    Query strict() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.forEach(clause -> all.add(clause.asTyped(), clause.occur()));
        return complete(all);
    }

    /// Sections that match all words, unknown ones in another spelling.
    Query respelledStrict() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.forEach(clause -> all.add(clause.orSimilar(), clause.occur()));
        return complete(all);
    }

    /// Sections that match some of the words, unknown ones in another spelling too. The more words, the higher the
    /// score.
    Query some() {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        clauses.forEach(clause -> some.add(clause.orSimilar(), softened(clause.occur())));
        return complete(some);
    }

    /// Posts that match all words, be it in different sections.
    Query allInPost(BitSetProducer posts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.forEach(clause -> all.add(joined(clause, posts), clause.occur()));
        return all.build();
    }

    /// Posts ranked by their best section, and a little by how well each word is met anywhere in the post.
    ///
    /// @param sections  what a section must match
    Query ranked(Query sections, BitSetProducer posts) {
        BooleanQuery.Builder ranked = new BooleanQuery.Builder()
                .add(new ToParentBlockJoinQuery(PostSearch.onlySections(sections), posts, ScoreMode.Max), Occur.MUST);
        clauses.stream()
                .filter(clause -> clause.occur() != Occur.MUST_NOT)
                .forEach(clause -> ranked.add(new BoostQuery(joined(clause, posts), Ranking.WHOLE_POST), Occur.SHOULD));
        Query allWords = new ToParentBlockJoinQuery(PostSearch.onlySections(strict()), posts, ScoreMode.None);
        return ranked.add(new BoostQuery(new ConstantScoreQuery(allWords), Ranking.ALL_WORDS), Occur.SHOULD)
                .build();
    }

    private static Query joined(Clause clause, BitSetProducer posts) {
        return new ToParentBlockJoinQuery(PostSearch.onlySections(clause.orSimilar()), posts, ScoreMode.Max);
    }

    private static Occur softened(Occur occur) {
        return occur == Occur.MUST ? Occur.SHOULD : occur;
    }

    private Query complete(BooleanQuery.Builder query) {
        if (clauses.stream().allMatch(clause -> clause.occur() == Occur.MUST_NOT)) {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
            return query.build();
        }
        boolean isOptional = query.build().clauses().stream().noneMatch(BooleanClause::isRequired);
        if (!isOptional) {
            pairs.forEach(pair -> query.add(pair, Occur.SHOULD));
            return query.build();
        }
        // A pair alone is no match, so at least one word must be there besides it.
        BooleanQuery.Builder withPairs = new BooleanQuery.Builder().add(query.build(), Occur.MUST);
        pairs.forEach(pair -> withPairs.add(pair, Occur.SHOULD));
        return withPairs.build();
    }

    /// A word, phrase or group of a query.
    ///
    /// @param asTyped  matches it as it was typed
    /// @param orSimilar  the same, or near spellings when the archive doesn't know the word
    record Clause(Query asTyped, Query orSimilar, Occur occur) {}
}
