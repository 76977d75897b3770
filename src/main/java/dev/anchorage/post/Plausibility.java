package dev.anchorage.post;

import java.lang.Character.UnicodeScript;

/// Tells traces of a misreading from right text that looks like them: `É»` closes a quotation in French, `√π` is
/// mathematics, `IRMÃ”` is Portuguese.
final class Plausibility {
    /// Characters that may well follow a capital in right text.
    private static final String FOLLOWERS = "»”“’‘…–—›•€‹«„‚\u00A0™®°²³ªº¹·´";

    private static final String MATHEMATICS = "πµΩ∑∫∞";

    private Plausibility() {}

    /// Punctuation, signs, arrows, emoji: what they were misread as makes no sense in any language.
    static boolean isSymbol(int c) {
        return in(c, 0x200B, 0x2027)
                || in(c, 0x2030, 0x205E)
                || in(c, 0x20A0, 0x20BF)
                || in(c, 0x2100, 0x214F)
                || in(c, 0x2190, 0x2199)
                || in(c, 0x21A9, 0x21AA)
                || in(c, 0x21D0, 0x21D5)
                || in(c, 0x2200, 0x22FF)
                || in(c, 0x231A, 0x23FF)
                || in(c, 0x2500, 0x27BF)
                || in(c, 0x2B05, 0x2B55)
                || in(c, 0xFE0E, 0xFE0F)
                || c == 0xFEFF
                || c == 0xFFFD
                || in(c, 0x1F000, 0x1FAFF)
                || in(c, 0xE0020, 0xE007F);
    }

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }

    /// Letters of scripts that fill whole words; one alone is no proof.
    static boolean isForeign(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return switch (script) {
            case CYRILLIC -> in(c, 0x400, 0x45F) || in(c, 0x490, 0x491);
            case GREEK -> in(c, 0x386, 0x3CE);
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, DEVANAGARI, BENGALI, TAMIL, TELUGU, GEORGIAN -> true;
            case HEBREW -> in(c, 0x5D0, 0x5EA);
            case ARABIC -> in(c, 0x60C, 0x6D3);
            default -> in(c, 0x3000, 0x303F) || in(c, 0xFF01, 0xFF5E) || c == 0x30FC;
        };
    }

    /// Whether a piece of a text stands for a Latin letter or sign below U+0250 or for a Vietnamese one.
    static boolean isLatin(Misreading misreading, String text, int start, int end) {
        char lead = text.charAt(start);
        char last = text.charAt(end - 1);
        int before = start > 0 ? text.charAt(start - 1) : ' ';
        int after = end < text.length() ? text.charAt(end) : ' ';
        return misreading.equals(Misreading.MAC_ROMAN)
                ? isMacRoman(lead, last, before, after, start > 1 ? text.charAt(start - 2) : ' ')
                : isWindows1252(lead, last, before, after);
    }

    private static boolean isWindows1252(char lead, char last, int before, int after) {
        boolean follows = FOLLOWERS.indexOf(last) >= 0;
        return switch (lead) {
            case 'Ã' ->
                !follows
                        || (last == '\u00A0' && !Character.isLetter(before))
                        || Character.isLowerCase(before)
                        || Character.isLetter(after);
            case 'Â' ->
                last >= 0xA0 && last <= 0xBF && !Character.isUpperCase(before) && !(before == '«' && last == '»');
            case 'Ä', 'Å' ->
                follows
                        ? Character.isLowerCase(before) || (Character.isLowerCase(after) && !Character.isLetter(before))
                        : Character.isLetter(before) || Character.isLetter(after);
            case 'È' -> "˜™š›".indexOf(last) >= 0 && (Character.isLowerCase(before) || Character.isLowerCase(after));
            case 'Æ' -> "\u00A0¡¯°".indexOf(last) >= 0 && (Character.isLetter(before) || Character.isLetter(after));
            case 'á' ->
                follows ? Character.isLowerCase(after) : Character.isLetter(before) || Character.isLetter(after);
            default -> false;
        };
    }

    private static boolean isMacRoman(char lead, char last, int before, int after, int twoBefore) {
        return switch (lead) {
            case '√' ->
                MATHEMATICS.indexOf(last) < 0
                        || (Character.isLowerCase(before)
                                && (Character.isLowerCase(twoBefore) || Character.isLowerCase(after)));
            case '¬' ->
                "†©®´ª£ß".indexOf(last) >= 0
                        || ("ø°".indexOf(last) >= 0 && Character.isLetter(after))
                        || (last == '∞' && Character.isDigit(before))
                        || ("≤≥".indexOf(last) >= 0 && Character.isLetterOrDigit(before));
            case 'ƒ', '≈' ->
                Character.isLetter(last)
                        ? Character.isLowerCase(before) || Character.isLowerCase(after)
                        : Character.isLowerCase(before) && Character.isLowerCase(after);
            case '·' -> Character.isLetter(before) || Character.isLetter(after);
            default -> false;
        };
    }
}
