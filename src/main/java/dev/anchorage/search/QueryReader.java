package dev.anchorage.search;

import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.ParsedQuery.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Reads the words of a {@link QueryText} with Lucene's simple parser, each leaf becoming a weighted query over all
/// fields.
///
/// For one query; not thread-safe.
final class QueryReader extends SimpleQueryParser {
    private static final int SYNTAX =
            NOT_OPERATOR | OR_OPERATOR | PREFIX_OPERATOR | PHRASE_OPERATOR | ESCAPE_OPERATOR | WHITESPACE_OPERATOR;

    /// Alternatives to more unknown words than these cost time and find rubbish.
    private static final int MAX_RESPELLED = 3;

    private final IndexSnapshot snapshot;
    private final LeafQueries leaves;
    private final List<Word> words = new ArrayList<>();

    QueryReader(SectionAnalyzer analyzer, IndexSnapshot snapshot) {
        super(analyzer, Map.of(), SYNTAX);
        setDefaultOperator(Occur.MUST);
        this.snapshot = snapshot;
        leaves = new LeafQueries(snapshot.languages(), analyzer);
    }

    /// Reads a query.
    ///
    /// @param query  as typed, for the spelling to offer
    /// @param isTyping  whether the last word may be unfinished
    /// @return null when the query has no words
    @Nullable
    ParsedQuery read(String query, QueryText text, boolean isTyping) throws IOException {
        Query parsed = parse(text.words());
        if (words.isEmpty() || parsed == null) {
            return null;
        }
        List<BooleanClause> clauses = parsed instanceof BooleanQuery group && wordOf(parsed) == null
                ? group.clauses()
                : List.of(new BooleanClause(parsed, Occur.MUST));
        Respelling respelling = new Respelling(query);
        List<Clause> read = new ArrayList<>();
        for (BooleanClause clause : clauses) {
            read.add(read(clause, isTyping, respelling));
        }
        return new ParsedQuery(read, pairs(), respelling.offered());
    }

    private Clause read(BooleanClause clause, boolean isTyping, Respelling respelling) throws IOException {
        Word word = wordOf(clause.query());
        if (word == null || word.text() == null || clause.occur() == Occur.MUST_NOT) {
            return new Clause(clause.query(), clause.query(), clause.occur());
        }
        boolean isLast = word.equals(words.getLast());
        Query asTyped = isTyping && isLast ? orCompletions(word.leaf(), word.text()) : word.leaf();
        Query orSimilar = orSimilar(asTyped, word.text(), isLast, respelling);
        return new Clause(asTyped, orSimilar, isOptional(word.text()) ? Occur.SHOULD : clause.occur());
    }

    /// Adds near spellings and, for the last word, completions, when the archive doesn't know the word.
    private Query orSimilar(Query asTyped, String word, boolean isLast, Respelling respelling) throws IOException {
        if (respelling.count >= MAX_RESPELLED
                || snapshot.vocabulary().isKnown(word)
                || snapshot.searcher().count(asTyped) > 0) {
            return asTyped;
        }
        List<String> spellings = snapshot.vocabulary().spellings(word);
        if (!spellings.isEmpty()) {
            respelling.replace(word, spellings.getFirst());
        }
        BooleanQuery.Builder similar = new BooleanQuery.Builder().add(asTyped, Occur.SHOULD);
        add(similar, leaves.anyOf(spellings), Ranking.SPELLING);
        if (isLast) {
            add(similar, leaves.anyOf(snapshot.vocabulary().completions(word)), Ranking.COMPLETION);
        }
        return similar.build();
    }

    private Query orCompletions(Query leaf, String word) {
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(leaf, Occur.SHOULD);
        add(either, leaves.anyOf(snapshot.vocabulary().completions(word)), Ranking.COMPLETION);
        return either.build();
    }

    private static void add(BooleanQuery.Builder query, @Nullable Query part, float weight) {
        if (part != null) {
            query.add(new BoostQuery(part, weight), Occur.SHOULD);
        }
    }

    /// Stop words needn't match when other words remain.
    private boolean isOptional(String text) {
        return snapshot.isStopWord(text)
                && words.stream().anyMatch(word -> word.text() == null || !snapshot.isStopWord(word.text()));
    }

    private List<Query> pairs() {
        List<Query> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).text();
            String second = words.get(i).text();
            Query pair = first == null || second == null ? null : leaves.pair(first, second);
            if (pair != null) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private @Nullable Word wordOf(Query query) {
        return words.stream()
                .filter(word -> word.leaf().equals(query))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected @Nullable Query newDefaultQuery(String text) {
        QueryText.Part part = QueryText.Part.marking(text);
        Query leaf = part == null ? leaves.word(text) : leaves.only(fieldOf(part), text.substring(1), false);
        return remember(leaf, part == null ? text : null);
    }

    @Override
    protected @Nullable Query newPhraseQuery(String text, int slop) {
        QueryText.Part part = QueryText.Part.marking(text);
        Query leaf = part == null ? leaves.phrase(text) : leaves.only(fieldOf(part), text.substring(1), true);
        return remember(leaf, null);
    }

    @Override
    protected @Nullable Query newPrefixQuery(String text) {
        return QueryText.Part.marking(text) != null
                ? newDefaultQuery(text)
                : remember(leaves.anyOf(snapshot.vocabulary().completions(text)), null);
    }

    private @Nullable Query remember(@Nullable Query leaf, @Nullable String word) {
        if (leaf != null) {
            words.add(new Word(leaf, word));
        }
        return leaf;
    }

    private static SectionField fieldOf(QueryText.Part part) {
        return switch (part) {
            case TITLE -> SectionField.TITLE;
            case HEADING -> SectionField.HEADING;
            case CODE -> SectionField.CODE;
        };
    }

    /// A leaf of the query.
    ///
    /// @param text  the word as typed; null for phrases, prefixes and words limited to a part
    private record Word(Query leaf, @Nullable String text) {}

    /// The query as it would be spelt by the archive.
    private static final class Respelling {
        private final String query;
        private String respelled;
        private int count;

        Respelling(String query) {
            this.query = query;
            respelled = query;
        }

        void replace(String word, String spelling) {
            count++;
            respelled = respelled.replace(word, spelling);
        }

        @Nullable
        String offered() {
            return respelled.equalsIgnoreCase(query) ? null : respelled;
        }
    }
}
