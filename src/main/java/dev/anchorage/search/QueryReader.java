package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.Languages;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.ParsedQuery.Clause;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Reads the words of a {@link QueryText} with Lucene's simple parser, each leaf becoming a weighted query over all
/// fields.
///
/// For one query; not thread-safe.
final class QueryReader extends SimpleQueryParser {
    private static final int SYNTAX = NOT_OPERATOR
            | OR_OPERATOR
            | PREFIX_OPERATOR
            | PHRASE_OPERATOR
            | PRECEDENCE_OPERATORS
            | ESCAPE_OPERATOR
            | WHITESPACE_OPERATOR;

    /// All prefixes of a query together stand for so many words, and each for one at least; more cost much and find
    /// little.
    private static final int MAX_COMPLETED = 48;

    private final QueryTokens tokens;
    private final IndexSnapshot snapshot;
    private final LeafQueries leaves;
    private final WordForms forms;
    private final List<Word> words = new ArrayList<>();

    /// Languages whose stop words are those of the query.
    private List<String> ofStopWords = List.of();

    private int completed;

    QueryReader(SectionAnalyzer analyzer, IndexSnapshot snapshot, QueryTokens tokens, WordForms forms) {
        super(analyzer, Map.of(), SYNTAX);
        this.tokens = tokens;
        this.forms = forms;
        setDefaultOperator(Occur.MUST);
        this.snapshot = snapshot;
        leaves = new LeafQueries(tokens, analyzer);
    }

    /// Reads a query.
    ///
    /// @return null when it has no words
    @Nullable
    ParsedQuery read(QueryText text) throws IOException {
        Query parsed = parse(text.words());
        if (words.isEmpty() || parsed == null) {
            return null;
        }
        ofStopWords = QueryLanguages.ofStopWords(
                snapshot,
                tokens,
                words.stream().map(Word::text).filter(Objects::nonNull).toList());
        List<BooleanClause> clauses = parsed instanceof BooleanQuery group && wordOf(parsed) == null
                ? group.clauses()
                : List.of(new BooleanClause(parsed, Occur.MUST));
        List<Clause> read = new ArrayList<>();
        for (BooleanClause clause : clauses) {
            if (!(clause.query() instanceof MatchAllDocsQuery)) {
                read.add(read(plain(clause)));
            }
        }
        return new ParsedQuery(read, ranked(), forms.respelled());
    }

    private List<RankedWord> ranked() throws IOException {
        List<RankedWord> ranked = new ArrayList<>();
        for (Word word : words) {
            ranked.addAll(word.ranked().size() == 1 ? word.ranked() : ofPhrase(word.ranked()));
        }
        return ranked;
    }

    /// Of words without meaning alone none is bound to a phrase.
    private List<RankedWord> ofPhrase(List<RankedWord> phrase) throws IOException {
        List<String> texts =
                phrase.stream().map(RankedWord::text).filter(Objects::nonNull).toList();
        List<String> languages = QueryLanguages.ofStopWords(snapshot, tokens, texts);
        boolean hasMeaning = !phrase.stream().allMatch(word -> isStop(word, languages));
        return phrase.stream()
                .map(word -> hasMeaning && isStop(word, languages) ? word.bound() : word)
                .toList();
    }

    private static boolean isStop(RankedWord word, List<String> languages) {
        String text = word.text();
        return text != null && QueryLanguages.isStopWord(text, languages);
    }

    /// The parser's way to say `not` is a group of all and not one, the whole query when it only excludes; ours is a
    /// clause.
    private static BooleanClause plain(BooleanClause clause) {
        if (clause.query() instanceof BooleanQuery group) {
            List<BooleanClause> not = group.clauses().stream()
                    .filter(part -> part.occur() == Occur.MUST_NOT)
                    .toList();
            if (not.size() == 1 && group.clauses().size() == 2) {
                return not.getFirst();
            }
        }
        return clause;
    }

