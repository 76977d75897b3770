package dev.anchorage.search;

import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Reads the words of a {@link QueryText} with Lucene's simple parser, each leaf becoming a weighted query over all
/// fields.
///
/// For one query; not thread-safe.
final class QueryReader extends SimpleQueryParser {
    private static final int SYNTAX =
            NOT_OPERATOR | OR_OPERATOR | PREFIX_OPERATOR | PHRASE_OPERATOR | ESCAPE_OPERATOR | WHITESPACE_OPERATOR;

    private final LeafQueries leaves;
    private final Vocabulary vocabulary;
    private final Predicate<String> isStopWord;
    private final List<Word> words = new ArrayList<>();

    /// @param isStopWord  whether a word carries no meaning alone
    QueryReader(SectionAnalyzer analyzer, LeafQueries leaves, Vocabulary vocabulary, Predicate<String> isStopWord) {
        super(analyzer, Map.of(), SYNTAX);
        setDefaultOperator(Occur.MUST);
        this.leaves = leaves;
        this.vocabulary = vocabulary;
        this.isStopWord = isStopWord;
    }

    /// Reads a query.
    ///
    /// @param isTyping  whether the last word may be unfinished
    /// @return null when the query has no words
    @Nullable
    ParsedQuery read(QueryText text, boolean isTyping) {
        Query parsed = parse(text.words());
        if (words.isEmpty() || parsed == null) {
            return null;
        }
        List<BooleanClause> clauses = parsed instanceof BooleanQuery bool && !isLeaf(parsed)
                ? bool.clauses()
                : List.of(new BooleanClause(parsed, Occur.MUST));
        if (isTyping) {
            clauses = completingTheLast(clauses);
        }
        return new ParsedQuery(clauses.stream().map(this::optionalIfStopWord).toList(), words, leaves);
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
        QueryText.Part part = QueryText.Part.marking(text);
        if (part != null) {
            return newDefaultQuery(text);
        }
        return remember(leaves.anyOf(vocabulary.completions(text), 1), null);
    }

    private @Nullable Query remember(@Nullable Query leaf, @Nullable String word) {
        if (leaf != null) {
            words.add(new Word(leaf, word));
        }
        return leaf;
    }

    private boolean isLeaf(Query query) {
        return words.stream().anyMatch(word -> word.leaf().equals(query));
    }

    private List<BooleanClause> completingTheLast(List<BooleanClause> clauses) {
        Word last = words.getLast();
        BooleanClause clause = clauses.getLast();
        if (last.text() == null || !clause.query().equals(last.leaf()) || clause.occur() != Occur.MUST) {
            return clauses;
        }
        Query completed = leaves.anyOf(vocabulary.completions(last.text()), Ranking.COMPLETION);
        if (completed == null) {
            return clauses;
        }
        Query either = new BooleanQuery.Builder()
                .add(last.leaf(), Occur.SHOULD)
                .add(completed, Occur.SHOULD)
                .build();
        List<BooleanClause> finished = new ArrayList<>(clauses.subList(0, clauses.size() - 1));
        finished.add(new BooleanClause(either, Occur.MUST));
        words.set(words.size() - 1, new Word(either, last.text()));
        return finished;
    }

    /// Stop words needn't match when other words remain.
    private BooleanClause optionalIfStopWord(BooleanClause clause) {
        boolean hasOthers = words.stream().anyMatch(word -> word.text() == null || !isStopWord.test(word.text()));
        boolean isOptional = hasOthers
                && clause.occur() == Occur.MUST
                && words.stream()
                        .anyMatch(word -> word.leaf().equals(clause.query())
                                && word.text() != null
                                && isStopWord.test(word.text()));
        return isOptional ? new BooleanClause(clause.query(), Occur.SHOULD) : clause;
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
    record Word(Query leaf, @Nullable String text) {}
}
