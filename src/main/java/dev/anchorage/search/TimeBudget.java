package dev.anchorage.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.lucene.index.QueryTimeout;

/// The time that finding the answer to one query may take: a query that needs more is cut off. What counts is the
/// processor's time of the thread that made this, where it can be known, so that a busy machine answers late, not in
/// part; and so it is for another thread that helps it. For one answer; thread-safe.
final class TimeBudget implements QueryTimeout {
    static final Duration BUDGET = Duration.ofMillis(250);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongSupplier clock;
    private final long end;
    private volatile boolean isOver;

    private TimeBudget(LongSupplier clock, long end) {
        this.clock = clock;
        this.end = end;
    }

    /// A budget for what the current thread does.
    static TimeBudget startingNow() {
        Thread thread = Thread.currentThread();
        boolean isKnown = !thread.isVirtual() && THREADS.isThreadCpuTimeSupported();
        long number = thread.threadId();
        LongSupplier clock = isKnown ? () -> THREADS.getThreadCpuTime(number) : System::nanoTime;
        return new TimeBudget(clock, clock.getAsLong() + BUDGET.toNanos());
    }

    /// As much time as it takes.
    static TimeBudget unlimited() {
        return new TimeBudget(() -> 0, 1);
    }

    @Override
    public boolean shouldExit() {
        isOver = isOver || clock.getAsLong() - end > 0;
        return isOver;
    }

    /// Whether somebody was told to stop, so that the answer isn't whole.
    boolean isOver() {
        return isOver;
    }
}
