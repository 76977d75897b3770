package dev.anchorage.search;

import dev.anchorage.index.IndexDamagedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// Hands out the newest commit of an index folder and keeps older ones open for as long as somebody reads them.
final class IndexSnapshots extends ReferenceManager<IndexSnapshot> {
    private final Path directory;
    private final FSDirectory files;

    IndexSnapshots(Path directory) throws IOException {
        this.directory = directory;
        files = FSDirectory.open(directory);
        boolean isOpen = false;
        try {
            current = IndexSnapshot.of(DirectoryReader.open(files), directory);
            isOpen = true;
        } catch (IOException unreadable) {
            throw named(unreadable);
        } finally {
            if (!isOpen) {
                files.close();
            }
        }
    }

    private IOException named(IOException unreadable) {
        if (unreadable instanceof IndexNotFoundException) {
            return new NoSuchFileException(
                    directory.toString(), null, "there is no index; `anchorage index` makes one");
        }
        boolean isDamage = unreadable instanceof CorruptIndexException
                || unreadable instanceof IndexFormatTooOldException
                || unreadable instanceof IndexFormatTooNewException;
        return isDamage ? IndexDamagedException.damaged(directory, unreadable) : unreadable;
    }

    @Override
    protected @Nullable IndexSnapshot refreshIfNeeded(IndexSnapshot old) throws IOException {
        // Lucene takes another index at the same place for the same one when both have seen as many changes.
        if (isSame(SegmentInfos.readLatestCommit(files), old)) {
            return null;
        }
        DirectoryReader newer = newest(old.reader());
        try {
            return IndexSnapshot.of(newer, directory);
        } catch (IOException | RuntimeException unusable) {
            newer.close();
            throw unusable;
        }
    }

    private static boolean isSame(SegmentInfos newest, IndexSnapshot old) throws IOException {
        return newest.getUserData().equals(old.reader().getIndexCommit().getUserData());
    }

    private DirectoryReader newest(DirectoryReader old) throws IOException {
        try {
            DirectoryReader newer = DirectoryReader.openIfChanged(old);
            return newer == null ? DirectoryReader.open(files) : newer;
        } catch (IllegalStateException otherIndex) {
            // Somebody removed the folder and made a new index in its place.
            return DirectoryReader.open(files);
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
        files.close();
    }
}
