package dev.anchorage.web;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Does what costs much, one after another, and rests three times as long as each took: whoever asks for such things
/// gets a quarter of one core, and the memory that goes with it, and no more. Thread-safe.
final class CostlyLane extends ThreadPoolExecutor {
    private static final int REST = 3;
    private static final long LONGEST_REST = 1_000_000_000L;

    /// When what is being done began; known to the one thread that does it.
    private long began;

    CostlyLane() {
        super(
                1,
                1,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("http-costly").factory());
        allowCoreThreadTimeOut(true);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        began = System.nanoTime();
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(LONGEST_REST, REST * (System.nanoTime() - began)));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
