package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// Builds the query for one word or phrase over all fields and languages of an index.
final class LeafQueries {
    private final List<String> languages;
    private final QueryBuilder builder;

    /// @param languages  the keys under which the index has sections
    LeafQueries(List<String> languages, SectionAnalyzer analyzer) {
        this.languages = languages;
        this.builder = new QueryBuilder(analyzer);
    }

    /// A word anywhere in a section or its context.
    ///
    /// @return null when the analyzer leaves nothing of the text
    @Nullable
    Query word(String text) {
        BooleanQuery.Builder sum = new BooleanQuery.Builder();
        for (SectionField part : SectionField.values()) {
            add(sum, inPart(part, text, false), Ranking.weightOf(part));
        }
        add(sum, builder.createBooleanQuery(IndexSchema.WORDS, text, Occur.MUST), Ranking.EXACT);
        return built(sum);
    }

    /// Any of several words that stand for one: completions or spellings.
    @Nullable
    Query anyOf(List<String> words) {
        List<Query> any = new ArrayList<>();
        for (String word : words) {
            Query leaf = word.indexOf(' ') < 0 ? word(word) : phrase(word);
            if (leaf != null) {
                any.add(leaf);
            }
        }
        return any.isEmpty() ? null : new DisjunctionMaxQuery(any, 0);
    }

    /// Words in this order and form.
    @Nullable
    Query phrase(String text) {
        Query exact = builder.createPhraseQuery(IndexSchema.WORDS, text);
        if (exact == null) {
            return null;
        }
        BooleanQuery.Builder phrase = new BooleanQuery.Builder().add(exact, Occur.MUST);
        for (SectionField part : SectionField.values()) {
            add(phrase, inPart(part, text, true), Ranking.weightOf(part));
        }
        return phrase.build();
    }

    /// A word or phrase in one part of a section only.
    @Nullable
    Query only(SectionField part, String text, boolean isPhrase) {
        return inPart(part, text, isPhrase);
    }

    /// Whole posts that have any of the words in any of their forms.
    Query wholePosts(List<RankedWord> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (RankedWord word : words) {
            List<Query> forms = new ArrayList<>();
            for (String language : languages) {
                String field = IndexSchema.wholePost(language);
                SynonymQuery.Builder completions = new SynonymQuery.Builder(field);
                for (Form form : word.forms()) {
                    Query terms = word.isStop() && form.kind() != Kind.COMPLETION
                            ? null
                            : builder.createBooleanQuery(
                                    field, form.text(), form.kind() == Kind.SYNONYM ? Occur.MUST : Occur.SHOULD);
                    if (terms instanceof TermQuery term && form.kind() == Kind.COMPLETION) {
                        completions.addTerm(term.getTerm(), form.weight());
                    } else if (terms != null) {
                        forms.add(new BoostQuery(terms, form.weight()));
                    }
                }
                forms.add(completions.build());
            }
            any.add(new DisjunctionMaxQuery(forms, 0), Occur.SHOULD);
        }
        return any.build();
    }

    private @Nullable Query inPart(SectionField part, String text, boolean isPhrase) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : fieldsOf(part)) {
            add(
                    any,
                    isPhrase
                            ? builder.createPhraseQuery(field, text)
                            : builder.createBooleanQuery(field, text, Occur.MUST),
                    1);
        }
        return built(any);
    }

    private List<String> fieldsOf(SectionField part) {
        return languages.stream().map(part::in).distinct().toList();
    }

    private static void add(BooleanQuery.Builder query, @Nullable Query part, float weight) {
        if (part != null) {
            query.add(weight == 1 ? part : new BoostQuery(part, weight), Occur.SHOULD);
        }
    }

    private static @Nullable Query built(BooleanQuery.Builder builder) {
        List<org.apache.lucene.search.BooleanClause> clauses =
                new ArrayList<>(builder.build().clauses());
        return switch (clauses.size()) {
            case 0 -> null;
            case 1 -> clauses.getFirst().query();
            default -> builder.build();
        };
    }
}
