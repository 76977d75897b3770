package dev.anchorage.post;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// One look at a text for the traces of one misreading: runs of characters which, turned back to bytes, are UTF-8.
final class MojibakeScan {
    private final String text;
    private final Misreading misreading;
    private final StringBuilder out = new StringBuilder();
    /// Scripts of which whole runs were found, so that a single letter of them is believed as well.
    private final Set<UnicodeScript> seen = EnumSet.noneOf(UnicodeScript.class);

    private boolean doubted;

    MojibakeScan(String text, Misreading misreading) {
        this.text = text;
        this.misreading = misreading;
    }

    String repaired() {
        scan();
        if (doubted && !seen.isEmpty()) {
            scan();
        }
        return out.isEmpty() ? text : out.toString();
    }

    private void scan() {
        out.setLength(0);
        int copied = 0;
        int index = 0;
        while (index < text.length()) {
            if (!mayBegin(text.charAt(index))) {
                index++;
                continue;
            }
            int codePoint = misreading.codePointAt(text, index);
            int end = index + (codePoint < 0 ? 0 : Misreading.utf8Length(codePoint));
            boolean isRepaired = codePoint >= 0 && isBelievable(codePoint, index, end);
            if (!isRepaired && misreading.equals(Misreading.MAC_ROMAN)) {
                codePoint = LeadlessEmoji.codePointAt(text, index);
                end = index + LeadlessEmoji.LENGTH;
                isRepaired = codePoint >= 0;
            }
            if (isRepaired) {
                out.append(text, copied, index).appendCodePoint(codePoint);
                copied = end;
                index = end;
            } else {
                index++;
            }
        }
        if (copied > 0) {
            out.append(text, copied, text.length());
        }
    }

    private boolean mayBegin(char c) {
        return c >= 0x80 && (misreading.isLead(c) || c == 'ü');
    }

    private boolean isBelievable(int codePoint, int start, int end) {
        if (Plausibility.isSymbol(codePoint)) {
            return true;
        }
        if (codePoint < 0x250 || (codePoint >= 0x1E00 && codePoint < 0x1F00)) {
            return Plausibility.isLatin(misreading, text, start, end);
        }
        return Plausibility.isForeign(codePoint) && isInForeignRun(codePoint, end);
    }

    private boolean isInForeignRun(int codePoint, int end) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        if (seen.contains(script)) {
            return true;
        }
        int next = end < text.length() ? misreading.codePointAt(text, end) : -1;
        if (next >= 0 && Plausibility.isForeign(next)) {
            seen.add(script);
            seen.add(UnicodeScript.of(next));
            return true;
        }
        doubted = true;
        return false;
    }
}
