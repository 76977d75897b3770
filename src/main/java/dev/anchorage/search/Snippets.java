package dev.anchorage.search;

import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.Snippet;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/// Finds what matches in a stored text and cuts the stretch to show. Matches are found by Lucene's unified highlighter,
/// which
/// analyses the text anew.
final class Snippets {
    /// About two lines of a narrow page.
    static final int MAX_CHARS = 180;

    /// What is left of them for text when both ends are cut.
    private static final int MAX_TEXT = MAX_CHARS - 2;

    private static final int LOOK_AT = 100_000;

    private final UnifiedHighlighter matches;
    private final Query query;

    Snippets(SectionAnalyzer analyzer, Query query) {
        this.query = query;
        matches = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withBreakIterator(WholeBreakIterator::new)
                .withFormatter(new Ranges())
                .withMaxLength(LOOK_AT)
                .withHighlightPhrasesStrictly(false)
                .withHandleMultiTermQuery(false)
                .withWeightMatches(false)
                .build();
    }

    /// The ranges of a text that match the query's part for a field, in order, none overlapping.
    List<Highlight> highlights(String field, String text) throws IOException {
        return text.isEmpty() || !(matches.highlightWithoutSearcher(field, query, text, 1) instanceof Highlights found)
                ? List.of()
                : found.ranges();
    }

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
        return best == 0 ? firstWord(text) : sentenceOrWord(text, best);
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

    private record Highlights(List<Highlight> ranges) {}

    /// Hands out the ranges themselves instead of marked-up text.
    private static final class Ranges extends PassageFormatter {
        @Override
        public Highlights format(Passage[] passages, String content) {
            List<Highlight> ranges = new ArrayList<>();
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    add(ranges, passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
                }
            }
            return new Highlights(List.copyOf(ranges));
        }

        private static void add(List<Highlight> ranges, int start, int end) {
            if (ranges.isEmpty() || start >= ranges.getLast().end()) {
                ranges.add(new Highlight(start, end));
            } else if (end > ranges.getLast().end()) {
                ranges.set(ranges.size() - 1, new Highlight(ranges.getLast().start(), end));
            }
        }
    }
}
