package dev.anchorage.web;

import dev.anchorage.search.SearchResponse.Highlight;
import java.util.ArrayList;
import java.util.List;

/// A stretch of text that is wholly inside or wholly outside the highlights.
record Run(String text, boolean isMarked) {
    /// Cuts a text at its highlights, which are in order; what lies outside the text or an earlier highlight is passed
    /// over.
    static List<Run> of(String text, List<Highlight> highlights) {
        List<Run> runs = new ArrayList<>();
        int done = 0;
        for (Highlight highlight : highlights) {
            int start = Math.clamp(highlight.start(), done, text.length());
            int end = Math.clamp(highlight.end(), start, text.length());
            add(runs, text.substring(done, start), false);
            add(runs, text.substring(start, end), true);
            done = end;
        }
        add(runs, text.substring(done), false);
        return runs;
    }

    private static void add(List<Run> runs, String text, boolean isMarked) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, isMarked));
        }
    }
}
