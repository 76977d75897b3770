package dev.anchorage.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// Unix's time of change: unlike the time of modification it can't be set back by `touch`, `cp -p` or `rsync -t`.
final class FileTimes {
    private FileTimes() {}

    static boolean keepsTimeOfChange(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /// @param file  on a file system that keeps that time
    static long changedMillis(Path file, long otherwise) {
        try {
            return Files.getAttribute(file, "unix:ctime") instanceof FileTime time ? time.toMillis() : otherwise;
        } catch (IOException e) {
            return otherwise;
        }
    }
}
