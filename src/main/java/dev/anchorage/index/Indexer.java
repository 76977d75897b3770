package dev.anchorage.index;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveChanges;
import dev.anchorage.archive.Scan;
import dev.anchorage.post.PostReader;
import dev.anchorage.section.SectionSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/// Brings an index up to date with an archive.
///
/// One update is one commit: until it is made, and when it fails at any point, the index is as it was. One update at a
/// time
/// may run on an index, in this process or in another.
public final class Indexer {
    /// An index with fewer posts may shrink as it likes.
    private static final int MIN_GUARDED_POSTS = 10;

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
    /// @throws IndexRefusedException when another update is running, or too much would be lost
    /// @throws IndexDamagedException when the index that is there can't be used
    /// @throws IOException when the archive can't be scanned or the index can't be written
    public IndexReport update(Archive archive) throws IOException {
        Files.createDirectories(options.directory());
        try (Directory files = FSDirectory.open(options.directory())) {
            return update(archive, files);
        }
    }

    private IndexReport update(Archive archive, Directory files) throws IOException {
        try {
            return updateAlone(archive, files);
        } catch (LockObtainFailedException held) {
            throw new IndexRefusedException("another process is updating the index in " + options.directory()
                    + " (it holds " + IndexWriter.WRITE_LOCK_NAME + "); try again when it is done");
        }
    }

    private IndexReport updateAlone(Archive archive, Directory files) throws IOException {
        IndexState before = options.isFull() ? null : IndexState.of(files, options.directory());
        if (options.isFull()) {
            forgetUnreadableCommit(files);
        }
        IndexWriterConfig config = new IndexWriterConfig(new SectionAnalyzer())
                .setOpenMode(before == null ? OpenMode.CREATE : OpenMode.APPEND)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(64);
        try (IndexWriter writer = new IndexWriter(files, config)) {
            return update(archive.scan(), before, files, writer);
        }
    }

    /// Lucene's writer looks at the last commit even when it is to be replaced, and gives up when it can't read it.
    private static void forgetUnreadableCommit(Directory files) throws IOException {
        try {
            SegmentInfos.readLatestCommit(files);
        } catch (IndexNotFoundException absent) {
            return;
        } catch (IOException unreadable) {
            try (Lock held = files.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                held.ensureValid();
                for (String file : files.listAll()) {
                    if (file.startsWith(IndexFileNames.SEGMENTS)) {
                        files.deleteFile(file);
                    }
                }
            }
        }
    }

    private IndexReport update(Scan scan, @Nullable IndexState before, Directory files, IndexWriter writer)
            throws IOException {
        IndexedPosts indexed = before == null ? IndexedPosts.NONE : IndexedPosts.of(files);
        boolean isSameSettings = before != null && before.settings().equals(options.settings());
        ArchiveChanges changes = ArchiveChanges.since(
                isSameSettings ? indexed.fingerprintsDueAt(options.now()) : Map.of(), scan.files());
        ReportDraft draft = new ReportDraft(indexed);
        draft.add(scan, changes);
        draft.addProblems(reader.problems());
        try (PostWriter posts = new PostWriter(writer, reader, splitter, options)) {
            changes.added().forEach(posts::submit);
            changes.changed().forEach(posts::submit);
            posts.finish().forEach(draft::add);
        }
        draft.addRemoved(deleteGone(indexed, scan, draft, writer));
        boolean hasChanged = !isSameSettings || writer.hasUncommittedChanges();
        long generation = hasChanged || before == null
                ? Math.max(generationSoFar(before, files), options.lastGeneration()) + 1
                : before.generation();
        IndexReport report = draft.finish(generation);
        guard(indexed, report);
        if (hasChanged) {
            writer.setLiveCommitData(new IndexState(generation, options.now(), options.settings())
                    .toCommitData()
                    .entrySet());
            writer.commit();
        }
        return report;
    }

    /// Generations never go back, also when an index is built anew.
    private long generationSoFar(@Nullable IndexState before, Directory files) {
        try {
            IndexState last = before == null ? IndexState.of(files, options.directory()) : before;
            return last == null ? 0 : last.generation();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /// Removes posts whose file is gone; one whose file is there but can't be read now stays as it was.
    private static int deleteGone(IndexedPosts indexed, Scan scan, ReportDraft draft, IndexWriter writer)
            throws IOException {
        Set<String> there = new HashSet<>();
        scan.files().forEach(file -> there.add(file.path()));
        int gone = 0;
        for (String path : indexed.paths()) {
            if (!there.contains(path) && !draft.isSkipped(path)) {
                writer.deleteDocuments(SectionDocuments.byPath(path));
                gone++;
            }
        }
        return gone;
    }

    private void guard(IndexedPosts indexed, IndexReport report) throws IndexRefusedException {
        int before = indexed.paths().size();
        int after = before + report.added() - report.removed();
        if (!options.isShrinkAllowed() && before >= MIN_GUARDED_POSTS && after * 10 <= before) {
            throw new IndexRefusedException("the archive would leave " + after + " of the " + before
                    + " posts in the index; if that is right, say --allow-shrink");
        }
    }

    /// The folder of the index.
    public Path directory() {
        return options.directory();
    }
}
