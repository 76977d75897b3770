package dev.anchorage.post;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Strict UTF-8 in which every byte that is none counts as windows-1252.
final class MixedUtf8 {
    private MixedUtf8() {}

    static String decode(byte[] bytes, Findings findings) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // UTF-8 never has more characters than bytes.
        CharBuffer out = CharBuffer.allocate(bytes.length);
        int wrong = 0;
        int firstLine = 0;
        CoderResult result = utf8.decode(in, out, true);
        while (result.isError()) {
            if (wrong == 0) {
                firstLine = lineAt(bytes, in.position());
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(Misreading.WINDOWS_1252.toChar(in.get() & 0xFF));
                wrong++;
            }
            utf8.reset();
            result = utf8.decode(in, out, true);
        }
        if (wrong > 0) {
            String what = wrong == 1 ? "a byte is" : wrong + " bytes are";
            findings.add(firstLine, what + " no UTF-8 and taken for windows-1252: save the file as UTF-8");
        }
        return out.flip().toString();
    }

    private static int lineAt(byte[] bytes, int position) {
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
