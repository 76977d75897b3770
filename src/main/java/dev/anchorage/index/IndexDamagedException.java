package dev.anchorage.index;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An index that is there but can't be used: damaged, or written by another version. The message names the command that
/// rebuilds it from the posts.
public final class IndexDamagedException extends IOException {
    private static final long serialVersionUID = 1;

    private IndexDamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// An index whose files contradict each other or are incomplete.
    public static IndexDamagedException damaged(Path directory, Throwable cause) {
        return new IndexDamagedException(
                "the index in " + directory + " is damaged; `anchorage index --full` builds it anew from the posts",
                cause);
    }

    static IndexDamagedException otherFormat(Path directory, @Nullable Throwable cause) {
        return new IndexDamagedException(
                "the index in " + directory
                        + " was written by another version; `anchorage index --full` builds it anew from the posts",
                cause);
    }
}
