package dev.anchorage.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/// Puts the state of an index before its last full reindex back, as a new commit (ADR 35).
final class FolderRollback {
    private FolderRollback() {}

    /// Puts it back. The state that answered until now is kept in its place, so that a second time brings that back.
    ///
    /// @return empty when there is nothing to go back to; the index is as before
    /// @throws NoSuchFileException when there is no index
    /// @throws IndexRefusedException when an update is running
    /// @throws IndexDamagedException when what is there can't be used
    /// @throws IndexFailedException when the index can't be written
    static Optional<Rollback> of(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw absent(directory);
        }
        try (Directory files = FSDirectory.open(directory)) {
            return of(files, directory);
        }
    }

    static Optional<Rollback> of(Directory files, Path directory) throws IOException {
        try (UpdateLock alone = UpdateLock.obtain(files, directory)) {
            alone.ensureHeld();
            return alone(files, directory);
        } catch (LockObtainFailedException held) {
            throw UpdateLock.refusal(directory, directory);
        }
    }

    private static Optional<Rollback> alone(Directory files, Path directory) throws IOException {
        String last = SegmentInfos.getLastCommitSegmentsFileName(files);
        if (last == null) {
            throw absent(directory);
        }
        IndexState now;
        try {
            now = IndexState.of(SegmentInfos.readCommit(files, last).getUserData(), directory);
        } catch (IOException | RuntimeException unusable) {
            throw IndexDamagedException.named(directory, unusable);
        }
        String previous = now.lineage().previous();
        if (previous == null || !List.of(files.listAll()).contains(previous)) {
            return Optional.empty();
        }
        IndexState then = verified(files, directory, previous);
        IndexState back = now.goneBackTo(then, last);
        write(files, directory, previous, back);
        return Optional.of(new Rollback(back.generation(), then.updated()));
    }

    private static IndexState verified(Directory files, Path directory, String commit) throws IOException {
        try {
            return LastCommit.verified(files, directory, commit);
        } catch (IOException | RuntimeException unusable) {
            throw new IndexRefusedException("the state to go back to in " + directory
                    + " is damaged or of another version; the index is as before");
        }
    }

    /// The files of the state are there; what is written is a commit that names them.
    private static void write(Directory files, Path directory, String name, IndexState back) throws IOException {
        try {
            IndexWriterConfig config = new IndexWriterConfig()
                    .setOpenMode(OpenMode.APPEND)
                    .setIndexCommit(commit(files, name))
                    .setIndexDeletionPolicy(new KeptCommits())
                    .setMergePolicy(NoMergePolicy.INSTANCE)
                    .setCommitOnClose(false);
            try (IndexWriter writer = new IndexWriter(files, config)) {
                writer.setLiveCommitData(back.toCommitData().entrySet());
                writer.commit();
            }
        } catch (LockObtainFailedException held) {
            throw held;
        } catch (IOException | RuntimeException failed) {
            throw IndexFailedException.of(directory, failed);
        }
    }

    private static IndexCommit commit(Directory files, String name) throws IOException {
        return DirectoryReader.listCommits(files).stream()
                .filter(commit -> commit.getSegmentsFileName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static NoSuchFileException absent(Path directory) {
        return new NoSuchFileException(directory.toString(), null, "there is no index; `anchorage index` makes one");
    }
}
