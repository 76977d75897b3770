package dev.anchorage.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.lucene.index.QueryTimeout;

/// The time that finding the answer to one query may take: a query that needs more is cut off. What counts is the
/// processor's time where it can be known, so that a busy machine answers late, not in part. For one answer; not
/// thread-safe.
final class TimeBudget implements QueryTimeout {
    static final Duration BUDGET = Duration.ofMillis(250);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongSupplier clock;
    private final long end;
    private boolean isOver;

    private TimeBudget(LongSupplier clock, long end) {
        this.clock = clock;
        this.end = end;
    }

    /// A budget for what the current thread does.
    static TimeBudget startingNow() {
        boolean isKnown = !Thread.currentThread().isVirtual() && THREADS.isCurrentThreadCpuTimeSupported();
        LongSupplier clock = isKnown ? THREADS::getCurrentThreadCpuTime : System::nanoTime;
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
