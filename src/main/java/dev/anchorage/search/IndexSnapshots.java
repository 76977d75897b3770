package dev.anchorage.search;

import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.LastCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MergeInfo;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// Hands out the newest commit of an index folder and keeps older ones open for as long as somebody reads them.
final class IndexSnapshots extends ReferenceManager<IndexSnapshot> {
    private final Path directory;
    private final @Nullable FSDirectory files;
    private final SiteShare share;

    IndexSnapshots(Path directory, SiteShare share) throws IOException {
        this.directory = directory;
        this.share = share;
        FSDirectory opened = FSDirectory.open(folder(directory));
        files = opened;
        boolean isOpen = false;
        try {
            current =
                    verified(opened, directory, () -> IndexSnapshot.of(DirectoryReader.open(opened), directory, share));
            isOpen = true;
        } finally {
            if (!isOpen) {
                opened.close();
            }
        }
    }

    /// Reads something of the newest commit, for a process that does nothing else: to map the files would take longer
    /// than to read what is needed.
    ///
    /// @param question  is asked while the commit is being verified
    static <T> T once(Path directory, IOFunction<IndexSnapshots, T> question) throws IOException {
        try (FSDirectory opened = new LargerReads(folder(directory))) {
            return verified(opened, directory, () -> {
                IndexSnapshot snapshot = IndexSnapshot.ofOnce(DirectoryReader.open(opened), directory);
                try (IndexSnapshots only = new IndexSnapshots(snapshot)) {
                    return question.apply(only);
                }
            });
        }
    }

    private static Path folder(Path directory) throws NoSuchFileException {
        if (!Files.isDirectory(directory)) {
            throw absent(directory);
        }
        return directory;
    }

    private static <T> T verified(FSDirectory files, Path directory, IOSupplier<T> reading) throws IOException {
        try {
            T read = LastCommit.verifiedMeanwhile(files, directory, reading);
            if (read == null) {
                throw absent(directory);
            }
            return read;
        } catch (CorruptIndexException damaged) {
            throw IndexDamagedException.named(directory, damaged);
        }
    }

    /// Reads four times as much at once as Lucene does for searches, so a quarter as often.
    private static final class LargerReads extends NIOFSDirectory {
        private static final IOContext LARGE = IOContext.merge(new MergeInfo(0, 0, false, 0));

        LargerReads(Path directory) throws IOException {
            super(directory);
        }

        @Override
        public IndexInput openInput(String name, IOContext context) throws IOException {
            return super.openInput(name, LARGE);
        }
    }

    /// Hands out one state for ever.
    ///
    /// @param only  closed with this object
    IndexSnapshots(IndexSnapshot only) {
        directory = Path.of("");
        files = null;
        share = SiteShare.WHOLE;
        current = only;
    }

    private static NoSuchFileException absent(Path directory) {
        return new NoSuchFileException(directory.toString(), null, "there is no index; `anchorage index` makes one");
    }

    @Override
    protected @Nullable IndexSnapshot refreshIfNeeded(IndexSnapshot old) throws IOException {
        // Lucene takes another index at the same place for the same one when both have seen as many changes.
        if (files == null || isSame(SegmentInfos.readLatestCommit(files), old)) {
            return null;
        }
        DirectoryReader before = commit(old);
        DirectoryReader newer = newest(before, files);
        boolean isWhole = false;
        try {
            verifyNew(newer, before);
            IndexSnapshot snapshot = IndexSnapshot.of(newer, directory, share);
            snapshot.facetTable().get();
            isWhole = true;
            return snapshot;
        } catch (CorruptIndexException damaged) {
            throw IndexDamagedException.named(directory, damaged);
        } finally {
            if (!isWhole) {
                newer.close();
            }
        }
    }

    private static boolean isSame(SegmentInfos newest, IndexSnapshot old) throws IOException {
        return newest.getUserData().equals(commit(old).getIndexCommit().getUserData());
    }

    /// What is opened from a folder is one commit.
    private static DirectoryReader commit(IndexSnapshot snapshot) {
        return (DirectoryReader) snapshot.reader();
    }

    private static DirectoryReader newest(DirectoryReader old, FSDirectory files) throws IOException {
        try {
            DirectoryReader newer = DirectoryReader.openIfChanged(old);
            return newer == null ? DirectoryReader.open(files) : newer;
        } catch (IllegalStateException otherIndex) {
            // Somebody removed the folder and made a new index in its place.
            return DirectoryReader.open(files);
        }
    }

    private static void verifyNew(DirectoryReader newer, DirectoryReader old) throws IOException {
        Set<Object> known = new HashSet<>();
        for (LeafReaderContext segment : old.leaves()) {
            known.add(segment.reader().getCoreCacheHelper().getKey());
        }
        for (LeafReaderContext segment : newer.leaves()) {
            if (!known.contains(segment.reader().getCoreCacheHelper().getKey())) {
                segment.reader().checkIntegrity();
            }
        }
    }

    @Override
    protected void decRef(IndexSnapshot snapshot) throws IOException {
        snapshot.reader().decRef();
    }

    @Override
    protected boolean tryIncRef(IndexSnapshot snapshot) {
        return snapshot.reader().tryIncRef();
    }

    @Override
    protected int getRefCount(IndexSnapshot snapshot) {
        return snapshot.reader().getRefCount();
    }

    @Override
    protected void afterClose() throws IOException {
        if (files != null) {
            files.close();
        }
    }
}
