package dev.anchorage.section;

import java.util.ArrayList;
import java.util.List;

/// Stretches of a Markdown text that the blog's generator takes away or treats as code before Markdown is read:
/// template tags, directive lines, imports.
final class Mask {
    /// What becomes of a stretch.
    enum Kind {
        /// Not shown
        HIDDEN,
        /// Shown as code
        CODE
    }

    private record Stretch(int start, int end, Kind kind) {}

    private final List<Stretch> stretches = new ArrayList<>();

    /// Stretches must come in order and not overlap; one that begins inside the last one is dropped.
    void add(int start, int end, Kind kind) {
        if (stretches.isEmpty() || stretches.getLast().end <= start) {
            stretches.add(new Stretch(start, end, kind));
        }
    }

    boolean hides(int offset) {
        return covers(offset, Kind.HIDDEN);
    }

    boolean makesCode(int offset) {
        return covers(offset, Kind.CODE);
    }

    private boolean covers(int offset, Kind kind) {
        int index = firstEndingAfter(offset);
        return index < stretches.size() && stretches.get(index).start <= offset && stretches.get(index).kind == kind;
    }

    /// The part of a text that is not hidden, given where it begins.
    String visible(String text, int offset) {
        int index = firstEndingAfter(offset);
        if (index >= stretches.size() || stretches.get(index).start >= offset + text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int at = offset;
        int end = offset + text.length();
        for (; index < stretches.size() && stretches.get(index).start < end; index++) {
            Stretch stretch = stretches.get(index);
            if (stretch.kind == Kind.HIDDEN) {
                shown.append(text, at - offset, Math.max(at, stretch.start) - offset);
                at = Math.min(end, stretch.end);
            }
        }
        return shown.append(text, at - offset, text.length()).toString();
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).end <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
