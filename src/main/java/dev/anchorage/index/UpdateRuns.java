package dev.anchorage.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The updates of a running service, one after the other. Thread-safe.
///
/// At most one runs and at most one waits: who asks while one waits gets that one, since it begins later than the
/// asking and so sees everything that was there by then.
public final class UpdateRuns implements AutoCloseable {
    private static final int MAX_REMEMBERED = 100;
    private static final long LONGEST_END_SECONDS = 10;
    private static final long LONGEST_IDLE_SECONDS = 5;

    private final Updating updating;
    private final Consumer<UpdateRun> whenEnded;
    private final ExecutorService worker = worker();
    private final Map<String, UpdateRun> runs = new LinkedHashMap<>();
    private @Nullable UpdateRun waiting;
    private volatile @Nullable IndexReport lastReport;

    /// @param lastReport  of the update before the first that is asked for; null: there was none
    /// @param updating  makes one update, and returns when readers see it
    /// @param whenEnded  told of every run that is over, in order
    public UpdateRuns(@Nullable IndexReport lastReport, Updating updating, Consumer<UpdateRun> whenEnded) {
        this.lastReport = lastReport;
        this.updating = updating;
        this.whenEnded = whenEnded;
    }

    /// Asks for an update.
    ///
    /// @return the run that waits, or the one that begins now
    public synchronized UpdateRun request() {
        if (waiting != null) {
            return waiting;
        }
        UpdateRun run = UpdateRun.queued(UUID.randomUUID().toString());
        waiting = run;
        remember(run);
        try {
            worker.execute(() -> make(run));
        } catch (RejectedExecutionException closed) {
            return remember(run.without(UpdateRun.State.REFUSED, "the service is shutting down"));
        }
        return run;
    }

    /// A run by its id; only the last hundred are remembered.
    public synchronized Optional<UpdateRun> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /// What the last update that was made did; null: none was made yet.
    public @Nullable IndexReport lastReport() {
        return lastReport;
    }

    /// One thread, which ends while there is nothing to do.
    private static ExecutorService worker() {
        ThreadPoolExecutor worker = new ThreadPoolExecutor(
                1,
                1,
                LONGEST_IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("update").daemon().factory());
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }

    private void make(UpdateRun asked) {
        UpdateRun run = begin(asked);
        UpdateRun ended;
        try {
            IndexReport report = updating.update();
            lastReport = report;
            ended = run.done(report);
        } catch (IndexRefusedException refused) {
            ended = run.without(UpdateRun.State.REFUSED, sentence(refused));
        } catch (IOException | RuntimeException failed) {
            ended = run.without(UpdateRun.State.FAILED, sentence(failed));
        } catch (Error fatal) {
            remember(run.without(UpdateRun.State.FAILED, fatal.toString()));
            throw fatal;
        }
        remember(ended);
        whenEnded.accept(ended);
    }

    private synchronized UpdateRun begin(UpdateRun asked) {
        waiting = null;
        return remember(asked.running());
    }

    private synchronized UpdateRun remember(UpdateRun run) {
        runs.put(run.id(), run);
        if (runs.size() > MAX_REMEMBERED) {
            runs.remove(runs.keySet().iterator().next());
        }
        return run;
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /// Begins no more; a run under way is interrupted, which commits nothing, and has ended when this returns, unless
    /// it takes more than ten seconds to notice.
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            worker.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /// Makes one update.
    @FunctionalInterface
    public interface Updating {
        /// Brings the index up to date.
        ///
        /// @throws IOException when it can't be made; the index is as before
        IndexReport update() throws IOException;
    }
}
