package dev.anchorage.index;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Tells a text's language from its letters and its commonest words.
///
/// @param tag  the likeliest language, a BCP 47 tag; null: nothing is told
/// @param isCertain  no other language is nearly as likely
record LanguageGuess(@Nullable String tag, boolean isCertain) {
    /// So many characters are enough.
    private static final int LOOK_AT = 2_000;

    /// They are taken from so many places, so that what a text quotes at its beginning doesn't speak for all of it.
    private static final int STRETCHES = 4;

    /// In running text a fifth to a half of all words are stop words of its language.
    private static final double MIN_SHARE = 0.15;

    private static final int MIN_STOP_WORDS = 5;

    /// So many different ones, letters not counted: they are words of many languages, and in formulas of none.
    private static final int MIN_DIFFERENT = 3;

    /// Danish and Norwegian, Portuguese and Galician have most stop words in common.
    private static final double CERTAIN = 1.1;

    private static final String CHINESE = "zh";
    private static final String JAPANESE = "ja";
    private static final String KOREAN = "ko";

    /// An ideograph says as much as three Latin letters, so a third is already a text in Chinese with names in Latin.
    private static final int CJK_WORTH = 3;

    /// Half of Japanese running text is kana; in Chinese they only stand in names.
    private static final int KANA_SHARE = 8;

    private static final int MIN_IDEOGRAPHS = 16;

    /// Between letters these are parts of words.
    private static final String JOINING = "-'.";

    private static final char ASCII_END = 0x80;

    private static final int HASH_BITS = 16;

    /// Greek is the first script that tells.
    private static final int FIRST_TELLING = 0x370;

    private static final LanguageGuess NONE = new LanguageGuess(null, false);
    private static final Map<String, List<String>> LANGUAGES_BY_STOP_WORD = languagesByStopWord();

    /// The last bits of the hashes of all stop words. Few other words share theirs, and whoever looks for one of ten
    /// thousand words in a map waits for memory while an index is built.
    private static final FixedBitSet HASHES = hashes();

    /// What a text tells from all over it, else, when lists follow on its prose, at its beginning.
    static LanguageGuess of(String text) {
        LanguageGuess guess = told(stretches(text));
        return guess.tag() == null && text.length() > LOOK_AT ? told(text.substring(0, LOOK_AT)) : guess;
    }

    private static LanguageGuess told(String text) {
        String fromScript = fromScript(text);
        return fromScript == null
                ? fromStopWords(text)
                : new LanguageGuess(fromScript, !fromScript.equals(CHINESE) || isSurelyChinese(text));
    }

    /// A few ideographs without kana may be a Japanese title.
    private static boolean isSurelyChinese(String text) {
        return text.codePoints().filter(Character::isIdeographic).count() >= MIN_IDEOGRAPHS;
    }

    private static String stretches(String text) {
        if (text.length() <= LOOK_AT) {
            return text;
        }
        int length = LOOK_AT / STRETCHES;
        StringBuilder stretches = new StringBuilder();
        for (long i = 0; i < STRETCHES; i++) {
            int from = (int) (i * (text.length() - length) / (STRETCHES - 1));
            stretches.append(text, from, from + length).append('\n');
        }
        return stretches.toString();
    }

    /// The language of a text most of whose letters belong to a script that one language uses.
    ///
    /// @return a BCP 47 tag; null when the script doesn't tell
    static @Nullable String fromScript(String text) {
        int end = Math.min(text.length(), LOOK_AT);
        return isAscii(text, end) ? null : fromLetters(text, end);
    }

    private static boolean isAscii(String text, int end) {
        int at = 0;
        while (at < end && text.charAt(at) < ASCII_END) {
            at++;
        }
        return at == end;
    }

    private static @Nullable String fromLetters(String text, int end) {
        int letters = 0;
        Map<String, Integer> found = new TreeMap<>();
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
        return mostOf(letters, found);
    }