    private Clause read(BooleanClause clause) throws IOException {
        Word word = wordOf(clause.query());
        String text = textOf(clause.query());
        if (clause.occur() == Occur.MUST_NOT) {
            words.remove(word);
            return Clause.fixed("-" + text, clause.query(), clause.occur());
        }
        if (word == null || word.text() == null) {
            Query orSimilar = word == null ? clause.query() : orSpelt(word);
            return new Clause(text, clause.query(), orSimilar, clause.occur(), true, false);
        }
        boolean isLast = word.equals(words.getLast());
        boolean isOptional = isOptional(word.text());
        int at = words.indexOf(word);
        boolean isCutName = word.ranked().getFirst().inOnePiece() != null;
        List<Form> found = forms.of(words.stream().map(Word::shown).toList(), at, word.leaf(), isCutName);
        words.set(at, word.rankedAs(List.of(word.ranked().getFirst().inForms(found, isOptional))));
        Query same = any(word.leaf(), forms.inPlaceOf(word.text()), Kind.SYNONYM);
        Query asTyped = isLast && forms.isTyping() ? any(same, found, Kind.COMPLETION) : same;
        boolean isUnknown = found.stream().anyMatch(form -> form.kind() == Kind.SPELLING)
                || (isLast && found.size() > 1 && found.getLast().weight() == Ranking.COMPLETION);
        Query orSimilar = isUnknown ? any(same, found, Kind.SPELLING, Kind.COMPLETION) : asTyped;
        List<String> meaningless = clause.occur() == Occur.MUST ? snapshot.languagesOfStopWord(word.text()) : List.of();
        if (meaningless.isEmpty()) {
            return new Clause(text, asTyped, orSimilar, clause.occur(), false, false);
        }
        return new Clause(text, orAny(asTyped, meaningless), orAny(orSimilar, meaningless), Occur.MUST, false, true);
    }

    /// A phrase, or a word limited to a part, with another spelling for what the archive doesn't know; that ranks, too.
    /// What begins words of the archive is none of that.
    private Query orSpelt(Word word) throws IOException {
        List<RankedWord> ranked = new ArrayList<>();
        List<String> spelt = new ArrayList<>();
        for (RankedWord each : word.ranked()) {
            String typed = each.isBegun() ? null : each.text();
            String other = typed == null ? null : forms.likeliestSpelling(typed);
            ranked.add(other == null ? each : each.orSpelt(other));
            spelt.add(other == null ? each.label() : other);
        }
        Query orSpelt = ranked.equals(word.ranked()) ? null : word.spelt().apply(spelt);
        if (orSpelt == null) {
            return word.leaf();
        }
        words.set(words.indexOf(word), word.rankedAs(ranked));
        return either(word.leaf(), orSpelt);
    }

    /// A stop word matches all sections, when it is one of the language that most posts are in; else also those
    /// with any stop word of its languages, as almost every text in them has. It doesn't depend on the other words,
    /// so that with one more of them nothing matches that didn't before.
    private Query orAny(Query word, List<String> meaningless) {
        String main = QueryLanguages.main(snapshot);
        return meaningless.contains(main) || main.equals(Languages.OTHER)
                ? IndexSchema.sectionsQuery()
                : either(word, leaves.stopWordsOf(meaningless, snapshot.vocabulary()));
    }

