package dev.anchorage.search;

import dev.anchorage.index.Accents;
import dev.anchorage.search.Phrase.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Phrases, found by what they begin with or what stands in them from the beginning of a word on
/// (`src/docs/adr/0023-completions.md`). Immutable.
final class Phrasebook {
    /// What it is worth that a phrase begins with what was typed, against having it further on.
    private static final float BEGINNING = 0.3f;

    /// What a phrase that has it further on loses for each e-fold that it is longer than {@value #USUAL_CHARS}
    /// characters: of more words, the one typed is less likely the one thought of (`src/docs/adr/0026-infixes.md`).
    private static final float LENGTH = 2;

    private static final int USUAL_CHARS = 25;

    /// What it is worth that a phrase is what was typed, or has it with the accents that were typed: more than anything
    /// else.
    private static final float EXACT = 100;

    private static final int MAX_FREQUENT_WORDS = 3;

    /// White space other than one space. Most texts have none, and then nothing is copied.
    private static final Pattern NO_SINGLE_SPACE = Pattern.compile("\\s{2,}|[\\s&&[^ ]]");

    private final List<Phrase> phrases;
    private final WordStarts words;

    Phrasebook(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
        words = new WordStarts(
                phrases.stream().map(phrase -> fold(phrase.text())).toList());
    }

    /// A text as it is compared: without regard to case, accents and the width of spaces.
    static String fold(String text) {
        String lower = lower(text);
        char[] folded = new char[4 * lower.length()];
        int length = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, folded, 0, lower.length());
        return spaced(new String(folded, 0, length));
    }

    private static String spaced(String text) {
        return NO_SINGLE_SPACE.matcher(text.strip()).replaceAll(" ");
    }

    private static String lower(String text) {
        return Accents.composed(text).toLowerCase(Locale.ROOT);
    }

    /// The phrases that go on from what was typed, likeliest first, one that is what was typed before all others.
    ///
    /// @param typed  a space at the end says that the last word is finished
    List<Phrase> completions(String typed, int limit) {
        String start = fold(typed) + (typed.endsWith(" ") ? " " : "");
        if (start.isBlank()) {
            return List.of();
        }
        String accented = spaced(lower(typed));
        boolean hasAccents = !accented.equals(start.strip());
        Likeliest likeliest = new Likeliest(limit);
        for (int i = words.from(start); i < words.size() && words.startsWith(i, start); i++) {
            Phrase phrase = phrases.get(words.lineOf(i));
            float worth = phrase.worth() + (words.offset(i) == 0 ? BEGINNING : -length(phrase));
            worth += words.isLine(i, start) ? EXACT : 0;
            worth += hasAccents && lower(phrase.text()).contains(accented) ? EXACT : 0;
            likeliest.add(phrase, worth);
        }
        return likeliest.phrases;
    }

    private static float length(Phrase phrase) {
        double times = (double) phrase.text().length() / USUAL_CHARS;
        return LENGTH * (float) Math.max(0, Math.log(times));
    }

    /// The phrases in which all words begin words, in whatever order, likeliest first.
    ///
    /// @param words  folded, at least one
    List<Phrase> having(List<String> words, int limit) {
        String rarest = Collections.min(words, Comparator.comparingInt(this::count));
        Likeliest likeliest = new Likeliest(limit);
        int end = this.words.end(rarest);
        for (int i = this.words.from(rarest); i < end; i++) {
            int place = i;
            if (words.stream().allMatch(word -> this.words.hasInLine(place, word))) {
                Phrase phrase = phrases.get(this.words.lineOf(i));
                likeliest.add(phrase, phrase.worth());
            }
        }
        return likeliest.phrases;
    }

    /// In how many places a word begins so.
    ///
    /// @param start  folded
    int count(String start) {
        return words.end(start) - words.from(start);
    }

    /// Words that stand together in several of the phrases, and are none of them by themselves.
    ///
    /// @param least  number of posts
    /// @param isStopWord  tells words that nothing worth asking begins or ends with
    List<Phrase> frequent(int least, Predicate<String> isStopWord) {
        List<Phrase> frequent = new ArrayList<>();
        for (int count = 2; count <= MAX_FREQUENT_WORDS; count++) {
            int next;
            for (int i = 0; i < words.size(); i = next) {
                String together = words.words(i, count);
                int posts = 0;
                boolean isKnown = together.isEmpty();
                for (next = i;
                        next == i || (!together.isEmpty() && next < words.size() && words.hasWords(next, together));
                        next++) {
                    isKnown |= words.isLine(next, together);
                    posts += phrases.get(words.lineOf(next)).posts();
                }
                if (!isKnown
                        && posts >= least
                        && !isStopWord.test(first(together))
                        && !isStopWord.test(last(together))) {
                    frequent.add(Phrase.of(asAuthored(i, together), Kind.WORDS, posts, Phrase.NO_POST, 1));
                }
            }
        }
        return frequent;
    }

    private static String first(String words) {
        return words.substring(0, words.indexOf(' '));
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    /// With its capitals and accents, where folding leaves the places of the letters.
    private String asAuthored(int word, String folded) {
        String text = phrases.get(words.lineOf(word)).text();
        int start = words.offset(word);
        int end = start + folded.length();
        return end <= text.length() && fold(text.substring(start, end)).equals(folded)
                ? text.substring(start, end)
                : folded;
    }

    /// The likeliest few of many.
    private static final class Likeliest {
        private final int limit;
        private final List<Phrase> phrases = new ArrayList<>();
        private final List<Float> worths = new ArrayList<>();

        Likeliest(int limit) {
            this.limit = limit;
        }

        void add(Phrase phrase, float worth) {
            int place = phrases.size();
            while (place > 0 && worths.get(place - 1) < worth) {
                place--;
            }
            int known = phrases.indexOf(phrase);
            if (place == limit || (known >= 0 && known < place)) {
                return;
            }
            if (known >= 0 || phrases.size() == limit) {
                int last = known >= 0 ? known : limit - 1;
                phrases.remove(last);
                worths.remove(last);
            }
            phrases.add(place, phrase);
            worths.add(place, worth);
        }
    }
}
