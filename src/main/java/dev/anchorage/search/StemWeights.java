package dev.anchorage.search;

import dev.anchorage.index.SectionField;
import dev.anchorage.search.Lexicon.IndexedWord;
import dev.anchorage.search.QueryTokens.Token;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an occurrence of a word of the query weighs, in each of its forms and in each language. For one answer; not
/// thread-safe.
final class StemWeights {
    private final IndexSnapshot snapshot;
    private final QueryTokens tokens;
    private final Map<String, Float> languages;

    /// @param languages  with their weights
    StemWeights(IndexSnapshot snapshot, QueryTokens tokens, Map<String, Float> languages) {
        this.snapshot = snapshot;
        this.tokens = tokens;
        this.languages = languages;
    }

    /// The stems of a word, one list for each of its forms.
    List<List<WeighedStem>> of(RankedWord word) throws IOException {
        Map<Kind, Frequency> together = new EnumMap<>(Kind.class);
        for (Form form : word.rankedForms()) {
            for (List<Token> cut : tokens.of(word, form).values()) {
                for (Token token : cut) {
                    together.merge(form.kind().together(), Frequency.ofWhole(token), Frequency::plus);
                }
            }
        }
        List<List<WeighedStem>> forms = new ArrayList<>();
        for (Form form : word.forms()) {
            Frequency least =
                    form.kind().isCommonAsAll() ? together.getOrDefault(form.kind(), Frequency.NONE) : Frequency.NONE;
            forms.add(word.ranksBy(form) ? stems(word, form, least) : List.of());
        }
        return forms;
    }

    /// A word is as rare as it is in all languages together, so that a name weighs the same in each.
    private List<WeighedStem> stems(RankedWord word, Form form, Frequency least) throws IOException {
        Map<String, List<Token>> cut = tokens.of(word, form);
        Map<Integer, Frequency> atPlace = new HashMap<>();
        cut.values()
                .forEach(ofLanguage -> ofLanguage.forEach(
                        token -> atPlace.merge(token.place(), Frequency.of(token), Frequency::plus)));
        List<WeighedStem> stems = new ArrayList<>();
        for (Map.Entry<String, List<Token>> ofLanguage : cut.entrySet()) {
            float language = languages.getOrDefault(ofLanguage.getKey(), 1f);
            for (Token token : ofLanguage.getValue()) {
                if (token.isThere()) {
                    Frequency frequency = atPlace.getOrDefault(token.place(), Frequency.NONE);
                    frequency = token.isPart() ? frequency : frequency.atLeast(least);
                    stems.add(new WeighedStem(
                            token,
                            token.asTyped(),
                            word.only(),
                            form.weight() * token.weight() * language,
                            Ranking.rarity(frequency.stem(), snapshot.sections()),
                            Ranking.rarity(frequency.asTyped(), snapshot.sections())));
                }
            }
        }
        return stems;
    }

    /// In how many sections words stand, as if none had two of them.
    ///
    /// @param stem  in any form
    /// @param asTyped  exactly as typed
    private record Frequency(int stem, int asTyped) {
        static final Frequency NONE = new Frequency(0, 0);

        static Frequency of(Token token) {
            IndexedWord asTyped = token.asTyped();
            return new Frequency(token.sections(), asTyped == null ? 0 : asTyped.sections());
        }

        /// The parts of a name don't make it common.
        static Frequency ofWhole(Token token) {
            return token.isPart() ? NONE : of(token);
        }

        Frequency plus(Frequency other) {
            return new Frequency(stem + other.stem, asTyped + other.asTyped);
        }

        Frequency atLeast(Frequency other) {
            return new Frequency(Math.max(stem, other.stem), Math.max(asTyped, other.asTyped));
        }
    }

    /// A stem of a form in one language, with its words in the index.
    ///
    /// @param asTyped  the word exactly as typed; null when the archive doesn't have it
    /// @param only  the part of a section that counts; null: any
    /// @param weight  of the form, the language and the token
    /// @param rarity  BM25's inverse document frequency
    /// @param exactRarity  the same of the word as typed
    record WeighedStem(
            Token token,
            @Nullable IndexedWord asTyped,
            @Nullable SectionField only,
            float weight,
            float rarity,
            float exactRarity) {}
}
