package dev.anchorage.search;

import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.Snippet;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cuts the stretch of a text to show.
final class Snippets {
    /// About two lines of a narrow page.
    static final int MAX_CHARS = 180;

    /// What is left of them for text when both ends are cut.
    private static final int MAX_TEXT = MAX_CHARS - 2;

    private Snippets() {}

    /// The stretch of a text with the densest matches; the text's beginning when nothing matches.
    ///
    /// @return null for a text without words
    static @Nullable Snippet cut(String text, List<Highlight> highlights) {
        if (text.isBlank()) {
            return null;
        }
        int start = start(text, highlights);
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

    /// Where to begin so that most matches are seen, with some words before the first of them.
    private static int start(String text, List<Highlight> highlights) {
        int best = highlights.isEmpty() ? 0 : densest(highlights);
        return best == 0 ? firstWord(text) : sentenceOrWord(text, best);
    }

    /// Where the stretch with most matches begins.
    ///
    /// @param highlights  at least one
    static int densest(List<Highlight> highlights) {
        int best = 0;
        int mostMatches = 0;
        for (int first = 0; first < highlights.size(); first++) {
            int from = highlights.get(first).start();
            int last = first;
            while (last + 1 < highlights.size() && highlights.get(last + 1).end() - from <= MAX_CHARS * 3 / 4) {
                last++;
            }
            if (last - first + 1 > mostMatches) {
                mostMatches = last - first + 1;
                best = from;
            }
        }
        return best;
    }

    /// The beginning of the sentence when it is near, else a word a little before.
    private static int sentenceOrWord(String text, int match) {
        int earliest = Math.max(0, match - MAX_CHARS / 3);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        String before = text.substring(earliest, Math.min(text.length(), match + 1));
        sentences.setText(before);
        int sentence = sentences.preceding(match - earliest);
        if (sentence > 0 || earliest == 0) {
            return earliest + Math.max(sentence, 0);
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int word = words.isBoundary(earliest) ? earliest : words.following(earliest);
        while (word < match && !Character.isLetterOrDigit(text.codePointAt(word))) {
            word++;
        }
        return Math.min(word, match);
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
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
