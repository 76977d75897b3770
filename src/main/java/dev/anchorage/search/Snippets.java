package dev.anchorage.search;

import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.Snippet;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cuts the stretch of a text to show.
final class Snippets {
    /// About two lines of a narrow page.
    static final int MAX_CHARS = 180;

    /// What is left of them for text when both ends are cut.
    private static final int MAX_TEXT = MAX_CHARS - 2;

    private static final int WORD_BEGINNING = 4;

    /// So much text is given up at each end for not to cut a name such as `C++` or `v6.9.2-linux.tar.gz`.
    private static final int MAX_GIVEN_UP = 30;

    /// Chinese and Japanese with their punctuation, up to the half-width and full-width forms.
    private static final int FIRST_WITHOUT_SPACES = 0x2E80;

    private static final int LAST_WITHOUT_SPACES = 0xFFEF;

    /// Signs that a word may begin with.
    private static final String OPENING = "\"'([{<«„“‘#$@.-";

    private Snippets() {}

    /// The stretch of a text with the densest matches; the text's beginning when nothing matches.
    ///
    /// @return null for a text without words
    static @Nullable Snippet cut(String text, List<Highlight> highlights) {
        return cut(text, highlights, stretch(text, highlights));
    }

    /// The same where it is known which stretch that is.
    static @Nullable Snippet cut(String text, List<Highlight> highlights, Stretch densest) {
        if (text.isBlank()) {
            return null;
        }
        int start = densest.start() == 0 ? firstWord(text) : sentenceOrWord(text, densest.start());
        int end = end(text, start);
        String before = start > firstWord(text) ? "…" : "";
        String after = end < text.stripTrailing().length() ? "…" : "";
        int shift = before.length() - start;
        List<Highlight> inside = new ArrayList<>();
        for (Highlight highlight : highlights) {
            if (highlight.start() >= start && highlight.end() <= end) {
                inside.add(new Highlight(highlight.start() + shift, highlight.end() + shift));
            }
        }
        return new Snippet(before + text.substring(start, end).replace('\n', ' ') + after, inside);
    }

    /// The stretch that says most of the query: it has most of the words that match, and of these the most matches. A
    /// name that stands whole is worth more than its parts beside each other. Without matches it is the beginning.
    static Stretch stretch(String text, List<Highlight> highlights) {
        Stretch best = new Stretch(0, 0, 0);
        Map<String, Integer> numbers = new HashMap<>();
        int[] words = new int[highlights.size()];
        int[] worths = new int[highlights.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = numbers.computeIfAbsent(beginning(text, highlights.get(i)), first -> numbers.size());
            worths[i] = 2 * parts(text, highlights.get(i)) - 1;
        }
        for (int first = 0; first < words.length; first++) {
            int from = highlights.get(first).start();
            int[] worthOf = new int[numbers.size()];
            int worth = 0;
            int last = first;
            do {
                int more = Math.max(0, worths[last] - worthOf[words[last]]);
                worthOf[words[last]] += more;
                worth += more;
                last++;
            } while (last < words.length && highlights.get(last).end() - from <= MAX_CHARS * 3 / 4);
            Stretch stretch = new Stretch(from, worth, last - first);
            best = best.isWorthMore(stretch) ? best : stretch;
        }
        return best;
    }

    /// The parts of a name by its signs and capitals: three in `v6.9.2`, two in `useEffect`, one in a word.
    private static int parts(String text, Highlight word) {
        int parts = 1;
        for (int at = word.start() + 1; at < word.end(); at++) {
            char before = text.charAt(at - 1);
            char sign = text.charAt(at);
            boolean isBehindSign = !isWithinWord(before) && Character.isLetterOrDigit(sign);
            parts += isBehindSign || (Character.isLowerCase(before) && Character.isUpperCase(sign)) ? 1 : 0;
        }
        return parts;
    }

    /// Elisions and possessives make no name.
    private static boolean isWithinWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '\'' || sign == '’' || Character.isSurrogate(sign);
    }

    /// Words that begin alike are taken for forms of one.
    private static String beginning(String text, Highlight word) {
        int end = Math.min(word.end(), word.start() + WORD_BEGINNING);
        return text.substring(word.start(), end).toLowerCase(Locale.ROOT);
    }

    /// The beginning of the sentence when it is near, else a word a little before.
    private static int sentenceOrWord(String text, int match) {
        int earliest = Math.max(0, match - MAX_CHARS / 3);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        String before = text.substring(earliest, Math.min(text.length(), match + 1));
        sentences.setText(before);
        int sentence = sentences.preceding(match - earliest);
        if (sentence > 0 || earliest == 0) {
            return afterClosing(text, earliest + Math.max(sentence, 0), match);
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int word = words.isBoundary(earliest) ? earliest : words.following(earliest);
        int whole = word;
        while (whole < match && isInName(text, whole)) {
            whole++;
        }
        boolean isNear = whole < match && whole - word <= MAX_GIVEN_UP;
        return afterClosing(text, isNear ? whole : Math.min(word, match), match);
    }

    /// Past the signs that belong to the sentence before.
    private static int afterClosing(String text, int start, int match) {
        int from = start;
        while (from < match
                && !isWord(text, from)
                && !(OPENING.indexOf(text.charAt(from)) >= 0 && isWord(text, from + 1))) {
            from++;
        }
        return from;
    }

    private static boolean isWord(String text, int at) {
        return Character.isLetterOrDigit(text.codePointAt(at));
    }

    private static int firstWord(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int end(String text, int start) {
        if (text.length() - start <= MAX_TEXT) {
            return text.stripTrailing().length();
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int end = words.isBoundary(start + MAX_TEXT) ? start + MAX_TEXT : words.preceding(start + MAX_TEXT);
        if (end <= start) {
            end = start + MAX_TEXT - (Character.isHighSurrogate(text.charAt(start + MAX_TEXT - 1)) ? 1 : 0);
        }
        int whole = end;
        while (whole > start && isInName(text, whole)) {
            whole--;
        }
        end = whole > start && end - whole <= MAX_GIVEN_UP ? whole : end;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Whether the signs around a place belong together in scripts that put spaces between words.
    private static boolean isInName(String text, int at) {
        return at > 0
                && at < text.length()
                && (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))
                        || (isOfName(text.codePointBefore(at)) && isOfName(text.codePointAt(at))));
    }

    private static boolean isOfName(int sign) {
        return !Character.isWhitespace(sign)
                && (sign < FIRST_WITHOUT_SPACES || sign > LAST_WITHOUT_SPACES)
                && Character.getType(sign) != Character.OTHER_SYMBOL;
    }

    /// @param worth  how much of the query it says
    record Stretch(int start, int worth, int matches) {
        private boolean isWorthMore(Stretch other) {
            return worth > other.worth || (worth == other.worth && matches >= other.matches);
        }
    }
}
