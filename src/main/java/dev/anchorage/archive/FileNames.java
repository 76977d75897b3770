package dev.anchorage.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// File names as the disk has them. Java decodes names by the locale, so that under `LC_ALL=C` every non-ASCII letter
/// becomes a replacement character; the bytes survive inside `Path`, and its URI shows them.
final class FileNames {
    private FileNames() {}

    /// The last part of a path, decoded as UTF-8 whatever the locale; empty when its bytes are no UTF-8.
    static Optional<String> nameOf(Path file) {
        String shown = String.valueOf(file.getFileName());
        return isPlain(shown) ? Optional.of(shown) : decode(rawNameOf(file));
    }

    /// The last part of a path with every unusual byte as `%XX`: for messages about names that can't be shown.
    static String rawNameOf(Path file) {
        String uri = file.toUri().getRawPath();
        String trimmed = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            if (sign >= 0x80 || sign == '?') {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decode(String escaped) {
        var bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.write(Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(escaped.charAt(i));
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
