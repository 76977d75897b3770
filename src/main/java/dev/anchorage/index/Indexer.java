package dev.anchorage.index;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.Scan;
import dev.anchorage.post.PostReader;
import dev.anchorage.section.SectionSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/// Brings an index up to date with an archive.
///
/// One update is one commit: until it is made, and when it fails at any point, the index is as it was. One update at a
/// time may run on an index, in this process or in another.
public final class Indexer {
    private final PostReader reader;
    private final SectionSplitter splitter;
    private final IndexOptions options;

    /// @param reader  turns files into posts
    /// @param splitter  cuts posts into sections
    public Indexer(PostReader reader, SectionSplitter splitter, IndexOptions options) {
        this.reader = reader;
        this.splitter = splitter;
        this.options = options;
    }

    /// Writes what changed since the last commit and commits.
    ///
    /// @throws IndexRefusedException when another update is running, too much would be lost, what is expected
    ///     doesn't hold, or the archive can't be scanned
    /// @throws IndexDamagedException when the index that is there can't be used
    /// @throws IndexFailedException when the index can't be written
    public IndexReport update(Archive archive) throws IOException {
        try {
            Files.createDirectories(options.directory());
        } catch (IOException unwritable) {
            throw IndexFailedException.of(options.directory(), unwritable);
        }
        try (Directory files = FSDirectory.open(options.directory())) {
            return update(archive, files);
        }
    }

    IndexReport update(Archive archive, Directory files) throws IOException {
        try (UpdateLock alone = UpdateLock.obtain(files, options.directory())) {
            alone.ensureHeld();
            return updateAlone(archive, files);
        } catch (IndexRefusedException | IndexDamagedException known) {
            throw known;
        } catch (LockObtainFailedException held) {
            throw UpdateLock.refusal(options.directory(), options.directory());
        } catch (CorruptIndexException damaged) {
            throw IndexDamagedException.named(options.directory(), damaged);
        } catch (IOException | RuntimeException failed) {
            throw IndexFailedException.of(options.directory(), failed);
        }
    }

    private IndexReport updateAlone(Archive archive, Directory files) throws IOException {
        IndexState before = options.isFull() ? stateIfUsable(files) : LastCommit.verified(files, options.directory());
        IndexOptions later = options.after(LastCommit.generation(files));
        String commit = before == null ? null : SegmentInfos.getLastCommitSegmentsFileName(files);
        IndexedPosts indexed = before == null ? IndexedPosts.NONE : IndexedPosts.of(files);
        Scan scan = scan(archive);
        if (before == null) {
            LastCommit.forget(files);
        } else {
            LastCommit.forgetUnusablePrevious(files);
        }
        boolean isNew = options.isFull() || before == null;
        try (IndexWriter writer = new IndexWriter(files, config(isNew, SegmentSizes.of(scan)))) {
            return update(scan, new IndexUpdate(writer, before, commit, indexed, later), writer);
        }
    }

    /// What fails after the writer gave up only says that it gave up; why is what it remembers.
    private IndexReport update(Scan scan, IndexUpdate update, IndexWriter writer) throws IOException {
        try {
            return update.run(scan, reader, splitter);
        } catch (IOException | RuntimeException failed) {
            if (writer.getTragicException() instanceof IOException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    private @Nullable IndexState stateIfUsable(Directory files) throws IOException {
        try {
            return LastCommit.verified(files, options.directory());
        } catch (IndexDamagedException damaged) {
            return null;
        }
    }

    /// Merges run on the thread that causes them, so that a commit has them all and nothing is left over.
    private static IndexWriterConfig config(boolean isNew, SegmentSizes sizes) {
        return new IndexWriterConfig(SectionAnalyzer.ofTexts())
                .setOpenMode(isNew ? OpenMode.CREATE : OpenMode.APPEND)
                .setCommitOnClose(false)
                .setIndexDeletionPolicy(new KeptCommits())
                .setMergePolicy(sizes.merges())
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(sizes.bufferMb());
    }

    private static Scan scan(Archive archive) throws IndexRefusedException {
        try {
            return archive.scan();
        } catch (IOException unreadable) {
            throw new IndexRefusedException(
                    "the archive in " + archive.root() + " can't be read: " + unreadable.getMessage());
        }
    }

    /// The folder of the index.
    public Path directory() {
        return options.directory();
    }
}
