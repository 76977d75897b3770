package dev.anchorage.post;

/// An encoding that UTF-8 is often mistaken for.
final class Misreading {
    static final Misreading MAC_ROMAN =
            new Misreading("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
                    + "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ");
    static final Misreading WINDOWS_1252 = new Misreading(
            "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"
                    + "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ");

    private final String upperHalf;
    private final byte[] byteOf = new byte[0x10000];

    private Misreading(String upperHalf) {
        this.upperHalf = upperHalf;
        for (int i = 0; i < upperHalf.length(); i++) {
            byteOf[upperHalf.charAt(i)] = (byte) (0x80 + i);
        }
    }

    /// The character that this encoding has for a byte.
    char toChar(int b) {
        return b < 0x80 ? (char) b : upperHalf.charAt(b - 0x80);
    }

    /// The byte from 0x80 on that this encoding has for a character, or 0.
    int toByte(char c) {
        return byteOf[c] & 0xFF;
    }

    /// Whether the byte for a character can be the first one of a UTF-8 sequence.
    boolean isLead(char c) {
        return toByte(c) >= 0xC2;
    }

    /// The code point whose UTF-8 bytes stand at `index` when its characters are turned back to bytes, or -1.
    int codePointAt(String text, int index) {
        int lead = toByte(text.charAt(index));
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || index + length > text.length()) {
            return -1;
        }
        int codePoint = lead & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            int b = toByte(text.charAt(index + i));
            if ((b & 0xC0) != 0x80) {
                return -1;
            }
            codePoint = codePoint << 6 | (b & 0x3F);
        }
        boolean isShortest = utf8Length(codePoint) == length;
        boolean isCharacter = Character.isValidCodePoint(codePoint) && (codePoint < 0xD800 || codePoint > 0xDFFF);
        return isShortest && isCharacter ? codePoint : -1;
    }

    /// How many bytes UTF-8 takes for a code point, that is, how many characters it became.
    static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
