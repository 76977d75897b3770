package dev.anchorage.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
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
