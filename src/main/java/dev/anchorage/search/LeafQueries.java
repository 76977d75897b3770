package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.Languages;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.Lexicon.IndexedWord;
import dev.anchorage.search.QueryTokens.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanOrQuery;
import org.apache.lucene.queries.spans.SpanPositionRangeQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// Builds the query that matches sections with a word or phrase, in all languages of an index. It only matches; {@link
/// PostRanking} ranks. For one answer; not thread-safe.
final class LeafQueries {
    /// So many stop words of a language, the most frequent ones, are in almost every text.
    private static final int MAX_STOP_WORDS = 64;

    private final QueryTokens tokens;
    private final QueryBuilder builder;

    LeafQueries(QueryTokens tokens, SectionAnalyzer analyzer) {
        this.tokens = tokens;
        builder = new QueryBuilder(analyzer);
    }

    /// A word anywhere in a section or its context; a name by itself or by all of its parts.
    ///
    /// @return null when the analyzer leaves nothing of the text
    @Nullable
    Query word(String text) {
        return inEachLanguage(
                text,
                token -> any(token.words().stream()
                        .map(word -> tokens.lexicon().query(word))
                        .toList()));
    }

    /// Any of several words that stand for one: completions or spellings.
    @Nullable
    Query anyOf(List<String> words) {
        return anyOf(words, word -> word.indexOf(' ') < 0 ? word(word) : phrase(word));
    }

    /// Any of the words that carry no meaning in some languages, in texts of these.
    ///
    /// @param vocabulary  remembers them
    Query stopWordsOf(List<String> languages, Vocabulary vocabulary) {
        return any(languages.stream()
                .map(language -> vocabulary.stopWords(language, this::stopWordsOf))
                .toList());
    }

    private Query stopWordsOf(String language) {
        List<IndexedWord> known = new ArrayList<>();
        for (Object word : Languages.stopWords(language)) {
            List<Token> cut = tokensOf(new String((char[]) word), language);
            IndexedWord indexed = cut.size() == 1 ? cut.getFirst().asTyped() : null;
            if (indexed != null) {
                known.add(indexed);
            }
        }
        known.sort(Comparator.comparingInt(IndexedWord::sections).reversed().thenComparing(IndexedWord::term));
        SynonymQuery.Builder any = new SynonymQuery.Builder(IndexSchema.text(language));
        known.stream().limit(MAX_STOP_WORDS).forEach(word -> any.addTerm(new Term(word.field(), word.term())));
        return any.build();
    }

    /// Any of several words in one part of a section only.
    @Nullable
    Query anyOf(SectionField part, List<String> words) {
        return anyOf(words, word -> word(part, word));
    }

    private static @Nullable Query anyOf(List<String> words, Function<String, @Nullable Query> match) {
        List<Query> any = new ArrayList<>();
        for (String word : words) {
            Query query = match.apply(word);
            if (query != null) {
                any.add(query);
            }
        }
        return any.isEmpty() ? null : any(any);
    }

    /// Words in this order and form.
    @Nullable
    Query phrase(String text) {
        List<Query> any = new ArrayList<>();
        for (String language : tokens.languages()) {
            Query phrase = phrase(IndexSchema.text(language), text);
            if (phrase != null) {
                any.add(phrase);
            }
        }
        return any.isEmpty() ? null : any(any);
    }

    /// A name of hundreds of parts is more than Lucene takes, and nobody has it.
    private @Nullable Query phrase(String field, String text) {
        try {
            return builder.createPhraseQuery(field, text);
        } catch (IndexSearcher.TooManyClauses tooMany) {
            return MatchNoDocsQuery.INSTANCE;
        }
    }

    /// A word in one part of a section only.
    @Nullable
    Query word(SectionField part, String text) {
        return inEachLanguage(text, token -> token.isThere() ? within(part, spans(token)) : any(List.of()));
    }

    /// Words that follow each other in one part of a section, in any of their forms.
    @Nullable
    Query phrase(SectionField part, String text) {
        List<Query> any = new ArrayList<>();
        boolean hasWords = false;
        for (String language : tokens.languages()) {
            List<Token> places = tokensOf(text, language).stream()
                    .filter(token -> !token.isPart())
                    .toList();
            hasWords |= !places.isEmpty();
            if (!places.isEmpty() && places.stream().allMatch(Token::isThere)) {
                SpanQuery[] each = places.stream().map(LeafQueries::spans).toArray(SpanQuery[]::new);
                any.add(within(part, each.length == 1 ? each[0] : new SpanNearQuery(each, 0, true)));
            }
        }
        return hasWords ? any(any) : null;
    }

    private static Query within(SectionField part, SpanQuery words) {
        return any(part.stretches().stream()
                .<Query>map(stretch -> new SpanPositionRangeQuery(words, stretch.first(), stretch.last() + 1))
                .toList());
    }

    private static SpanQuery spans(Token token) {
        return new SpanOrQuery(token.words().stream()
                .map(word -> new SpanTermQuery(new Term(word.field(), word.term())))
                .toArray(SpanQuery[]::new));
    }

    /// All places of a text must match, each by any of the tokens that share it.
    ///
    /// @return null when no language has a token
    private @Nullable Query inEachLanguage(String text, Function<Token, Query> match) {
        List<Query> any = new ArrayList<>();
        boolean hasTokens = false;
        for (String language : tokens.languages()) {
            TreeMap<Integer, List<Query>> places = new TreeMap<>();
            for (Token token : tokensOf(text, language)) {
                hasTokens = true;
                List<Query> place = places.computeIfAbsent(token.position(), first -> new ArrayList<>());
                if (token.isThere()) {
                    place.add(match.apply(token));
                }
            }
            if (!places.isEmpty() && places.values().stream().noneMatch(List::isEmpty)) {
                any.add(all(places.values()));
            }
        }
        return hasTokens ? any(any) : null;
    }

    private List<Token> tokensOf(String text, String language) {
        try {
            return tokens.of(text).getOrDefault(language, List.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Query all(Collection<List<Query>> places) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        places.forEach(place -> all.add(any(place), Occur.MUST));
        return places.size() == 1 ? any(places.iterator().next()) : all.build();
    }

    /// Without any, nothing matches.
    private static Query any(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }
}
