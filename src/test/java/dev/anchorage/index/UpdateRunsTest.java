package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.UpdateRun.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class UpdateRunsTest {
    private final BlockingQueue<UpdateRun> ended = new LinkedBlockingQueue<>();

    @Test
    void oneRunsOneWaitsAndWhoAsksMeanwhileGetsTheOneThatWaits(@TempDir Path folder) throws Exception {
        TestBlog blog = new TestBlog(folder).write("a.md", "# A\n");
        Semaphore begun = new Semaphore(0);
        Semaphore mayGoOn = new Semaphore(0);
        try (UpdateRuns runs = new UpdateRuns(
                null,
                () -> {
                    begun.release();
                    mayGoOn.acquireUninterruptibly();
                    return blog.update();
                },
                ended::add)) {
            UpdateRun first = runs.request();
            begun.acquire();
            UpdateRun second = runs.request();
            assertEquals(State.RUNNING, runs.find(first.id()).orElseThrow().state());
            assertEquals(State.QUEUED, second.state());
            assertNotEquals(first.id(), second.id());
            for (int i = 0; i < 1_000; i++) {
                assertEquals(second.id(), runs.request().id());
            }
            mayGoOn.release(2);
            assertEquals(List.of(first.id(), second.id()), List.of(next().id(), next().id()));
            assertEquals(1, made(runs.find(first.id()).orElseThrow().report()).added());
            assertEquals(1, made(runs.lastReport()).unchanged());
        }
        assertEquals(2, begun.availablePermits() + 1);
    }

    @Test
    void whatWasRefusedOrFailedSaysWhyAndTheNextRunIsMade(@TempDir Path folder) throws Exception {
        TestBlog blog = new TestBlog(folder).write("a.md", "# A\n");
        List<IOException> failures =
                List.of(new IndexRefusedException("the archive is empty"), new IOException("the disk is full"));
        BlockingQueue<IOException> left = new LinkedBlockingQueue<>(failures);
        try (UpdateRuns runs = new UpdateRuns(
                null,
                () -> {
                    IOException failure = left.poll();
                    if (failure != null) {
                        throw failure;
                    }
                    return blog.update();
                },
                ended::add)) {
            runs.request();
            UpdateRun refused = next();
            assertEquals(State.REFUSED, refused.state());
            assertEquals("the archive is empty", refused.reason());
            runs.request();
            UpdateRun failed = next();
            assertEquals(State.FAILED, failed.state());
            assertEquals("the disk is full", failed.reason());
            runs.request();
            assertEquals(State.DONE, next().state());
        }
    }

    @Test
    void aRunUnderWayHasTidiedUpWhenTheUpdatesAreClosed() throws Exception {
        Semaphore begun = new Semaphore(0);
        AtomicBoolean isTidy = new AtomicBoolean();
        try (UpdateRuns runs = new UpdateRuns(
                null,
                () -> {
                    begun.release();
                    try {
                        new Semaphore(0).acquire();
                    } catch (InterruptedException closed) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                        isTidy.set(true);
                    }
                    throw new IOException("interrupted");
                },
                ended::add)) {
            runs.request();
            begun.acquire();
        }
        assertTrue(isTidy.get());
    }

    private static IndexReport made(@Nullable IndexReport report) {
        return Objects.requireNonNull(report);
    }

    private UpdateRun next() throws InterruptedException {
        return Objects.requireNonNull(ended.poll(20, TimeUnit.SECONDS), "no run ended");
    }
}
