package dev.anchorage.search;

import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What the words of a query may stand for: themselves, their synonyms, words spelt nearly so, words that go on from
/// them. For one query; not thread-safe.
final class WordForms {
    /// Alternatives to more unknown words than these cost time and find rubbish.
    private static final int MAX_RESPELLED = 3;

    /// Completions of an unknown word so much rarer than a near spelling are not what was meant.
    private static final int RARER = 16;

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");
    private static final Pattern SIGNS_BEFORE = Pattern.compile("^[^\\p{L}\\p{N}]+");
    private static final Pattern SIGNS_AROUND = Pattern.compile(SIGNS_BEFORE + "|[^\\p{L}\\p{N}]+$");

    /// What follows the last small letter or sign in a name like `PluralRu` or `promise.proto`; the last number of a
    /// version is none, since another version is meant by any other.
    private static final Pattern LAST_PART =
            Pattern.compile("(?:(?<=\\p{Ll})\\p{Lu}\\p{Ll}*|(?<=[^\\p{L}\\p{N}])\\p{L}[\\p{L}\\p{N}]*)$");

    private final IndexSnapshot snapshot;
    private final QueryTokens tokens;
    private final Synonyms synonyms;
    private final String query;
    private final boolean isTyping;
    private String respelled;
    private int respelledWords;

    /// @param query  as typed, for the spelling to offer
    /// @param isTyping  whether the last word may be unfinished
    WordForms(IndexSnapshot snapshot, QueryTokens tokens, Synonyms synonyms, String query, boolean isTyping) {
        this.snapshot = snapshot;
        this.tokens = tokens;
        this.synonyms = synonyms;
        this.query = query;
        this.isTyping = isTyping;
        respelled = query;
    }

    /// Whether the last word may be unfinished.
    boolean isTyping() {
        return isTyping;
    }

    /// The query with the likeliest spelling for each word that the archive doesn't know, as far as its words were
    /// asked for; null when it knows them all.
    @Nullable
    String respelled() {
        return respelled.equalsIgnoreCase(query) ? null : respelled;
    }

    /// A word and its synonyms.
    ///
    /// @param words  of the query, or of a part of it
    /// @param at  the place of the word among them
    List<Form> withSynonyms(List<String> words, int at) {
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(words.get(at), Kind.TYPED, 1));
        synonyms.of(words, at)
                .forEach(
                        (same, standsFor) -> forms.add(new Form(same, Kind.SYNONYM, Ranking.synonym(same, standsFor))));
        return forms;
    }

    /// What counts as a word, whatever stands beside it: its synonyms and those of phrases that have it.
    List<Form> inPlaceOf(String word) {
        List<Form> forms = withSynonyms(List.of(word), 0);
        Set<String> known = new HashSet<>();
        forms.forEach(form -> known.add(form.text()));
        for (String other : synonyms.ofPhrasesWith(word)) {
            if (known.add(other)) {
                forms.add(new Form(other, Kind.SYNONYM, Ranking.PART_OF_SYNONYM));
            }
        }
        return forms;
    }

    /// The word, its synonyms, near spellings when the archive knows none of these, and completions when it is the last
    /// one. A word that is being typed and begins words of the archive is not misspelt yet.
    ///
    /// @param words  of the query
    /// @param at  the place of the word among them
    /// @param leaf  matches it
    /// @param isCutName  whether it is a name that the archive has, but cut into parts
    List<Form> of(List<String> words, int at, Query leaf, boolean isCutName) throws IOException {
        String word = words.get(at);
        List<Form> forms = withSynonyms(words, at);
        inPlaceOf(word).stream()
                .filter(other -> forms.stream().noneMatch(form -> form.text().equals(other.text())))
                .forEach(forms::add);
        boolean isKnown = respelledWords >= MAX_RESPELLED
                || forms.size() > 1
                || tokens.isKnown(word)
                || snapshot.searcher().count(leaf) > 0;
        List<String> completions = word.equals(words.getLast()) ? completions(word, !isCutName) : List.of();
        boolean isBegun = isTyping && !completions.isEmpty();
        if (!isKnown && !isBegun) {
            List<String> spellings = spellings(word);
            if (isFarRarer(completions, spellings)) {
                completions = List.of();
            }
            spellings.forEach(spelling -> forms.add(new Form(spelling, Kind.SPELLING, Ranking.SPELLING)));
            Stream.concat(spellings.stream(), completions.stream())
                    .findFirst()
                    .ifPresent(other -> respell(word, other));
        }
        float weight = isTyping || !isKnown ? Ranking.COMPLETION : Ranking.POSSIBLE_COMPLETION;
        addCompletions(word, forms, completions, weight);
        return forms;
    }

    /// The likeliest spelling of a word that the archive doesn't know, which is offered then.
    ///
    /// @return null when the archive knows the word, or no other
    @Nullable
    String likeliestSpelling(String word) throws IOException {
        boolean isKnown = respelledWords >= MAX_RESPELLED || tokens.isKnown(word) || tokens.sections(word) > 0;
        List<String> spellings = isKnown ? List.of() : spellings(word);
        if (spellings.isEmpty()) {
            return null;
        }
        respell(word, spellings.getFirst());
        return spellings.getFirst();
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
        Set<String> stems = new HashSet<>();
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

    /// The words that begin so; of a name that the archive has only without the signs in front of it, those without.
    ///
    /// @param start  also a word itself
    List<String> begunBy(String start) {
        List<String> completions = snapshot.vocabulary().completions(start);
        String bare = SIGNS_BEFORE.matcher(start).replaceFirst("");
        return completions.isEmpty() && !bare.equals(start)
                ? snapshot.vocabulary().completions(bare)
                : completions;
    }

    /// Words that go on from one, but for itself. A name keeps its capitals, so that its parts are told apart; one that
    /// nothing goes on from is completed in its last part.
    ///
    /// @param isEndUnknown  whether its last part may be unfinished
    private List<String> completions(String word, boolean isEndUnknown) {
        Vocabulary vocabulary = snapshot.vocabulary();
        List<String> completions = begunBy(word);
        Matcher part = LAST_PART.matcher(word);
        boolean isName = part.find();
        if (isName && completions.isEmpty() && isEndUnknown) {
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

    /// A name that the archive has only without the signs around or in it (`sha-256`), else words that look alike,
    /// else those that look like the word without its accents; of a word with a hyphen each part is spelt alone.
    private List<String> spellings(String word) throws IOException {
        Vocabulary vocabulary = snapshot.vocabulary();
        String bare = SIGNS_AROUND.matcher(word).replaceAll("");
        if (!bare.equals(word) && tokens.isKnown(bare)) {
            return List.of(bare);
        }
        if (!SIGNS.matcher(bare).find()) {
            List<String> spellings = vocabulary.spellings(bare);
            String plain = spellings.isEmpty() ? Phrasebook.fold(bare) : bare;
            return plain.equalsIgnoreCase(bare) ? spellings : vocabulary.spellings(plain);
        }
        String joined = SIGNS.matcher(bare).replaceAll("");
        if (tokens.isKnown(joined)) {
            return List.of(joined);
        }
        String respelled = bare;
        for (String part : SIGNS.split(bare, -1)) {
            List<String> spellings = tokens.isKnown(part) ? List.of() : vocabulary.spellings(part);
            respelled = spellings.isEmpty() ? respelled : respelled.replace(part, spellings.getFirst());
        }
        return respelled.equals(bare) ? List.of() : List.of(respelled);
    }

    private void respell(String word, String spelling) {
        respelledWords++;
        respelled = respelled.replace(word, spelling);
    }
}
