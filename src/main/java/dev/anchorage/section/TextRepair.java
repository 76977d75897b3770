package dev.anchorage.section;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Repairs UTF-8 that was read as Mac Roman.
final class TextRepair {
    private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");

    private TextRepair() {}

    static String repair(String text) {
        try {
            ByteBuffer bytes = MAC_ROMAN.newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notMangled) {
            return text;
        }
    }
}
