package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.index.WordTerm;
import dev.anchorage.search.Lexicon.IndexedWord;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Cuts the words of a query into stems, in every language of the archive, and finds the words of the index that have
/// them; what was asked before is known. For one answer; not thread-safe.
final class QueryTokens {
    /// What the tokens of a text take in memory, a name in several languages.
    static final int BYTES = 4_000;

    /// A hyphen joins words, and a slash names one or the other, unless a number follows (`HTTP/2`).
    private static final Pattern SIGN_WITHIN =
            Pattern.compile("[\\p{L}\\p{N}](?:[^\\p{L}\\p{M}\\p{N}'’/-]+|/(?=\\d))[\\p{L}\\p{N}]");

    /// What has more is no name.
    private static final int MOST_PARTS = 16;

    private final SectionAnalyzer analyzer;
    private final List<String> languages;
    private final Lexicon lexicon;
    private final Recent<String, Cut> recent;
    private final Map<String, Cut> known = new HashMap<>();

    QueryTokens(SectionAnalyzer analyzer, IndexSnapshot snapshot) {
        this.analyzer = analyzer;
        languages = snapshot.languages();
        lexicon = new Lexicon(snapshot.reader());
        recent = snapshot.tokens();
    }

    List<String> languages() {
        return languages;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /// The tokens of a text by language. The parts of a name weigh little where the archive knows the name.
    Map<String, List<Token>> of(String text) throws IOException {
        return cutOf(text).tokens();
    }

    private Cut cutOf(String text) throws IOException {
        Cut cut = known.get(text);
        if (cut == null) {
            cut = recent.of(text, () -> cut(text));
            known.put(text, cut);
        }
        return cut;
    }

    private Cut cut(String text) throws IOException {
        Map<String, List<Token>> tokens = new LinkedHashMap<>();
        for (String language : languages) {
            tokens.put(language, cut(language, text));
        }
        Cut cut = Cut.of(tokens);
        return cut.isName() ? cut.weighing(token -> token.isPart ? token.weighing(Ranking.PART_OF_NAME) : token) : cut;
    }

    /// The tokens of a form of a word by language. A name that completes a word or a name of the archive counts as a
    /// whole: its own parts would make it count for more than what was typed.
    Map<String, List<Token>> of(RankedWord word, Form form) throws IOException {
        Map<String, List<Token>> tokens = of(form.text());
        String typed = word.text();
        String name = typed != null && hasParts(typed) ? typed : form.text();
        boolean isKnown = word.inOnePiece() != null || cutOf(name).isName();
        if (form.kind() != Kind.COMPLETION || !isKnown) {
            return tokens;
        }
        Map<String, List<Token>> whole = new LinkedHashMap<>();
        tokens.forEach((language, cut) ->
                whole.put(language, cut.stream().filter(token -> !token.isPart).toList()));
        return whole;
    }

    /// Whether a text is, in some language, a name that has parts.
    boolean hasParts(String text) throws IOException {
        return cutOf(text).hasParts();
    }

    /// Whether a text is cut at its signs or capitals, and no section has it by itself, though perhaps within a longer
    /// name, as `is_none_or` stands in `Option::is_none_or`.
    boolean isCutName(String text) throws IOException {
        Cut whole = cutOf(text);
        Collection<List<Token>> each = whole.tokens().values();
        return (whole.hasParts() || SIGN_WITHIN.matcher(text).find())
                && !whole.isName()
                && !QueryLanguages.isCjk(text)
                && each.stream().allMatch(cut -> cut.size() <= MOST_PARTS)
                && each.stream().anyMatch(cut -> !cut.isEmpty() && cut.getLast().position > 0);
    }

    /// Says that the parts of a cut name are to weigh little, since there are sections that have it in one piece.
    void weighAsParts(String name) throws IOException {
        known.put(name, cutOf(name).weighing(token -> token.weighing(Ranking.PART_OF_NAME)));
    }

    /// Whether some section has a word as typed, but for its case, or a version by its number.
    boolean isKnown(String word) throws IOException {
        return of(word).values().stream()
                .anyMatch(cut -> cut.stream().filter(token -> !token.isPart).count() == 1
                        && cut.getFirst().isKnown());
    }

    /// In how many sections a word stands in any form.
    int sections(String word) throws IOException {
        int sections = 0;
        for (String language : languages) {
            sections += sections(word, language);
        }
        return sections;
    }

    /// The same in one language.
    int sections(String word, String language) throws IOException {
        List<Token> cut = of(word).getOrDefault(language, List.of());
        return cut.isEmpty() ? 0 : cut.getFirst().sections();
    }

    /// The stems of a text that the archive has, each behind its language: what is one word in English may be two in
    /// German.
    Set<String> stems(String text) throws IOException {
        Set<String> stems = new HashSet<>();
        of(text).forEach((language, cut) ->
                cut.stream().filter(Token::isThere).forEach(token -> stems.add(language + ":" + token.stem())));
        return stems;
    }

    private List<Token> cut(String language, String text) throws IOException {
        List<Token> tokens = new ArrayList<>();
        String field = IndexSchema.text(language);
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute range = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int endOfName = 0;
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                boolean isPart = range.endOffset() <= endOfName;
                if (isPart && !tokens.getLast().isPart) {
                    tokens.set(tokens.size() - 1, tokens.getLast().asName());
                }
                endOfName = Math.max(endOfName, range.endOffset());
                String spelt = term.toString();
                List<IndexedWord> words =
                        lexicon.withStem(field, WordTerm.of(spelt).stem());
                tokens.add(new Token(new BytesRef(spelt), position, isPart, false, 1, words));
            }
            stream.end();
        }
        return List.copyOf(tokens);
    }

    /// A text of a query in every language.
    ///
    /// @param hasParts  whether it is, in some language, a name that has parts
    /// @param isName  whether it is one that the archive has
    record Cut(Map<String, List<Token>> tokens, boolean hasParts, boolean isName) {
        private static Cut of(Map<String, List<Token>> tokens) {
            boolean hasParts = false;
            boolean isName = false;
            for (List<Token> cut : tokens.values()) {
                for (Token token : cut) {
                    hasParts |= token.hasParts;
                    isName |= token.hasParts && token.isThere();
                }
            }
            return new Cut(Collections.unmodifiableMap(tokens), hasParts, isName);
        }

        private Cut weighing(UnaryOperator<Token> weigh) {
            Map<String, List<Token>> weighed = new LinkedHashMap<>(tokens);
            weighed.replaceAll((language, cut) -> cut.stream().map(weigh).toList());
            return new Cut(Collections.unmodifiableMap(weighed), hasParts, isName);
        }
    }

    /// A stem of a query in one language.
    ///
    /// @param term  of the word as it was typed
    /// @param position  in the text, from 0; a name and its first part share one
    /// @param isPart  whether it is a part of the name before it
    /// @param hasParts  whether it is a name
    /// @param weight  against other words
    /// @param words  of the index that have the stem
    record Token(BytesRef term, int position, boolean isPart, boolean hasParts, float weight, List<IndexedWord> words) {

        /// Whether the archive has a word with the stem.
        boolean isThere() {
            return !words.isEmpty();
        }

        /// The word exactly as it was typed; null when the archive doesn't have it.
        @Nullable
        IndexedWord asTyped() {
            for (IndexedWord word : words) {
                if (word.term().bytesEquals(term)) {
                    return word;
                }
            }
            return null;
        }

        private boolean isKnown() {
            boolean isVersion = hasParts && !stem().isEmpty() && Character.isDigit(stem().charAt(0));
            return isVersion ? isThere() : asTyped() != null;
        }

        /// In how many sections the words stand, as if none had two of them.
        int sections() {
            int sections = 0;
            for (IndexedWord word : words) {
                sections += word.sections();
            }
            return sections;
        }

        /// A number for where it stands in the text, the same in all languages, and whether a part of a name is meant.
        int place() {
            return 2 * position + (isPart ? 1 : 0);
        }

        String stem() {
            return WordTerm.of(term).stem();
        }

        /// The word as it was typed, but for its case.
        String word() {
            return WordTerm.of(term).word();
        }

        private Token asName() {
            return new Token(term, position, isPart, true, weight, words);
        }

        private Token weighing(float other) {
            return new Token(term, position, isPart, hasParts, other, words);
        }
    }
}