    private static @Nullable String mostOf(int letters, Map<String, Integer> found) {
        int kana = found.getOrDefault(JAPANESE, 0);
        int hangul = found.getOrDefault(KOREAN, 0);
        int cjk = found.getOrDefault(CHINESE, 0) + kana + hangul;
        if (cjk > 0 && cjk * CJK_WORTH >= letters) {
            String ofIdeographs = kana * KANA_SHARE >= cjk ? JAPANESE : CHINESE;
            return hangul * 2 >= cjk ? KOREAN : ofIdeographs;
        }
        return found.entrySet().stream()
                .filter(language -> language.getValue() * 2 >= letters)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /// The language with the most stop words.
    private static LanguageGuess fromStopWords(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int words = 0;
        int from = 0;
        while (from < lower.length()) {
            int end = endOfWord(lower, from);
            if (Character.isLetter(lower.charAt(from))) {
                words++;
                String word = lower.substring(from, end);
                if (HASHES.get(hash(word)) && LANGUAGES_BY_STOP_WORD.containsKey(word)) {
                    counts.merge(word, 1, Integer::sum);
                }
            }
            from = Math.max(end, from + 1);
        }
        Map<String, StopWords> found = new TreeMap<>();
        counts.forEach((word, count) -> LANGUAGES_BY_STOP_WORD
                .getOrDefault(word, List.of())
                .forEach(language -> found.computeIfAbsent(language, first -> new StopWords())
                        .add(word, count)));
        double enough = Math.max(MIN_STOP_WORDS, words * MIN_SHARE);
        found.values().removeIf(ofLanguage -> !ofLanguage.areEnough(enough));
        return likeliest(found);
    }

    /// Where a word ends that begins at a place: behind letters, their marks, digits and `_`, and, between letters,
    /// behind what joins them (`well-known`, `it's`, `e.g`).
    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length()
                && (isInWord(text.charAt(end))
                        || (end > from && JOINING.indexOf(text.charAt(end)) >= 0 && isBetweenLetters(text, end)))) {
            end++;
        }
        return end;
    }

    private static boolean isInWord(char sign) {
        return sign < ASCII_END
                ? (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_'
                : Character.isLetterOrDigit(sign) || Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static boolean isBetweenLetters(String text, int at) {
        return at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    private static LanguageGuess likeliest(Map<String, StopWords> found) {
        List<Map.Entry<String, StopWords>> ranked = found.entrySet().stream()
                .sorted(Comparator.comparingInt(language -> -language.getValue().telling))
                .limit(2)
                .toList();
        if (ranked.isEmpty()) {
            return NONE;
        }
        int most = ranked.getFirst().getValue().telling;
        boolean isCertain = ranked.size() == 1 || most >= ranked.getLast().getValue().telling * CERTAIN;
        return new LanguageGuess(ranked.getFirst().getKey(), isCertain);
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

    private static FixedBitSet hashes() {
        FixedBitSet hashes = new FixedBitSet(1 << HASH_BITS);
        LANGUAGES_BY_STOP_WORD.keySet().forEach(word -> hashes.set(hash(word)));
        return hashes;
    }

    private static int hash(String word) {
        return word.hashCode() & ((1 << HASH_BITS) - 1);
    }

    /// The only language with rules of its own that has a letter; for ideographs, Chinese.
    private static @Nullable String languageOf(int letter) {
        if (letter < FIRST_TELLING) {
            return null;
        }
        return switch (UnicodeScript.of(letter)) {
            case HAN -> CHINESE;
            case HIRAGANA, KATAKANA -> JAPANESE;
            case HANGUL -> KOREAN;
            case GREEK -> "el";
            case ARMENIAN -> "hy";
            case BENGALI -> "bn";
            case TAMIL -> "ta";
            case TELUGU -> "te";
            case THAI -> "th";
            default -> null;
        };
    }

    /// The stop words of a language that a text has.
    private static final class StopWords {
        private int all;
        private int telling;
        private int different;

        /// A word that was not added before.
        ///
        /// @param count  how often it stands there
        void add(String word, int count) {
            all += count;
            if (word.length() > 1) {
                telling += count;
                different++;
            }
        }

        boolean areEnough(double enough) {
            return all >= enough && different >= MIN_DIFFERENT;
        }
    }
}