    private Query any(Query leaf, List<Form> forms, Kind... kinds) {
        List<String> others = forms.stream()
                .filter(form -> List.of(kinds).contains(form.kind()))
                .map(Form::text)
                .toList();
        Query any = leaves.anyOf(others);
        return any == null ? leaf : either(leaf, any);
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    /// Stop words don't rank when other words remain.
    private boolean isOptional(String text) {
        return QueryLanguages.isStopWord(text, ofStopWords)
                && words.stream()
                        .anyMatch(word -> word.text() == null || !QueryLanguages.isStopWord(word.text(), ofStopWords));
    }

    private String textOf(Query query) {
        Word word = wordOf(query);
        if (word != null) {
            return word.shown();
        }
        return query instanceof BooleanQuery group
                ? group.clauses().stream().map(clause -> textOf(clause.query())).collect(Collectors.joining(" OR "))
                : "";
    }

    /// Queries for two words that the archive doesn't know are equal, but not the same.
    @SuppressWarnings("ReferenceEquality")
    private @Nullable Word wordOf(Query query) {
        return words.stream().filter(word -> word.leaf() == query).findFirst().orElse(null);
    }

    @Override
    protected @Nullable Query newDefaultQuery(String text) {
        QueryText.Part part = QueryText.Part.marking(text);
        if (part == null) {
            Query inOnePiece = inOnePiece(text);
            return inOnePiece == null
                    ? remember(leaves.word(text), text, text, List.of(RankedWord.typed(text)))
                    : remember(inOnePiece, text, text, List.of(RankedWord.cutName(text, inOnePiece)));
        }
        String word = text.substring(1);
        SectionField only = fieldOf(part);
        List<Form> alike = forms.withSynonyms(List.of(word), 0);
        return remember(
                leaves.anyOf(only, alike.stream().map(Form::text).toList()),
                part.key() + ":" + word,
                null,
                List.of(RankedWord.ofForms(alike, only)),
                spelt -> leaves.anyOf(only, spelt));
    }

    @Override
    protected @Nullable Query newPhraseQuery(String text, int slop) {
        QueryText.Part part = QueryText.Part.marking(text);
        SectionField only = part == null ? null : fieldOf(part);
        String phrase = part == null ? text : text.substring(1);
        List<RankedWord> ranked = new ArrayList<>();
        for (String word : phrase.strip().split("\\s+", -1)) {
            ranked.add(RankedWord.ofPhrase(word, phrase, only));
        }
        String shown = (part == null ? "" : part.key() + ":") + "\"" + phrase + "\"";
        return remember(phrase(only, phrase), shown, null, ranked, spelt -> phrase(only, String.join(" ", spelt)));
    }

    private @Nullable Query phrase(@Nullable SectionField only, String text) {
        return only == null ? leaves.phrase(text) : leaves.phrase(only, text);
    }

    /// What begins so, if anything does; a star within a word is text.
    @Override
    protected @Nullable Query newPrefixQuery(String text) {
        if (text.indexOf('*') >= 0) {
            return newDefaultQuery(text);
        }
        QueryText.Part part = QueryText.Part.marking(text);
        String start = part == null ? text : text.substring(1);
        SectionField only = part == null ? null : fieldOf(part);
        List<String> completions = forms.begunBy(start).stream()
                .limit(Math.max(1, MAX_COMPLETED - completed))
                .toList();
        completed += completions.size();
        boolean isBegun = only != null && forms.isTyping();
        if (only != null && isBegun && leaves.word(only, start) == null) {
            return null;
        }
        List<Form> begun = new ArrayList<>(isBegun ? forms.withSynonyms(List.of(start), 0) : List.of());
        completions.forEach(word -> begun.add(new Form(word, Kind.COMPLETION, 1)));
        List<String> texts = begun.stream().map(Form::text).toList();
        Query any = only == null ? leaves.anyOf(texts) : leaves.anyOf(only, texts);
        return remember(
                any == null ? MatchNoDocsQuery.INSTANCE : any,
                (part == null ? "" : part.key() + ":") + start + "*",
                null,
                begun.isEmpty() ? List.of() : List.of(RankedWord.ofForms(begun, only)),
                spelt -> only == null ? null : leaves.anyOf(only, spelt));
    }

    private @Nullable Query remember(
            @Nullable Query leaf, String shown, @Nullable String word, List<RankedWord> ranked) {
        return remember(leaf, shown, word, ranked, spelt -> null);
    }

    private @Nullable Query remember(
            @Nullable Query leaf,
            String shown,
            @Nullable String word,
            List<RankedWord> ranked,
            Function<List<String>, @Nullable Query> spelt) {
        if (leaf != null) {
            words.add(new Word(leaf, shown, word, ranked, spelt));
        }
        return leaf;
    }

    /// Matches a name that the archive has only cut into parts; null when it hasn't, or the text is no such name.
    private @Nullable Query inOnePiece(String text) {
        try {
            boolean isBegun = forms.isTyping() && !forms.begunBy(text).isEmpty();
            Query phrase = !isBegun && tokens.isCutName(text) ? leaves.phrase(text) : null;
            if (phrase == null || snapshot.searcher().count(phrase) == 0) {
                return null;
            }
            tokens.weighAsParts(text);
            return phrase;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
    /// @param shown  how it reads
    /// @param text  the word as typed; null for phrases, prefixes and words limited to a part
    /// @param ranked  the words that rank
    /// @param spelt  matches the same with its words in another spelling; nothing when that isn't known
    private record Word(
            Query leaf,
            String shown,
            @Nullable String text,
            List<RankedWord> ranked,
            Function<List<String>, @Nullable Query> spelt) {
        Word rankedAs(List<RankedWord> others) {
            return new Word(leaf, shown, text, others, spelt);
        }

        /// By hand, since Java links that of a record anew in each process (ADR 36).
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Word word
                    && leaf.equals(word.leaf)
                    && shown.equals(word.shown)
                    && Objects.equals(text, word.text)
                    && ranked.equals(word.ranked);
        }

        @Override
        public int hashCode() {
            return Objects.hash(leaf, shown, text, ranked);
        }
    }
}
