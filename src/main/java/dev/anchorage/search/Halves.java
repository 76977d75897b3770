package dev.anchorage.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.util.IOConsumer;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOSupplier;

/// Works on a list with two threads while a processor has no answer to work on: who asks alone waits less. Where many
/// ask, each answer has one thread: a second one would take from others what it gives. Thread-safe.
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

    /// Does something with each of a list, on two threads when that may pay: each takes the next one that is left.
    ///
    /// @param mayPay  whether it takes longer than to have another thread begin
    /// @param worker  is made once on each thread
    /// @throws IOException as the work does, once both threads have ended
    static <T> void each(List<T> all, boolean mayPay, IOSupplier<IOConsumer<T>> worker) throws IOException {
        AtomicInteger taken = new AtomicInteger();
        if (!mayPay || all.size() < 2 || BUSY.get() >= PROCESSORS) {
            take(all, taken, worker.get());
            return;
        }
        EXECUTOR.invokeAll(List.of(
                () -> take(all, taken, worker.get()), () -> busy(() -> take(all, taken, worker.get()))));
    }

    /// @param taken  how many of all somebody has taken
    /// @return how many were taken here
    private static <T> int take(List<T> all, AtomicInteger taken, IOConsumer<T> work) throws IOException {
        int here = 0;
        for (int i = taken.getAndIncrement(); i < all.size(); i = taken.getAndIncrement()) {
            work.accept(all.get(i));
            here++;
        }
        return here;
    }
}
