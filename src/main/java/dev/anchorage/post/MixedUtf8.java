package dev.anchorage.post;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Strict UTF-8 in which every byte that is none counts as windows-1252.
final class MixedUtf8 {
    private final byte[] bytes;

    private MixedUtf8(byte[] bytes) {
        this.bytes = bytes;
    }

    static String decode(byte[] bytes, Findings findings) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new MixedUtf8(bytes).decodeByteByByte(findings);
        }
    }

    private String decodeByteByByte(Findings findings) {
        var out = new StringBuilder(bytes.length);
        int wrong = 0;
        int first = 0;
        int i = 0;
        while (i < bytes.length) {
            int length = sequenceLength(i);
            if (length == 0) {
                first = wrong == 0 ? i : first;
                wrong++;
                out.append(Misreading.WINDOWS_1252.toChar(bytes[i] & 0xFF));
                i++;
            } else if (length == 1) {
                out.append((char) bytes[i]);
                i++;
            } else {
                out.appendCodePoint(codePoint(i, length));
                i += length;
            }
        }
        String what = wrong == 1 ? "a byte is" : wrong + " bytes are";
        findings.add(lineAt(first), what + " no UTF-8 and taken for windows-1252: save the file as UTF-8");
        return out.toString();
    }

    /// How many bytes the character at an index has, or 0 when they are no UTF-8.
    private int sequenceLength(int index) {
        int lead = bytes[index] & 0xFF;
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (index + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[index + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length < 3 || isAllowed(codePoint(index, length), length) ? length : 0;
    }

    private static boolean isAllowed(int codePoint, int length) {
        boolean isSurrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        return !isSurrogate && codePoint <= Character.MAX_CODE_POINT && Misreading.utf8Length(codePoint) == length;
    }

    private int codePoint(int index, int length) {
        int codePoint = bytes[index] & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            codePoint = codePoint << 6 | (bytes[index + i] & 0x3F);
        }
        return codePoint;
    }

    private int lineAt(int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            boolean isLineEnd =
                    bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.length || bytes[i + 1] != '\n'));
            if (isLineEnd) {
                line++;
            }
        }
        return line;
    }
}
