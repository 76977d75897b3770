package dev.anchorage.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/// An index that could not be written. The last commit still answers.
public final class IndexFailedException extends IOException {
    private static final long serialVersionUID = 1;

    private IndexFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    static IndexFailedException of(Path directory, Exception failure) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            return new IndexFailedException(
                    directory + " is a file, not the folder of an index; --index names another folder", failure);
        }
        return new IndexFailedException(
                "the index in " + directory + " could not be written: " + reason(failure)
                        + "; the last commit still answers, and `anchorage index` tries again",
                failure);
    }

    /// The same of an index in a cluster.
    ///
    /// @param place  where it is
    public static IndexFailedException inCluster(String place, Exception failure) {
        return new IndexFailedException(
                "the index in " + place + " could not be written: " + failure.getMessage()
                        + "; the last state still answers, and `anchorage index` tries again",
                failure);
    }

    private static String reason(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = String.valueOf(first.getMessage());
        String folded = message.toLowerCase(Locale.ROOT);
        if (folded.contains("no space left") || folded.contains("not enough space")) {
            return "no space is left on the disk";
        }
        if (folded.contains("quota")) {
            return "the disk quota is used up";
        }
        if (folded.contains("read-only")) {
            return "the file system is read-only";
        }
        return switch (first) {
            case AccessDeniedException denied -> denied.getFile() + " may not be written";
            case FileAlreadyExistsException file -> file.getFile() + " is in the way";
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case IOException other -> message;
            default -> first.toString();
        };
    }
}
