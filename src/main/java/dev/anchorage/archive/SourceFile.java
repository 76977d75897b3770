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
public record SourceFile(String path, Path location, long size, long modifiedMillis) {

    /// Reads the whole file.
    ///
    /// @throws IOException when the file has vanished or can't be read
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(location);
    }
}
