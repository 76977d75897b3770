package dev.anchorage.section;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines that stand inside directives written with colons: `:::{note}` to `:::`.
///
/// @param inside  line numbers, beginning at 0
record ColonFences(BitSet inside) {
    static final ColonFences NONE = new ColonFences(new BitSet());

    private static final Pattern FENCE = Pattern.compile("^ {0,3}:{3,}[ \\t]*(.*)$");

    static ColonFences of(Lines lines) {
        BitSet inside = new BitSet();
        int depth = 0;
        for (int line = 0; line < lines.count(); line++) {
            Matcher fence = FENCE.matcher(lines.line(line));
            if (fence.matches()) {
                depth = Math.max(0, depth + (fence.group(1).isBlank() ? -1 : 1));
            }
            inside.set(line, depth > 0);
        }
        return new ColonFences(inside);
    }

    boolean isInside(int line) {
        return inside.get(line);
    }
}
