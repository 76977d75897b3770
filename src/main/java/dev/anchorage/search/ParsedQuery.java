package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// A query in the forms that answering needs.
///
/// @param clauses  as the reader wrote them
/// @param words  what ranks; empty when the query only excludes
/// @param respelled  the query with the likeliest spelling for each word that the archive doesn't know; null when it
///     knows all
record ParsedQuery(
        List<Clause> clauses,
        List<RankedWord> words,
        @Nullable String respelled) {

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

    /// What a section must match however few of the words it has: phrases, groups and words limited to a part, in
    /// another spelling where the archive doesn't know them, unless that is too much to ask; and nothing that is
    /// excluded. Of alternatives it must match one.
    ///
    /// @param withPhrases  whether phrases are asked for
    /// @return null when it is nothing
    @Nullable
    Query required(boolean withPhrases) {
        if (withPhrases && isAlternatives()) {
            return strict();
        }
        BooleanQuery.Builder required = new BooleanQuery.Builder();
        for (Clause clause : clauses) {
            if (clause.occur() == Occur.MUST_NOT || (withPhrases && clause.isFixed() && clause.occur() == Occur.MUST)) {
                required.add(clause.orSimilar(), clause.occur() == Occur.MUST ? Occur.FILTER : Occur.MUST_NOT);
            }
        }
        BooleanQuery built = required.build();
        if (built.clauses().isEmpty()) {
            return null;
        }
        return built.clauses().stream().anyMatch(clause -> clause.occur() == Occur.FILTER)
                ? built
                : required.add(IndexSchema.sectionsQuery(), Occur.FILTER).build();
    }

    /// Whether the query as a whole is one thing or another.
    private boolean isAlternatives() {
        return clauses.stream().noneMatch(clause -> clause.occur() == Occur.MUST)
                && clauses.stream().anyMatch(clause -> clause.occur() == Occur.SHOULD);
    }

    /// Whether a section may match all that is asked for without having a word of it: only words without meaning are
    /// asked for.
    boolean isOfStopWords() {
        return clauses.stream().anyMatch(clause -> clause.occur() == Occur.MUST)
                && clauses.stream().allMatch(clause -> clause.isStop() || clause.occur() == Occur.MUST_NOT);
    }

    /// How many words a section has when it has all that is asked for.
    int wantedWords() {
        int all = (int) words.stream().filter(word -> !word.isStop()).count();
        return isAlternatives() ? Math.min(1, all) : all;
    }

    /// What a post must match that has all words, be it in different sections.
    List<RemoteQuery.Apart> apart() {
        return clauses.stream()
                .filter(clause -> clause.occur() != Occur.SHOULD)
                .map(clause -> new RemoteQuery.Apart(clause.orSimilar(), clause.occur() == Occur.MUST))
                .toList();
    }

    private Query complete(BooleanQuery.Builder query) {
        if (clauses.stream().allMatch(clause -> clause.occur() == Occur.MUST_NOT)) {
            query.add(IndexSchema.sectionsQuery(), Occur.MUST);
        }
        return query.build();
    }

    /// A word, phrase or group of a query.
    ///
    /// @param text  how it reads
    /// @param asTyped  matches it as it was typed
    /// @param orSimilar  the same, or near spellings when the archive doesn't know the word
    /// @param isFixed  whether it is more than a plain word: a phrase, a group, a word limited to a part
    /// @param isStop  whether it is a word without meaning, which sections may match that don't have it
    record Clause(String text, Query asTyped, Query orSimilar, Occur occur, boolean isFixed, boolean isStop) {
        /// More than a plain word.
        static Clause fixed(String text, Query matching, Occur occur) {
            return new Clause(text, matching, matching, occur, true, false);
        }
    }
}
