package dev.anchorage.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.lucene.index.QueryTimeout;

/// The time that finding the answer to one query may take: a query that needs more is cut off. What counts is the
/// processor's time where it can be known, so that a busy machine answers late, not in part.
final class TimeBudget implements QueryTimeout {
    static final Duration BUDGET = Duration.ofMillis(250);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongSupplier clock;
    private final long end;

    private TimeBudget(LongSupplier clock) {
        this.clock = clock;
        end = clock.getAsLong() + BUDGET.toNanos();
    }

    /// A budget for what the current thread does.
    static TimeBudget startingNow() {
        boolean isKnown = !Thread.currentThread().isVirtual() && THREADS.isCurrentThreadCpuTimeSupported();
        return new TimeBudget(isKnown ? THREADS::getCurrentThreadCpuTime : System::nanoTime);
    }

    @Override
    public boolean shouldExit() {
        return clock.getAsLong() - end > 0;
    }
}
