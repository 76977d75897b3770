package dev.anchorage.index;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.Scan;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.post.PostReader;
import dev.anchorage.section.SectionSplitter;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
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

    /// Writes what changed since the last commit to the index in the folder and commits.
    ///
    /// @throws IndexRefusedException when another update is running, too much would be lost, what is expected
    ///     doesn't hold, or the archive can't be scanned
    /// @throws IndexDamagedException when the index that is there can't be used
    /// @throws IndexFailedException when the index can't be written
    public IndexReport update(Archive archive) throws IOException {
        return update(archive, new FolderStore(options.directory()));
    }

    IndexReport update(Archive archive, Directory files) throws IOException {
        return update(archive, new FolderStore(options.directory(), files));
    }

    /// Writes what changed since the last commit, wherever the sections are kept, and commits.
    ///
    /// @throws IndexRefusedException when another update is running, too much would be lost, what is expected
    ///     doesn't hold, or the archive can't be scanned
    /// @throws IndexDamagedException when the index that is there can't be used
    /// @throws IOException when the index can't be written
    public IndexReport update(Archive archive, SectionStore store) throws IOException {
        return update(archive, store, null);
    }

    /// The same where the archive was looked at a moment ago. When somebody has committed
    /// since, who may have seen more, it is looked at again.
    ///
    /// @param earlier  null: it was not
    public IndexReport update(Archive archive, SectionStore store, @Nullable Earlier earlier) throws IOException {
        try (StoreUpdate update = store.begin(options.isFull())) {
            Scan scan = earlier != null && earlier.mark().equals(store.mark()) ? earlier.scan() : scan(archive);
            return update(scan, update);
        } catch (IOException | RuntimeException failed) {
            throw store.failed(failed);
        }
    }

    private IndexReport update(Scan scan, StoreUpdate update) throws IOException {
        IndexOptions later = options.after(update.lastGeneration());
        update.open(
                options.isFull() || update.before() == null,
                scan.files().stream().mapToLong(SourceFile::size).sum());
        return new IndexUpdate(update, later).run(scan, reader, splitter);
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

    /// What an archive held a moment ago.
    ///
    /// @param mark  of the store, before the archive was looked at
    public record Earlier(Scan scan, String mark) {}
}
