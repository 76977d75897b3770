package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.SectionField;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
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
    private final SectionAnalyzer analyzer;
    private final Map<String, Float> languages;
    private final Map<String, @Nullable CollectionStatistics> statistics = new HashMap<>();

    /// @param languages  with their weights
    WordPostings(IndexSearcher searcher, SectionAnalyzer analyzer, Map<String, Float> languages) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.languages = languages;
    }

    /// The terms of a word, one list for each form that the index has.
    List<List<FieldTerm>> of(RankedWord word) throws IOException {
        Map<Kind, Map<String, Integer>> together = new EnumMap<>(Kind.class);
        List<List<Found>> found = new ArrayList<>();
        for (Form form : word.forms()) {
            List<Found> ofForm = word.isStop() && form.kind() != Kind.COMPLETION ? List.of() : found(form, word.only());
            Map<String, Integer> frequencies = together.computeIfAbsent(form.kind(), first -> new HashMap<>());
            if (form.kind() == Kind.SPELLING || form.kind() == Kind.COMPLETION) {
                ofForm.forEach(
                        term -> frequencies.merge(term.field(), term.states().docFreq(), Integer::sum));
            }
            found.add(ofForm);
        }
        List<List<FieldTerm>> forms = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Form form = word.forms().get(i);
            Map<String, Integer> frequencies = together.getOrDefault(form.kind(), Map.of());
            forms.add(found.get(i).stream()
                    .map(term -> term.weighed(form.weight(), frequencies.getOrDefault(term.field(), 0)))
                    .toList());
        }
        return forms;
    }

    private List<Found> found(Form form, @Nullable SectionField only) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Map.Entry<String, Float> language : languages.entrySet()) {
            for (Token token : tokens(SectionField.BODY.in(language.getKey()), form.text())) {
                for (SectionField part : SectionField.values()) {
                    if (part != SectionField.CODE && (only == null || only == part)) {
                        String field = part.in(language.getKey());
                        add(found, part, field, token, language.getValue() * Ranking.weightOf(part));
                    }
                }
            }
        }
        for (Token token : tokens(IndexSchema.WORDS, form.text())) {
            if (only == null || only == SectionField.CODE) {
                add(found, SectionField.CODE, SectionField.CODE.in(""), token, Ranking.weightOf(SectionField.CODE));
            }
            if (only == null && form.kind() != Kind.COMPLETION) {
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
                found.add(new Found(part, field, token.text(), weight * token.weight(), states, ofField));
            }
        }
    }

    private @Nullable CollectionStatistics statisticsOf(String field) throws IOException {
        if (!statistics.containsKey(field)) {
            statistics.put(field, searcher.collectionStatistics(field));
        }
        return statistics.get(field);
    }

    /// The terms that the analyzer makes of a text, each once. The parts of a name weigh little where the archive knows
    /// the name.
    private Collection<Token> tokens(String field, String text) throws IOException {
        Map<BytesRef, Token> tokens = new LinkedHashMap<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
            OffsetAttribute range = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int endOfName = 0;
            while (stream.incrementToken()) {
                BytesRef token = BytesRef.deepCopyOf(term.getBytesRef());
                boolean isPart = range.endOffset() <= endOfName;
                if (!isPart) {
                    endOfName = isKnown(token) ? range.endOffset() : 0;
                }
                tokens.putIfAbsent(token, new Token(token, isPart ? Ranking.PART_OF_NAME : 1));
            }
            stream.end();
        }
        return tokens.values();
    }

    private boolean isKnown(BytesRef name) throws IOException {
        return searcher.getIndexReader().docFreq(new Term(IndexSchema.WORDS, name)) > 0;
    }

    /// @param weight  against other words
    private record Token(BytesRef text, float weight) {}

    /// A term that the index has.
    private record Found(
            @Nullable SectionField part,
            String field,
            BytesRef token,
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
