package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.QueryTokens.Token;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Finds the postings of a word's forms in all fields, and how much an occurrence in each weighs. For one answer; not
/// thread-safe.
final class WordPostings {
    private final IndexSearcher searcher;
    private final QueryTokens tokens;
    private final Map<String, Float> languages;
    private final Map<String, @Nullable CollectionStatistics> statistics = new HashMap<>();

    /// @param languages  with their weights
    WordPostings(IndexSearcher searcher, SectionAnalyzer analyzer, Map<String, Float> languages) {
        this.searcher = searcher;
        tokens = new QueryTokens(analyzer, searcher.getIndexReader());
        this.languages = languages;
    }

    /// The terms of a word, one list for each form that the index has.
    List<List<FieldTerm>> of(RankedWord word) throws IOException {
        Map<Kind, Map<String, Integer>> together = new EnumMap<>(Kind.class);
        List<List<Found>> found = new ArrayList<>();
        for (Form form : word.forms()) {
            List<Found> ofForm = word.isStop() && form.kind() != Kind.COMPLETION ? List.of() : found(form, word.only());
            for (Kind kind : sharing(form.kind())) {
                Map<String, Integer> frequencies = together.computeIfAbsent(kind, first -> new HashMap<>());
                ofForm.stream()
                        .filter(term -> !term.isPart())
                        .forEach(term ->
                                frequencies.merge(term.field(), term.states().docFreq(), Integer::sum));
            }
            found.add(ofForm);
        }
        List<List<FieldTerm>> forms = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Form form = word.forms().get(i);
            Map<String, Integer> frequencies = together.getOrDefault(form.kind(), Map.of());
            forms.add(found.get(i).stream()
                    .map(term ->
                            term.weighed(form.weight(), term.isPart() ? 0 : frequencies.getOrDefault(term.field(), 0)))
                    .toList());
        }
        return forms;
    }

    /// The kinds whose forms are at least as common as one of a kind. A word that goes on from what was typed is never
    /// rarer than what was typed, so that it never counts for more.
    private static Set<Kind> sharing(Kind kind) {
        return switch (kind) {
            case TYPED, COMPLETION -> Set.of(Kind.COMPLETION);
            case SPELLING -> Set.of(Kind.SPELLING);
            case SYNONYM -> Set.of();
        };
    }

    private List<Found> found(Form form, @Nullable SectionField only) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Map.Entry<String, Float> language : languages.entrySet()) {
            for (Token token : tokens.of(SectionField.BODY.in(language.getKey()), form.text())) {
                for (SectionField part : SectionField.values()) {
                    if (part != SectionField.CODE && (only == null || only == part)) {
                        String field = part.in(language.getKey());
                        add(found, part, field, token, language.getValue() * Ranking.weightOf(part));
                    }
                }
            }
        }
        for (Token token : tokens.of(IndexSchema.WORDS, form.text())) {
            if (only == null || only == SectionField.CODE) {
                add(found, SectionField.CODE, SectionField.CODE.in(""), token, Ranking.weightOf(SectionField.CODE));
            }
            if (only == null) {
                add(found, null, IndexSchema.WORDS, token, Ranking.EXACT);
            }
        }
        return found;
    }

    private void add(List<Found> found, @Nullable SectionField part, String field, Token token, float weight)
            throws IOException {
        CollectionStatistics ofField = statisticsOf(field);
        if (ofField != null) {
            TermStates states = TermStates.build(searcher, new Term(field, token.text()), true);
            if (states.docFreq() > 0) {
                found.add(
                        new Found(part, field, token.text(), token.isPart(), weight * token.weight(), states, ofField));
            }
        }
    }

    private @Nullable CollectionStatistics statisticsOf(String field) throws IOException {
        if (!statistics.containsKey(field)) {
            statistics.put(field, searcher.collectionStatistics(field));
        }
        return statistics.get(field);
    }

    /// A term that the index has.
    private record Found(
            @Nullable SectionField part,
            String field,
            BytesRef token,
            boolean isPart,
            float weight,
            TermStates states,
            CollectionStatistics ofField) {
        FieldTerm weighed(float formWeight, int sharedFrequency) {
            long documents = ofField.docCount();
            long frequency = Math.min(documents, Math.max(states.docFreq(), sharedFrequency));
            float rarity = (float) Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
            float averageLength = (float) ofField.sumTotalTermFreq() / documents;
            return new FieldTerm(part, field, token, states, formWeight * weight, rarity, averageLength);
        }
    }

    /// A term in one field.
    ///
    /// @param part  the part of a section whose field it is; null for the field of exact forms
    /// @param weight  of the field and the form
    /// @param rarity  BM25's inverse document frequency
    /// @param averageLength  mean number of terms in the field
    record FieldTerm(
            @Nullable SectionField part,
            String field,
            BytesRef token,
            TermStates states,
            float weight,
            float rarity,
            float averageLength) {

        /// The term's occurrences in a segment; null when there are none.
        ///
        /// @param flags  what is asked for, of those in Lucene's `PostingsEnum`
        @Nullable
        Occurrences in(LeafReaderContext segment, int flags) throws IOException {
            return Occurrences.of(this, segment, flags);
        }
    }
}
