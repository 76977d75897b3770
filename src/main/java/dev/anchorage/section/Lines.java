package dev.anchorage.section;

import java.util.Arrays;

/// The lines of a text, found by offset. Lines and offsets begin at 0; lines end with `\n`.
final class Lines {
    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = at + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    int count() {
        return starts.length;
    }

    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int startOf(int line) {
        return starts[line];
    }

    /// Where the line ends, its `\n` not included.
    int endOf(int line) {
        return line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    }

    /// The line without its `\n`; empty when there is none of this number.
    String line(int line) {
        return line < 0 || line >= starts.length ? "" : text.substring(starts[line], endOf(line));
    }

    /// A stretch of the text.
    String text(int start, int end) {
        return text.substring(start, end);
    }

    /// Whether some characters stand in a stretch of the text.
    boolean holds(String wanted, int start, int end) {
        return text.indexOf(wanted, start, end) >= 0;
    }
}
