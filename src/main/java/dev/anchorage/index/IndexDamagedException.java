package dev.anchorage.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jspecify.annotations.Nullable;

/// An index that is there but can't be used: damaged, or written by another version. The message names the command that
/// rebuilds it from the posts.
public final class IndexDamagedException extends IOException {
    private static final long serialVersionUID = 1;

    private IndexDamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// What a failure to read an index says about the index: damage by its name, anything else as it is.
    public static IOException named(Path directory, Throwable failure) {
        return switch (failure) {
            case IndexDamagedException known -> known;
            case IndexFormatTooOldException old -> otherFormat(directory, old);
            case IndexFormatTooNewException young -> otherFormat(directory, young);
            case CorruptIndexException damaged -> damaged(directory, damaged);
            case EOFException truncated -> damaged(directory, truncated);
            case NoSuchFileException missing -> damaged(directory, missing);
            case FileNotFoundException missing -> damaged(directory, missing);
            case IOException other -> other;
            default -> damaged(directory, failure); // what Lucene throws over nonsense that it believes
        };
    }

    /// An index whose files contradict each other or are incomplete.
    static IndexDamagedException damaged(Object directory, Throwable cause) {
        return new IndexDamagedException(
                "the index in " + directory + " is damaged; `anchorage index --full` builds it anew from the posts",
                cause);
    }

    /// An index that another version wrote.
    ///
    /// @param place  of the index, for the message
    public static IndexDamagedException ofOtherVersion(Object place) {
        return otherFormat(place, null);
    }

    /// An index of which something can't be read.
    ///
    /// @param place  of the index, for the message
    public static IndexDamagedException at(Object place, Throwable cause) {
        return damaged(place, cause);
    }

    static IndexDamagedException otherFormat(Object directory, @Nullable Throwable cause) {
        return new IndexDamagedException(
                "the index in " + directory
                        + " was written by another version; `anchorage index --full` builds it anew from the posts",
                cause);
    }
}
