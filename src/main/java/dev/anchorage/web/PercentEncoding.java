package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads percent-encoded text strictly: what is no UTF-8 is not guessed at.
final class PercentEncoding {
    private PercentEncoding() {}

    /// Whether every `%` is followed by two hexadecimal digits.
    static boolean isWellFormed(String encoded) {
        for (int at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1)) {
            if (digit(encoded, at + 1) < 0 || digit(encoded, at + 2) < 0) {
                return false;
            }
        }
        return true;
    }

    /// @param encoded  well-formed
    /// @param isPlusSpace  whether `+` stands for a space, as in parameters
    static String decoded(String encoded, boolean isPlusSpace) throws BadParameterException {
        if (encoded.indexOf('%') < 0) {
            return isPlusSpace ? encoded.replace('+', ' ') : encoded;
        }
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char mark = encoded.charAt(i);
            if (mark == '%') {
                bytes.put((byte) (16 * digit(encoded, i + 1) + digit(encoded, i + 2)));
                i += 2;
            } else {
                bytes.put((byte) (isPlusSpace && mark == '+' ? ' ' : mark));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notText) {
            throw BadParameterException.ofUrl("The address has percent-encoded bytes that are no UTF-8 text.");
        }
    }

    private static int digit(String encoded, int at) {
        return at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
    }
}
