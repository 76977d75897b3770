package dev.anchorage.section;

/// Finds a string again and again in one text, from growing offsets, in linear time altogether.
final class NextIndex {
    private final String text;
    private final String wanted;
    private int found = -1;

    NextIndex(String text, String wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    /// The first place at or after an offset, or the length of the text when there is none. Offsets must not shrink.
    int from(int offset) {
        if (found < offset) {
            int next = text.indexOf(wanted, offset);
            found = next < 0 ? text.length() : next;
        }
        return found;
    }
}
