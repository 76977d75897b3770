package dev.anchorage.index;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;

/// An index folder on a disk that fails: at one point, or at that point and from then on, as when the power is cut.
///
/// A point is every opening, write, sync, rename and deletion of a file. What was not synced when the power went is cut
/// off, zeroed, gone or, by luck, whole. Several threads may write at a time.
final class FaultyDirectory extends FilterDirectory {
    private static final int WRITE_BYTES = 4096;

    private final Path folder;
    private final int failing;
    private final boolean isPowerCut;
    private final Set<String> unsynced = new ConcurrentSkipListSet<>();
    private final Map<String, String> unsyncedNames = new ConcurrentSkipListMap<>();
    private int points;

    /// @param failing  number of the point that fails, from 1; 0: none
    FaultyDirectory(Path folder, int failing, boolean isPowerCut) throws IOException {
        super(FSDirectory.open(folder));
        this.folder = folder;
        this.failing = failing;
        this.isPowerCut = isPowerCut;
    }

    synchronized int points() {
        return points;
    }

    private synchronized void point(String what) throws IOException {
        points++;
        if (failing > 0 && (points == failing || (isPowerCut && points > failing))) {
            throw new IOException("No space left on device: " + what);
        }
    }

    /// What the disk holds when the power is back.
    void cutPower(Random random) throws IOException {
        for (Map.Entry<String, String> renamed : unsyncedNames.entrySet()) {
            if (random.nextBoolean()) {
                Files.move(folder.resolve(renamed.getKey()), folder.resolve(renamed.getValue()));
            }
        }
        for (String name : unsynced) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                byte[] bytes = Files.readAllBytes(file);
                switch (random.nextInt(4)) {
                    case 0 -> Files.delete(file);
                    case 1 -> Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
                    case 2 -> Files.write(file, new byte[bytes.length]);
                    default -> {} // it reached the disk all the same
                }
            }
        }
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        point("open " + name);
        unsynced.add(name);
        OutputStream file = Files.newOutputStream(
                folder.resolve(name),
                java.nio.file.StandardOpenOption.CREATE_NEW,
                java.nio.file.StandardOpenOption.WRITE);
        OutputStream faulty = new FilterOutputStream(file) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    point("write " + name);
                } catch (IOException full) {
                    out.write(bytes, offset, length / 2); // a full disk takes what fits
                    throw full;
                }
                out.write(bytes, offset, length);
            }
        };
        return new OutputStreamIndexOutput("faulty " + name, name, faulty, WRITE_BYTES);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        for (String name : names) {
            point("sync " + name);
            super.sync(Set.of(name));
            unsynced.remove(name);
        }
    }

    @Override
    public void syncMetaData() throws IOException {
        point("sync folder");
        super.syncMetaData();
        unsyncedNames.clear();
    }

    @Override
    public void rename(String source, String destination) throws IOException {
        point("rename " + source);
        super.rename(source, destination);
        unsyncedNames.put(destination, source);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        point("delete " + name);
        super.deleteFile(name);
        unsyncedNames.remove(name);
    }
}
