package dev.anchorage.search;

import dev.anchorage.index.Languages;
import dev.anchorage.search.FirstLook.FormCounts;
import dev.anchorage.search.FirstLook.TokenCounts;
import dev.anchorage.search.RankedWord.Form;
import dev.anchorage.search.RankedWord.Kind;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which languages of an archive a query is in, and what a match weighs in each.
///
/// A name that stands in every translation of a post leads to the language that most posts are in. A query with a word
/// of another language, one that is {@value #RARER} times as common there, is not held to that; and one with Chinese,
/// Japanese or Korean signs leads to texts in these, whether they have its words or not.
final class QueryLanguages {
    private static final int RARER = 10;

    private static final Set<UnicodeScript> CJK =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private QueryLanguages() {}

    /// The weights of all languages of the archive.
    ///
    /// @param words  the forms of each word of the query
    static Map<String, Float> weights(IndexSnapshot snapshot, List<List<FormCounts>> words) {
        boolean isInCjk = isInCjk(snapshot, words);
        String main = isInCjk ? Languages.CJK : main(snapshot);
        float other = isInCjk ? Ranking.OTHER_SCRIPT : Ranking.OTHER_LANGUAGE;
        Map<String, Float> weights = new TreeMap<>();
        for (String language : snapshot.languages()) {
            boolean isFull = language.equals(main)
                    || language.equals(Languages.OTHER)
                    || hasWordOf(snapshot, language, main, words);
            weights.put(language, isFull ? 1 : other);
        }
        return weights;
    }

    private static boolean isInCjk(IndexSnapshot snapshot, List<List<FormCounts>> words) {
        return snapshot.languages().contains(Languages.CJK)
                && words.stream().flatMap(List::stream).map(FormCounts::form).anyMatch(QueryLanguages::isCjk);
    }

    /// Whether a word is typed with Chinese, Japanese or Korean signs.
    static boolean isCjk(RankedWord word) {
        return word.forms().stream().anyMatch(QueryLanguages::isCjk);
    }

    private static boolean isCjk(Form form) {
        return form.kind() == Kind.TYPED && isCjk(form.text());
    }

    /// Whether a text has Chinese, Japanese or Korean signs.
    static boolean isCjk(String text) {
        return text.codePoints().mapToObj(UnicodeScript::of).anyMatch(CJK::contains);
    }

    /// The languages whose stop words are stop words of a query: `war` is none of `war story` because the archive has
    /// German posts, too.
    ///
    /// @param words  of the query; those that are stop words anywhere tell nothing
    static List<String> ofStopWords(IndexSnapshot snapshot, QueryTokens tokens, List<String> words) throws IOException {
        String main = main(snapshot);
        if (main.equals(Languages.OTHER)) {
            return snapshot.languages();
        }
        List<String> languages = new ArrayList<>(List.of(main));
        for (String word : words) {
            if (!isStopWord(word, snapshot.languages())) {
                double share = share(snapshot, tokens, word, main);
                for (String language : snapshot.languages()) {
                    if (share(snapshot, tokens, word, language) > RARER * share) {
                        languages.add(language);
                    }
                }
            }
        }
        return languages;
    }

    /// Whether a word carries no meaning alone in one of some languages.
    static boolean isStopWord(String word, List<String> languages) {
        return !ofStopWord(word, languages).isEmpty();
    }

    /// Those of some languages in which a word carries no meaning alone.
    static List<String> ofStopWord(String word, List<String> languages) {
        String folded = word.toLowerCase(Locale.ROOT);
        return languages.stream()
                .filter(language -> Languages.stopWords(language).contains(folded))
                .toList();
    }

    private static double share(IndexSnapshot snapshot, QueryTokens tokens, String word, String language)
            throws IOException {
        return share(tokens.sections(word, language), snapshot.sectionsIn(language));
    }

    /// The language that most posts are in.
    static String main(IndexSnapshot snapshot) {
        String main = Languages.OTHER;
        for (String language : snapshot.languages()) {
            main = snapshot.postsIn(language) > snapshot.postsIn(main) ? language : main;
        }
        return main;
    }

    private static boolean hasWordOf(
            IndexSnapshot snapshot, String language, String main, List<List<FormCounts>> words) {
        for (List<FormCounts> forms : words) {
            for (FormCounts form : forms) {
                if (form.form().kind() != Kind.COMPLETION && hasWordOf(snapshot, language, main, form)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Of a name each part by itself.
    private static boolean hasWordOf(IndexSnapshot snapshot, String language, String main, FormCounts form) {
        for (TokenCounts token : form.in(language)) {
            int inMain = 0;
            for (TokenCounts other : form.in(main)) {
                boolean isSame = other.token().place() == token.token().place();
                inMain = isSame ? Math.max(inMain, other.posts()) : inMain;
            }
            if (share(token.posts(), snapshot.postsIn(language)) > RARER * share(inMain, snapshot.postsIn(main))) {
                return true;
            }
        }
        return false;
    }

    private static double share(int having, int all) {
        return (double) having / Math.max(1, all);
    }
}
