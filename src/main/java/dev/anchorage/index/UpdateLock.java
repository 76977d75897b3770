package dev.anchorage.index;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// The right to update an index, which one process at a time has. It ends with the process, however that ends.
///
/// Beside the lock lies a file that says who holds it, for the message to those that come second.
final class UpdateLock implements AutoCloseable {
    private static final String LOCK = "update.lock";
    private static final String HOLDER = "update.holder";
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,10}) ([A-Za-z0-9.-]{1,253}) (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)");

    private final Lock lock;
    private final Path holder;

    private UpdateLock(Lock lock, Path holder) {
        this.lock = lock;
        this.holder = holder;
    }

    /// @throws IndexRefusedException when somebody else has it
    static UpdateLock obtain(Directory files, Path directory) throws IOException {
        Path holder = directory.resolve(HOLDER);
        Lock lock;
        try {
            lock = files.obtainLock(LOCK);
        } catch (LockObtainFailedException held) {
            throw refusal(directory, holder);
        }
        UpdateLock obtained = new UpdateLock(lock, holder);
        try {
            Files.writeString(
                    holder,
                    ProcessHandle.current().pid() + " " + host() + " "
                            + Instant.now().truncatedTo(ChronoUnit.SECONDS));
            return obtained;
        } catch (IOException unwritable) {
            lock.close();
            throw unwritable;
        }
    }

    static IndexRefusedException refusal(Path directory, Path holder) {
        return new IndexRefusedException(
                "the index in " + directory + " is being updated by " + named(holder) + "; try again when it is done");
    }

    /// Only what looks exactly like our own words is repeated to the reader.
    private static String named(Path holder) {
        try {
            Matcher words = WRITTEN.matcher(Files.readString(holder));
            if (words.matches()) {
                return "process " + words.group(1) + " on " + words.group(2) + " since " + words.group(3);
            }
        } catch (IOException | RuntimeException unreadable) {
            // It was not written yet, or is gone with the lock.
        }
        return "another process";
    }

    /// Linux says it in a file; to ask the resolver takes a new process 20 ms.
    private static String host() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException elsewhere) {
            return resolvedHost();
        }
    }

    private static String resolvedHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /// @throws IOException when somebody removed the lock's file meanwhile
    void ensureHeld() throws IOException {
        lock.ensureValid();
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(holder);
        } finally {
            lock.close();
        }
    }
}
