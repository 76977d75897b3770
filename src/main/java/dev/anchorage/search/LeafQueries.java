package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.QueryTokens.Token;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// Builds the query for one word or phrase over all fields and languages of an index. What matches words only matches;
/// {@link PostRanking} ranks. For one answer; not thread-safe.
final class LeafQueries {
    /// Those that are analysed in the language of the section.
    private static final List<SectionField> PARTS = Arrays.stream(SectionField.values())
            .filter(part -> part != SectionField.CODE)
            .toList();

    private final List<String> languages;
    private final IndexReader reader;
    private final QueryBuilder builder;
    private final QueryTokens tokens;

    /// @param languages  the keys under which the index has sections
    LeafQueries(List<String> languages, SectionAnalyzer analyzer, IndexReader reader) {
        this.languages = languages;
        this.reader = reader;
        this.builder = new QueryBuilder(analyzer);
        tokens = new QueryTokens(analyzer, reader);
    }

    /// A word anywhere in a section or its context. Fields that don't have it are left out, since a query asks for many
    /// words in many fields.
    ///
    /// @return null when the analyzer leaves nothing of the text
    @Nullable
    Query word(String text) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String language : languages) {
            // A heading above may be in another language than the section.
            Query whole = all(IndexSchema.wholePost(language), text);
            List<SectionField> parts = whole != null && isThere(whole) ? PARTS : List.of(SectionField.HEADING_PATH);
            for (SectionField part : parts) {
                addIfThere(any, whole == null ? null : in(part.in(language), whole));
            }
        }
        Query exact = all(IndexSchema.WORDS, text);
        addIfThere(any, exact == null ? null : in(SectionField.CODE.in(""), exact));
        add(any, exact);
        return built(any);
    }

    /// The same terms in another field that is analysed alike, since analysing costs more than all else here.
    private static Query in(String field, Query query) {
        return switch (query) {
            case TermQuery term -> new TermQuery(new Term(field, term.getTerm().bytes()));
            case SynonymQuery same -> {
                SynonymQuery.Builder moved = new SynonymQuery.Builder(field);
                same.getTerms().forEach(term -> moved.addTerm(new Term(field, term.bytes())));
                yield moved.build();
            }
            case BooleanQuery group -> {
                BooleanQuery.Builder moved = new BooleanQuery.Builder();
                group.clauses().forEach(clause -> moved.add(in(field, clause.query()), clause.occur()));
                yield moved.build();
            }
            default -> throw new IllegalArgumentException("no query for words: " + query);
        };
    }

    private @Nullable Query all(String field, String text) {
        return builder.createBooleanQuery(field, text, Occur.MUST);
    }

    private void addIfThere(BooleanQuery.Builder any, @Nullable Query part) {
        if (part != null && isThere(part)) {
            any.add(part, Occur.SHOULD);
        }
    }

    /// Whether the index has the terms that a query needs.
    boolean isThere(Query query) {
        try {
            return switch (query) {
                case TermQuery term -> reader.docFreq(term.getTerm()) > 0;
                case BooleanQuery group ->
                    group.clauses().stream().allMatch(clause -> !clause.isRequired() || isThere(clause.query()));
                default -> true;
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Any of several words that stand for one: completions or spellings.
    @Nullable
    Query anyOf(List<String> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : words) {
            add(any, word.indexOf(' ') < 0 ? word(word) : phrase(word));
        }
        return built(any);
    }

    /// Words in this order and form.
    @Nullable
    Query phrase(String text) {
        return builder.createPhraseQuery(IndexSchema.WORDS, text);
    }

    /// A word or phrase in one part of a section only.
    @Nullable
    Query only(SectionField part, String text, boolean isPhrase) {
        return inPart(part, text, isPhrase);
    }

    /// Whole posts that have any of the words in any of their forms.
    ///
    /// @param languages  with their weights
    Query wholePosts(List<RankedWord> words, Map<String, Float> languages) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (RankedWord word : words) {
            List<Query> forms = new ArrayList<>();
            for (Map.Entry<String, Float> language : languages.entrySet()) {
                String field = IndexSchema.wholePost(language.getKey());
                SynonymQuery.Builder completions = new SynonymQuery.Builder(field);
                for (Form form : word.forms()) {
                    Query terms = word.isStop() && form.kind() != Kind.COMPLETION ? null : terms(field, form);
                    if (terms instanceof TermQuery term
                            && (form.kind() == Kind.TYPED || form.kind() == Kind.COMPLETION)) {
                        completions.addTerm(term.getTerm(), form.weight());
                    }
                    if (terms != null && !(terms instanceof TermQuery && form.kind() == Kind.COMPLETION)) {
                        forms.add(new BoostQuery(terms, form.weight() * language.getValue()));
                    }
                }
                forms.add(new BoostQuery(completions.build(), language.getValue()));
            }
            any.add(new DisjunctionMaxQuery(forms, 0), Occur.SHOULD);
        }
        return any.build();
    }

    /// A word, or a name by itself or by its parts: by all of them, or by more than half when that is all there is.
    private @Nullable Query terms(String field, Form form) throws IOException {
        if (form.kind() == Kind.SYNONYM) {
            return all(field, form.text());
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<Query> parts = new ArrayList<>();
        for (Token token : tokens.of(field, form.text())) {
            Query term = new TermQuery(new Term(field, token.text()));
            if (token.isPart()) {
                parts.add(term);
            } else {
                any.add(term, Occur.SHOULD);
            }
        }
        if (!parts.isEmpty()) {
            any.add(atLeast(parts.size(), parts), Occur.SHOULD);
            any.add(new BoostQuery(atLeast(parts.size() / 2 + 1, parts), Ranking.PART_OF_NAME), Occur.SHOULD);
        }
        return built(any);
    }

    private static Query atLeast(int count, List<Query> queries) {
        BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(count);
        queries.forEach(query -> some.add(query, Occur.SHOULD));
        return some.build();
    }

    private @Nullable Query inPart(SectionField part, String text, boolean isPhrase) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : languages.stream().map(part::in).distinct().toList()) {
            add(any, isPhrase ? builder.createPhraseQuery(field, text) : all(field, text));
        }
        return built(any);
    }

    private static void add(BooleanQuery.Builder any, @Nullable Query part) {
        if (part != null) {
            any.add(part, Occur.SHOULD);
        }
    }

    private static @Nullable Query built(BooleanQuery.Builder any) {
        BooleanQuery built = any.build();
        return switch (built.clauses().size()) {
            case 0 -> null;
            case 1 -> built.clauses().getFirst().query();
            default -> built;
        };
    }
}
