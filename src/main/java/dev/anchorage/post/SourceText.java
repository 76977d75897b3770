package dev.anchorage.post;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Bytes to text, by this rule: a byte-order mark decides (UTF-8, UTF-16, UTF-32); without one it is UTF-8, and each
/// byte that is no UTF-8 is taken for windows-1252, so that Latin-1 files and files of two encodings both read well.
/// Line ends become `\n` (also a lone `\r`); a NUL becomes U+FFFD. A file is no text when more than one byte in a
/// hundred is a control character.
final class SourceText {
    /// So many control characters don't make a short text binary.
    private static final int FEW = 4;

    private SourceText() {}

    private record Mark(int length, Charset charset) {}

    static String decode(byte[] bytes, Findings findings) throws PostFormatException {
        Optional<Mark> mark = byteOrderMark(bytes);
        if (mark.isPresent()) {
            Charset charset = mark.get().charset();
            String text = new String(
                    bytes, mark.get().length(), bytes.length - mark.get().length(), charset);
            if (text.indexOf('\uFFFD') >= 0) {
                findings.add(0, "some bytes are no " + charset + ", as which its byte-order mark declares it");
            }
            return tidy(text, findings);
        }
        refuseBinary(bytes, findings.path());
        return tidy(MixedUtf8.decode(bytes, findings), findings);
    }

    private static Optional<Mark> byteOrderMark(byte[] b) {
        if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
            return Optional.empty();
        }
        if (startsWith(b, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new Mark(4, Charset.forName("UTF-32LE")));
        }
        if (startsWith(b, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new Mark(4, Charset.forName("UTF-32BE")));
        }
        if (startsWith(b, 0xFF, 0xFE)) {
            return Optional.of(new Mark(2, StandardCharsets.UTF_16LE));
        }
        return startsWith(b, 0xFE, 0xFF) ? Optional.of(new Mark(2, StandardCharsets.UTF_16BE)) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseBinary(byte[] bytes, String path) throws PostFormatException {
        int nul = 0;
        int control = 0;
        for (byte b : bytes) {
            if (b >= ' ' || b < 0) {
                continue;
            }
            if (b == 0) {
                nul++;
            } else if ("\t\n\r\f\u000B\u001B".indexOf(b) < 0) {
                control++;
            }
        }
        int strange = nul + control;
        if (strange > FEW && strange * 100L > bytes.length) {
            boolean wide = bytes.length > 3 && nul > bytes.length / 4 && control < bytes.length / 20;
            throw new PostFormatException(
                    path,
                    0,
                    wide
                            ? "it is no text as it stands; it looks like UTF-16 without a byte-order mark: save it as UTF-8"
                            : "it is no text (" + nul + " NUL and " + control + " other control characters in "
                                    + bytes.length + " bytes): leave it out with --exclude");
        }
    }

    private static String tidy(String text, Findings findings) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        int nul = lines.indexOf('\0');
        if (nul >= 0) {
            findings.add(lineAt(lines, nul), "a NUL character stands in the text; it is read as U+FFFD");
            lines = lines.replace('\0', '\uFFFD');
        }
        return lines.startsWith("\uFEFF") ? lines.substring(1) : lines;
    }

    static int lineAt(String text, int index) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }
}
