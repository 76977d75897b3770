package dev.anchorage.search;

import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.ParsedQuery.Clause;
import dev.anchorage.search.QueryTokens.Stem;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int SYNTAX =
            NOT_OPERATOR | OR_OPERATOR | PREFIX_OPERATOR | PHRASE_OPERATOR | ESCAPE_OPERATOR | WHITESPACE_OPERATOR;

    /// Alternatives to more unknown words than these cost time and find rubbish.
    private static final int MAX_RESPELLED = 3;

    /// All prefixes of a query together stand for so many words, and each for one at least; more cost much and find
    /// little.
    private static final int MAX_COMPLETED = 48;

    /// Completions of an unknown word so much rarer than a near spelling are not what was meant.
    private static final int RARER = 16;

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");
    private static final Pattern SIGNS_AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    /// What follows the last small letter or sign in a name like `PluralRu` or `promise.proto`; the last number of a
    /// version is none, since another version is meant by any other.
    private static final Pattern LAST_PART =
            Pattern.compile("(?:(?<=\\p{Ll})\\p{Lu}\\p{Ll}*|(?<=[^\\p{L}\\p{N}])\\p{L}[\\p{L}\\p{N}]*)$");

    private final QueryTokens tokens;
    private final IndexSnapshot snapshot;
    private final LeafQueries leaves;
    private final Synonyms synonyms;
    private final List<Word> words = new ArrayList<>();

    /// Languages whose stop words are those of the query.
    private List<String> ofStopWords = List.of();

    private int completed;

    QueryReader(SectionAnalyzer analyzer, IndexSnapshot snapshot, QueryTokens tokens, Synonyms synonyms) {
        super(analyzer, Map.of(), SYNTAX);
        this.tokens = tokens;
        this.synonyms = synonyms;
        setDefaultOperator(Occur.MUST);
        this.snapshot = snapshot;
        leaves = new LeafQueries(tokens, analyzer);
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
        ofStopWords = QueryLanguages.ofStopWords(
                snapshot,
                tokens,
                words.stream().map(Word::text).filter(Objects::nonNull).toList());
        List<BooleanClause> clauses = parsed instanceof BooleanQuery group && wordOf(parsed) == null
                ? group.clauses()
                : List.of(new BooleanClause(parsed, Occur.MUST));
        Respelling respelling = new Respelling(query);
        List<Clause> read = new ArrayList<>();
        for (BooleanClause clause : clauses) {
            if (!(clause.query() instanceof MatchAllDocsQuery)) {
                read.add(read(plain(clause), isTyping, respelling));
            }
        }
        List<RankedWord> ranked =
                words.stream().flatMap(word -> word.ranked().stream()).toList();
        return new ParsedQuery(read, ranked, respelling.offered());
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

    private Clause read(BooleanClause clause, boolean isTyping, Respelling respelling) throws IOException {
        Word word = wordOf(clause.query());
        String text = textOf(clause.query());
        if (clause.occur() == Occur.MUST_NOT) {
            words.remove(word);
            return new Clause("-" + text, clause.query(), clause.query(), clause.occur(), true);
        }
        if (word == null || word.text() == null) {
            return new Clause(text, clause.query(), clause.query(), clause.occur(), true);
        }
        boolean isLast = word.equals(words.getLast());
        boolean isOptional = isOptional(word.text());
        List<Form> forms = forms(word, isLast, isTyping, respelling);
        words.set(words.indexOf(word), word.rankedAs(new RankedWord(forms, isOptional, null)));
        Query asTyped = isLast && isTyping
                ? any(word.leaf(), forms, Kind.COMPLETION, Kind.SYNONYM)
                : any(word.leaf(), forms, Kind.SYNONYM);
        boolean isUnknown = forms.stream().anyMatch(form -> form.kind() == Kind.SPELLING)
                || (isLast && forms.size() > 1 && forms.getLast().weight() == Ranking.COMPLETION);
        Query orSimilar = isUnknown ? any(word.leaf(), forms, Kind.SPELLING, Kind.COMPLETION, Kind.SYNONYM) : asTyped;
        return new Clause(text, asTyped, orSimilar, isOptional ? Occur.SHOULD : clause.occur(), false);
    }

    /// The word, its synonyms, near spellings when the archive knows none of these, and completions when it is the last
    /// one. A word that is being typed and begins words of the archive is not misspelt yet.
    private List<Form> forms(Word leaf, boolean isLast, boolean isTyping, Respelling respelling) throws IOException {
        String word = leaf.shown();
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(word, Kind.TYPED, 1));
        addSynonyms(words.stream().map(Word::shown).toList(), words.indexOf(leaf), forms);
        boolean isKnown = respelling.count >= MAX_RESPELLED
                || forms.size() > 1
                || tokens.isKnown(word)
                || snapshot.searcher().count(leaf.leaf()) > 0;
        List<String> completions = isLast ? completions(word) : List.of();
        boolean isBegun = isTyping && !completions.isEmpty();
        if (!isKnown && !isBegun) {
            List<String> spellings = spellings(word);
            if (isFarRarer(completions, spellings)) {
                completions = List.of();
            }
            spellings.forEach(spelling -> forms.add(new Form(spelling, Kind.SPELLING, Ranking.SPELLING)));
            Stream.concat(spellings.stream(), completions.stream())
                    .findFirst()
                    .ifPresent(other -> respelling.replace(word, other));
        }
        float weight = isTyping || !isKnown ? Ranking.COMPLETION : Ranking.POSSIBLE_COMPLETION;
        addCompletions(word, forms, completions, weight);
        return forms;
    }

    private void addSynonyms(List<String> query, int at, List<Form> forms) {
        synonyms.of(query, at)
                .forEach(
                        (same, standsFor) -> forms.add(new Form(same, Kind.SYNONYM, Ranking.synonym(same, standsFor))));
    }

    private boolean isFarRarer(List<String> completions, List<String> spellings) throws IOException {
        return !completions.isEmpty()
                && !spellings.isEmpty()
                && tokens.sections(completions.getFirst()) * RARER < tokens.sections(spellings.getFirst());
    }

    /// One word of those with the same stem is enough, and none when the word as typed has it. A name that goes on
    /// behind a sign (`String.prototype.at`) has the name typed in it, finished as it may be.
    private void addCompletions(String word, List<Form> forms, List<String> completions, float weight)
            throws IOException {
        Set<Stem> stems = new HashSet<>();
        for (Form form : forms) {
            stems.addAll(tokens.stems(form.text()));
        }
        for (String completion : completions) {
            if (stems.addAll(tokens.stems(completion))) {
                boolean isWithin = completion.length() > word.length()
                        && !Character.isLetterOrDigit(completion.codePointAt(word.length()));
                forms.add(new Form(completion, Kind.COMPLETION, isWithin ? Ranking.COMPLETION : weight));
            }
        }
    }

    /// Words that go on from one, but for itself. A name keeps its capitals, so that its parts are told apart; one that
    /// nothing goes on from is completed in its last part.
    private List<String> completions(String word) {
        Vocabulary vocabulary = snapshot.vocabulary();
        List<String> completions = vocabulary.completions(word);
        Matcher part = LAST_PART.matcher(word);
        boolean isName = part.find();
        if (isName && completions.isEmpty()) {
            String before = word.substring(0, part.start());
            return vocabulary.completions(part.group()).stream()
                    .map(end -> before + goingOnFrom(part.group(), end))
                    .toList();
        }
        return completions.stream()
                .filter(completion -> !completion.equalsIgnoreCase(word))
                .map(completion -> isName ? goingOnFrom(word, completion) : completion)
                .toList();
    }

    /// A completion with the capitals of what was typed, unless it goes on from that by other letters (`œ` from
    /// `oe`).
    private static String goingOnFrom(String typed, String completion) {
        return completion.regionMatches(true, 0, typed, 0, typed.length())
                ? typed + completion.substring(typed.length())
                : completion;
    }

    /// A name that the archive has only without the signs around it, else words that look alike; of a word with a
    /// hyphen each part is spelt alone.
    private List<String> spellings(String word) throws IOException {
        Vocabulary vocabulary = snapshot.vocabulary();
        String bare = SIGNS_AROUND.matcher(word).replaceAll("");
        if (!bare.equals(word) && tokens.isKnown(bare)) {
            return List.of(bare);
        }
        if (!SIGNS.matcher(bare).find()) {
            return vocabulary.spellings(bare);
        }
        String respelled = bare;
        for (String part : SIGNS.split(bare, -1)) {
            List<String> spellings = tokens.isKnown(part) ? List.of() : vocabulary.spellings(part);
            respelled = spellings.isEmpty() ? respelled : respelled.replace(part, spellings.getFirst());
        }
        return respelled.equals(bare) ? List.of() : List.of(respelled);
    }

    private Query any(Query leaf, List<Form> forms, Kind... kinds) {
        List<String> others = forms.stream()
                .filter(form -> List.of(kinds).contains(form.kind()))
                .map(Form::text)
                .toList();
        Query any = leaves.anyOf(others);
        return any == null
                ? leaf
                : new BooleanQuery.Builder()
                        .add(leaf, Occur.SHOULD)
                        .add(any, Occur.SHOULD)
                        .build();
    }

    /// Stop words needn't match when other words remain.
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
            return remember(leaves.word(text), text, text, List.of(RankedWord.typed(text, null)));
        }
        String word = text.substring(1);
        SectionField only = fieldOf(part);
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(word, Kind.TYPED, 1));
        addSynonyms(List.of(word), 0, forms);
        return remember(
                leaves.anyOf(only, forms.stream().map(Form::text).toList()),
                part.key() + ":" + word,
                null,
                List.of(new RankedWord(forms, false, only)));
    }

    @Override
    protected @Nullable Query newPhraseQuery(String text, int slop) {
        QueryText.Part part = QueryText.Part.marking(text);
        SectionField only = part == null ? null : fieldOf(part);
        String phrase = part == null ? text : text.substring(1);
        List<RankedWord> ranked = new ArrayList<>();
        for (String word : phrase.strip().split("\\s+", -1)) {
            ranked.add(RankedWord.typed(word, only));
        }
        String shown = (part == null ? "" : part.key() + ":") + "\"" + phrase + "\"";
        return remember(only == null ? leaves.phrase(phrase) : leaves.phrase(only, phrase), shown, null, ranked);
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
        List<String> completions = snapshot.vocabulary().completions(start).stream()
                .limit(Math.max(1, MAX_COMPLETED - completed))
                .toList();
        completed += completions.size();
        List<Form> forms = completions.stream()
                .map(word -> new Form(word, Kind.COMPLETION, 1))
                .toList();
        Query any = only == null ? leaves.anyOf(completions) : leaves.anyOf(only, completions);
        return remember(
                any == null ? MatchNoDocsQuery.INSTANCE : any,
                (part == null ? "" : part.key() + ":") + start + "*",
                null,
                forms.isEmpty() ? List.of() : List.of(new RankedWord(forms, false, only)));
    }

    private @Nullable Query remember(
            @Nullable Query leaf, String shown, @Nullable String word, List<RankedWord> ranked) {
        if (leaf != null) {
            words.add(new Word(leaf, shown, word, ranked));
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
    /// @param shown  how it reads
    /// @param text  the word as typed; null for phrases, prefixes and words limited to a part
    /// @param ranked  the words that rank
    private record Word(Query leaf, String shown, @Nullable String text, List<RankedWord> ranked) {
        Word rankedAs(RankedWord word) {
            return new Word(leaf, shown, text, List.of(word));
        }
    }

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
