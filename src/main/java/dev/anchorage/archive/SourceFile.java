package dev.anchorage.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One file of the archive, unparsed.
///
/// @param path  relative to the archive's root, parts separated by `/`, not normalised: as the file system spells it
/// @param location  where the bytes are
/// @param size  in bytes when the archive was scanned
/// @param modifiedMillis  time of the last modification when the archive was scanned, in milliseconds since 1970; a
/// hint, never a proof
/// @param changedMillis  time of the last change of bytes or attributes (a Unix ctime, which no program can set back);
/// equal to `modifiedMillis` where the file system keeps none
public record SourceFile(String path, Path location, long size, long modifiedMillis, long changedMillis) {

    /// A file on a file system that keeps no time of change.
    public SourceFile(String path, Path location, long size, long modifiedMillis) {
        this(path, location, size, modifiedMillis, modifiedMillis);
    }

    /// Reads the whole file.
    ///
    /// @throws IOException when the file has vanished or can't be read
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(location);
    }
}
