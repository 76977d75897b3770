package dev.anchorage.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;

/// Keeps the sections of a blog in an index of Lucene's in a folder.
public final class FolderStore implements SectionStore {
    private final Path directory;
    private final @Nullable Directory files;

    /// @param directory  made when absent
    public FolderStore(Path directory) {
        this(directory, null);
    }

    /// @param files  what Lucene reads and writes instead of those in the folder; null: those; stays open
    FolderStore(Path directory, @Nullable Directory files) {
        this.directory = directory;
        this.files = files;
    }

    @Override
    public StoreUpdate begin(boolean isFull) throws IOException {
        if (files != null) {
            return FolderUpdate.begin(files, directory, isFull, false);
        }
        Files.createDirectories(directory);
        // For one update, what it takes to begin mapping files is more than mapping them saves.
        Directory opened = new NIOFSDirectory(directory);
        try {
            return FolderUpdate.begin(opened, directory, isFull, true);
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    /// The name and time of the last commit: an index that was made anew may use names again.
    @Override
    public @Nullable String mark() throws IOException {
        if (files != null || !Files.isDirectory(directory)) {
            return null;
        }
        try (Stream<Path> there = Files.list(directory)) {
            String[] names = there.map(Path::getFileName).map(Path::toString).toArray(String[]::new);
            String last = SegmentInfos.getLastCommitSegmentsFileName(names);
            return last == null ? null : last + " " + Files.getLastModifiedTime(directory.resolve(last));
        }
    }

    @Override
    public Optional<Rollback> rollBack() throws IOException {
        return FolderRollback.of(directory);
    }

    @Override
    public IOException failed(Exception failure) {
        return switch (failure) {
            case IndexRefusedException refused -> refused;
            case IndexDamagedException damaged -> damaged;
            case LockObtainFailedException held -> UpdateLock.refusal(directory, directory);
            case CorruptIndexException damaged -> IndexDamagedException.named(directory, damaged);
            default -> IndexFailedException.of(directory, failure);
        };
    }
}
