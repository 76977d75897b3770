package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvesTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();

    @Test
    void whoAsksAloneGetsTwoThreads() throws IOException {
        assumeTrue(PROCESSORS > 1, "two threads at once take two processors");
        CyclicBarrier both = new CyclicBarrier(2);
        List<Integer> done = Halves.busy(() -> Halves.of(TEN, half -> {
            meet(both);
            return half;
        }));
        assertEquals(TEN, done);
    }

    @Test
    void whereAllProcessorsAreBusyAnAnswerHasOneThread() throws IOException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<Integer> done = busy(PROCESSORS, threads);
        assertEquals(TEN, done);
        assertEquals(Set.of(Thread.currentThread()), threads);
    }

    @Test
    void aFailureOfEitherHalfIsThrownAsItIs() {
        for (int bad : List.of(0, 9)) {
            IOException thrown = assertThrows(
                    IOException.class,
                    () -> Halves.of(TEN, half -> {
                        if (half.contains(bad)) {
                            throw new IOException("no " + bad);
                        }
                        return half;
                    }));
            assertEquals("no " + bad, thrown.getMessage());
        }
    }

    private static List<Integer> busy(int answers, Set<Thread> threads) throws IOException {
        return answers > 0
                ? Halves.busy(() -> busy(answers - 1, threads))
                : Halves.of(TEN, half -> {
                    threads.add(Thread.currentThread());
                    return half;
                });
    }

    private static void meet(CyclicBarrier both) throws IOException {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IOException("the other half doesn't run at the same time", alone);
        }
    }
}
