package dev.anchorage.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hints that something under a folder changed. It may miss changes and invent some; a scan knows the truth.
final class FolderWatch implements AutoCloseable {
    private static final long QUIET_MILLIS = 100;
    private static final long LONGEST_BURST_MILLIS = 1_000;

    private final Path root;
    private final Path notWatched;
    private final WatchService service;

    private FolderWatch(Path root, Path notWatched, WatchService service) {
        this.root = root;
        this.notWatched = notWatched;
        this.service = service;
    }

    /// Watches a folder with all that is in it, but for hidden folders.
    ///
    /// @param notWatched  a folder whose changes don't count
    /// @return empty when the system can't watch it (there are limits): then only scans tell
    static Optional<FolderWatch> of(Path root, Path notWatched) {
        try {
            FolderWatch watch =
                    new FolderWatch(root, notWatched, root.getFileSystem().newWatchService());
            try {
                watch.register(root);
                return Optional.of(watch);
            } catch (IOException tooMany) {
                watch.close();
                return Optional.empty();
            }
        } catch (IOException | UnsupportedOperationException noEvents) { // regular scans find the changes instead
            return Optional.empty();
        }
    }

    /// Waits for a change, and then until the writing has settled.
    ///
    /// @return whether there was one
    /// @throws IOException when no more hints can be expected
    boolean await(long patienceMillis) throws InterruptedException, IOException {
        WatchKey key = poll(patienceMillis);
        if (key == null) {
            return false;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_BURST_MILLIS);
        while (key != null && System.nanoTime() < end) {
            follow(key);
            key = poll(QUIET_MILLIS);
        }
        if (key != null) {
            follow(key);
        }
        return true;
    }

    private @Nullable WatchKey poll(long millis) throws InterruptedException, IOException {
        try {
            return service.poll(millis, TimeUnit.MILLISECONDS);
        } catch (ClosedWatchServiceException closed) {
            throw new IOException("the watcher is closed", closed);
        }
    }

    /// Watches folders that are new as well.
    private void follow(WatchKey key) throws IOException {
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
                register(root);
            } else if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)
                    && key.watchable() instanceof Path folder
                    && event.context() instanceof Path name
                    && Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                register(folder.resolve(name));
            }
        }
        boolean isThere = key.reset();
        if (!isThere && root.equals(key.watchable())) {
            throw new IOException(root + " is gone");
        }
    }

    private void register(Path start) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(root) && isIgnored(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_DELETE,
                        StandardWatchEventKinds.ENTRY_MODIFY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean isIgnored(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(".") || name.equals("node_modules") || folder.equals(notWatched);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
