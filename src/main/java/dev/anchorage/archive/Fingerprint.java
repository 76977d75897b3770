package dev.anchorage.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What is remembered of a source file in order to notice that it changed: a hash of its bytes as the proof, size and
/// times as the hint that spares reading it.
///
/// A file that was modified less than two seconds before it was read could be modified once more without its times
/// showing it (clocks of file systems are that coarse; git calls such files racy). The times of such a file are not
/// kept, so that it is read again next time.
///
/// @param hash  the first 128 bits of the SHA-256 of the bytes, in hexadecimal
/// @param size  in bytes
/// @param modifiedMillis  as in `SourceFile`, or -1 when it can't be trusted
/// @param changedMillis  as in `SourceFile`, or -1 when it can't be trusted
public record Fingerprint(String hash, long size, long modifiedMillis, long changedMillis) {
    private static final int HASH_BYTES = 16;
    private static final long COARSEST_CLOCK_MILLIS = 2000;
    private static final long UNTRUSTED = -1;

    /// What to remember of a file.
    ///
    /// @param file  as it was scanned, before its bytes were read
    /// @param bytes  all bytes of the file
    /// @param readMillis  when reading began, in milliseconds since 1970
    public static Fingerprint of(SourceFile file, byte[] bytes, long readMillis) {
        long newest = Math.max(file.modifiedMillis(), file.changedMillis());
        boolean trusted = readMillis - newest > COARSEST_CLOCK_MILLIS && bytes.length == file.size();
        return new Fingerprint(
                hash(bytes),
                bytes.length,
                trusted ? file.modifiedMillis() : UNTRUSTED,
                trusted ? file.changedMillis() : UNTRUSTED);
    }

    /// Reads what `toString` wrote; empty for anything else, which then counts as changed.
    public static Optional<Fingerprint> parse(String written) {
        String[] parts = written.split(" ", -1);
        if (parts.length != 4 || !isHash(parts[0])) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Fingerprint(
                    parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3])));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static boolean isHash(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() == 2 * HASH_BYTES;
    }

    /// Whether the file surely still has these bytes, judged without reading it.
    public boolean vouchesFor(SourceFile file) {
        return modifiedMillis != UNTRUSTED
                && size == file.size()
                && modifiedMillis == file.modifiedMillis()
                && changedMillis == file.changedMillis();
    }

    /// Whether both stand for the same bytes, whatever their times.
    public boolean hasSameContentAs(Fingerprint other) {
        return size == other.size && hash.equals(other.hash);
    }

    /// `hash size modified changed`, for `parse`.
    @Override
    public String toString() {
        return hash + " " + size + " " + modifiedMillis + " " + changedMillis;
    }

    /// The first 128 bits of the SHA-256 of bytes, in hexadecimal.
    public static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
