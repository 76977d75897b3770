package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.post.Generator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.util.IOSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalvesTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();

    /// Of a machine with one processor it gets that one.
    @Test
    void whoAsksAloneGetsTwoThreads() throws IOException {
        int threads = Math.min(2, PROCESSORS);
        CyclicBarrier all = new CyclicBarrier(threads);
        Set<Thread> met = ConcurrentHashMap.newKeySet();
        List<Integer> done = Halves.busy(() -> Halves.of(TEN, half -> {
            met.add(Thread.currentThread());
            meet(all);
            return half;
        }));
        assertEquals(TEN, done);
        assertEquals(threads, met.size());
    }

    @Test
    void whereAllProcessorsAreBusyAnAnswerHasOneThread() throws IOException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<Integer> done = whole(
                PROCESSORS,
                () -> Halves.of(TEN, half -> {
                    threads.add(Thread.currentThread());
                    return half;
                }));
        assertEquals(TEN, done);
        assertEquals(Set.of(Thread.currentThread()), threads);
    }

    @Test
    void anAnswerIsTheSameWhetherOneThreadMakesItOrTwo(@TempDir Path index) throws IOException {
        new TestBlog(Path.of("data"), index).builtBy(new Generator("sphinx")).update();
        try (SectionSearcher archive = new SectionSearcher(index)) {
            for (String query :
                    List.of("harbour", "tide ferry", "the", "the -train", "tides harbors", "map of the port")) {
                SearchRequest request = SearchRequest.of(query);
                SearchResponse inHalves = archive.search(request);
                assertTrue(inHalves.posts().size() >= Halves.LEAST, query + " has too few hits for two threads");
                assertEquals(whole(PROCESSORS, () -> archive.search(request)), inHalves, query);
            }
        }
    }

    /// Words that stand in so many sections that a second thread counts some of them.
    @Test
    void commonWordsAreCountedAlikeByOneThreadAndByTwo(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        for (int post = 0; post < 50; post++) {
            StringBuilder text = new StringBuilder("# Log " + post + "\n");
            for (int section = 0; section < 200; section++) {
                String ferry = section % (post + 2) == 0 ? " ferry" : "";
                text.append("\n## Day %d\n\ntide harbour%s\n".formatted(section, ferry));
            }
            blog.write("log" + post + ".md", text.toString());
        }
        blog.update();
        SearchRequest request = SearchRequest.of("tide ferry harbour");
        SearchResponse alone;
        try (SectionSearcher archive = new SectionSearcher(blog.index())) {
            alone = archive.search(request);
        }
        try (SectionSearcher archive = new SectionSearcher(blog.index())) {
            assertEquals(whole(PROCESSORS, () -> archive.search(request)), alone);
        }
        assertEquals(50, alone.total().posts());
    }

    @Test
    void eachIsDoneOnceByWhoeverIsFree() throws IOException {
        int threads = Math.min(2, PROCESSORS);
        CyclicBarrier all = new CyclicBarrier(threads);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        Halves.busy(() -> {
            Halves.each(TEN, true, () -> {
                workers.add(Thread.currentThread());
                meet(all);
                return done::add;
            });
            return null;
        });
        assertEquals(TEN, done.stream().sorted().toList());
        assertEquals(threads, workers.size());
    }

    @Test
    void whatTakesNoTimeIsDoneByOneThread() throws IOException {
        List<Thread> workers = new ArrayList<>();
        Halves.each(TEN, false, () -> {
            workers.add(Thread.currentThread());
            return number -> {};
        });
        assertEquals(List.of(Thread.currentThread()), workers);
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

    /// Does something while so many answers are worked on.
    private static <T> T whole(int answers, IOSupplier<T> work) throws IOException {
        return answers == 0 ? work.get() : Halves.busy(() -> whole(answers - 1, work));
    }

    private static void meet(CyclicBarrier all) throws IOException {
        try {
            all.await(30, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IOException("the other half doesn't run at the same time", alone);
        }
    }
}
