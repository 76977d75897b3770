package dev.anchorage.index;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tells a text's language from its letters and its commonest words, where they leave no doubt.
final class LanguageGuess {
    /// So many characters are enough to tell the script.
    private static final int LOOK_AT = 2_000;

    /// In running text a fifth to a half of all words are stop words of its language.
    private static final double MIN_SHARE = 0.15;

    private static final int MIN_STOP_WORDS = 5;

    private static final String CHINESE = "zh";

    /// An ideograph says as much as three Latin letters, so a third is already a text in Chinese with names in Latin.
    private static final int CJK_WORTH = 3;

    /// Greek is the first script that tells.
    private static final int FIRST_TELLING = 0x370;

    private static final Map<String, List<String>> LANGUAGES_BY_STOP_WORD = languagesByStopWord();

    private LanguageGuess() {}

    /// The language of a text most of whose letters belong to a script that one language (or CJK) uses.
    ///
    /// @return a BCP 47 tag; null when the script doesn't tell
    static @Nullable String fromScript(String text) {
        int letters = 0;
        Map<String, Integer> found = new TreeMap<>();
        int end = Math.min(text.length(), LOOK_AT);
        for (int at = 0; at < end; ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (Character.isLetter(codePoint)) {
                letters++;
                String language = languageOf(codePoint);
                if (language != null) {
                    found.merge(language, 1, Integer::sum);
                }
            }
        }
        for (Map.Entry<String, Integer> language : found.entrySet()) {
            if (language.getValue() * (language.getKey().equals(CHINESE) ? CJK_WORTH : 2) >= letters) {
                return language.getKey();
            }
        }
        return null;
    }

    /// The language with the most stop words in the beginning of a text.
    ///
    /// @return a key of {@link Languages}; null when the text is too short or has too few stop words of any
    static @Nullable String fromStopWords(String text) {
        Map<String, Integer> found = new HashMap<>();
        int words = 0;
        String start = text.substring(0, Math.min(text.length(), LOOK_AT)).toLowerCase(Locale.ROOT);
        BreakIterator borders = BreakIterator.getWordInstance(Locale.ROOT);
        borders.setText(start);
        for (int from = borders.first(), to = borders.next();
                to != BreakIterator.DONE;
                from = to, to = borders.next()) {
            if (Character.isLetter(start.codePointAt(from))) {
                words++;
                LANGUAGES_BY_STOP_WORD
                        .getOrDefault(start.substring(from, to), List.of())
                        .forEach(language -> found.merge(language, 1, Integer::sum));
            }
        }
        int enough = Math.max(MIN_STOP_WORDS, (int) (words * MIN_SHARE));
        return found.entrySet().stream()
                .filter(language -> language.getValue() >= enough)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Map<String, List<String>> languagesByStopWord() {
        Map<String, List<String>> languages = new HashMap<>();
        for (String language : Languages.keys()) {
            for (Object word : Languages.stopWords(language)) {
                languages
                        .computeIfAbsent(String.valueOf((char[]) word), key -> new ArrayList<>())
                        .add(language);
            }
        }
        return languages;
    }

    /// The only language with rules of its own that has a letter; for all of CJK, Chinese.
    private static @Nullable String languageOf(int letter) {
        if (letter < FIRST_TELLING) {
            return null;
        }
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> CHINESE;
            case GREEK -> "el";
            case ARMENIAN -> "hy";
            case BENGALI -> "bn";
            case TAMIL -> "ta";
            case TELUGU -> "te";
            case THAI -> "th";
            default -> null;
        };
    }
}
