package dev.anchorage.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// An update of a {@link FolderStore}: one commit of Lucene's.
final class FolderUpdate implements StoreUpdate {
    private final Directory files;
    private final boolean ownsFiles;
    private final UpdateLock alone;
    private final @Nullable IndexState before;
    private final @Nullable String commit;
    private final IndexedPosts indexed;
    private final long lastGeneration;
    private SegmentSizes sizes = SegmentSizes.of(0);
    private @Nullable IndexWriter writer;
    private volatile boolean isWithdrawing;

    private FolderUpdate(
            Directory files, boolean ownsFiles, UpdateLock alone, @Nullable IndexState before, IndexedPosts indexed)
            throws IOException {
        this.files = files;
        this.ownsFiles = ownsFiles;
        this.alone = alone;
        this.before = before;
        this.indexed = indexed;
        lastGeneration = LastCommit.generation(files);
        commit = before == null ? null : SegmentInfos.getLastCommitSegmentsFileName(files);
    }

    /// @param ownsFiles  whether they are closed with the update
    static FolderUpdate begin(Directory files, Path directory, boolean isFull, boolean ownsFiles) throws IOException {
        UpdateLock alone = UpdateLock.obtain(files, directory);
        try {
            alone.ensureHeld();
            Before before = before(files, directory, isFull);
            return before == null
                    ? new FolderUpdate(files, ownsFiles, alone, null, IndexedPosts.NONE)
                    : new FolderUpdate(files, ownsFiles, alone, before.state(), before.posts());
        } catch (IOException | RuntimeException failed) {
            alone.close();
            throw failed;
        }
    }

    /// Null when there is nothing, or nothing that can be used where that need not be.
    private static @Nullable Before before(Directory files, Path directory, boolean isFull) throws IOException {
        try {
            return LastCommit.verifiedMeanwhile(
                    files,
                    directory,
                    () -> new Before(
                            IndexState.of(SegmentInfos.readLatestCommit(files).getUserData(), directory),
                            IndexedPosts.of(files)));
        } catch (IndexDamagedException damaged) {
            if (isFull) {
                return null;
            }
            throw damaged;
        }
    }

    @Override
    public @Nullable IndexState before() {
        return before;
    }

    @Override
    public long lastGeneration() {
        return lastGeneration;
    }

    @Override
    public @Nullable String commit() {
        return commit;
    }

    @Override
    public IndexedPosts indexed() {
        return indexed;
    }

    @Override
    public void open(boolean isNew, long bytes) throws IOException {
        if (before == null) {
            LastCommit.forget(files);
        } else {
            LastCommit.forgetUnusablePrevious(files);
        }
        sizes = SegmentSizes.of(bytes);
        writer = new IndexWriter(files, config(isNew, PostCodec.of(bytes), sizes));
    }

    /// Merges run on the thread that causes them, so that a commit has them all and nothing is left over.
    private static IndexWriterConfig config(boolean isNew, PostCodec codec, SegmentSizes sizes) {
        return new IndexWriterConfig(SectionAnalyzer.ofTexts())
                .setOpenMode(isNew ? OpenMode.CREATE : OpenMode.APPEND)
                .setCodec(codec)
                .setCommitOnClose(false)
                .setIndexDeletionPolicy(new KeptCommits())
                .setMergePolicy(sizes.merges(true))
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(sizes.bufferMb());
    }

    private IndexWriter writer() {
        return Objects.requireNonNull(writer, "not open yet");
    }

    @Override
    public void replace(String path, List<Document> block) throws IOException {
        writing(() -> writer().updateDocuments(SectionDocuments.byPath(path), block));
    }

    @Override
    public void delete(String path) throws IOException {
        if (indexed.paths().contains(path)) {
            isWithdrawing = true;
        }
        writing(() -> writer().deleteDocuments(SectionDocuments.byPath(path)));
    }

    @Override
    public void refreshFingerprint(String path, String fingerprint) throws IOException {
        writing(() -> writer().updateBinaryDocValue(
                        SectionDocuments.byPath(path), IndexSchema.FINGERPRINT, new BytesRef(fingerprint)));
    }

    /// A post that is gone or hidden now must not leave a byte behind, former versions of it included.
    @Override
    public void check(@Nullable Expectation expectation, IndexState state, boolean isChanged) throws IOException {
        if (isChanged) {
            writing(() -> {
                writer().setLiveCommitData(state.toCommitData().entrySet());
                writer().getConfig().setMergePolicy(sizes.merges(!isWithdrawing));
                writer().forceMergeDeletes();
            });
        }
        if (expectation != null) {
            try (DirectoryReader next = DirectoryReader.open(writer())) {
                expectation.check(next, state);
            }
        }
    }

    @Override
    public void commit(@Nullable IndexState state) throws IOException {
        writing(() -> writer().commit());
    }

    /// What fails after the writer gave up only says that it gave up; why is what it remembers.
    private void writing(Writing writing) throws IOException {
        try {
            writing.write();
        } catch (IOException | RuntimeException failed) {
            if (writer().getTragicException() instanceof IOException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (writer != null) {
                writer.close();
            }
        } finally {
            try {
                alone.close();
            } finally {
                if (ownsFiles) {
                    files.close();
                }
            }
        }
    }

    /// The state before, and its posts.
    private record Before(IndexState state, IndexedPosts posts) {}

    private interface Writing {
        void write() throws IOException;
    }
}
