package dev.anchorage.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOSupplier;

/// Works on both halves of a list at once while a processor has no answer to work on: who asks alone waits less. Where
/// many ask, each answer has one thread: a second one would take from others what it gives. Thread-safe.
final class Halves {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /// Fewer are done before another thread has begun.
    static final int LEAST = 8;

    private static final TaskExecutor EXECUTOR = new TaskExecutor(ForkJoinPool.commonPool());

    /// Answers, and second halves, that this process is working on.
    private static final AtomicInteger BUSY = new AtomicInteger();

    private Halves() {}

    /// Does what keeps a processor busy.
    static <T> T busy(IOSupplier<T> work) throws IOException {
        BUSY.incrementAndGet();
        try {
            return work.get();
        } finally {
            BUSY.decrementAndGet();
        }
    }

    /// What becomes of a list, in its order.
    ///
    /// @param work  is given the list, or each half of it on a thread of its own
    /// @throws IOException as the work does, once both halves have ended
    static <T, R> List<R> of(List<T> all, IOFunction<List<T>, List<R>> work) throws IOException {
        if (all.size() < LEAST || BUSY.get() >= PROCESSORS) {
            return work.apply(all);
        }
        int middle = all.size() / 2;
        List<List<R>> halves = EXECUTOR.invokeAll(List.of(
                () -> work.apply(all.subList(0, middle)),
                () -> busy(() -> work.apply(all.subList(middle, all.size())))));
        List<R> both = new ArrayList<>(halves.getFirst());
        both.addAll(halves.getLast());
        return both;
    }
}
