package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexReport;
import dev.anchorage.post.Generator;
import dev.anchorage.search.AwayException;
import dev.anchorage.search.RemoteSearcher;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three nodes, of which one after the other ends as a power cut would end it, while posts are written and readers ask.
@NeedsCluster
final class LostNodesTest {
    private static final int POSTS = 300;
    private static final int ROUNDS = 6;

    @TempDir
    Path folder;

    @Test
    void loseNoPostAndGiveNoWrongAnswer() throws Exception {
        TestBlog blog = new TestBlog(folder).builtBy(new Generator("hugo"));
        for (int i = 0; i < POSTS; i++) {
            write(blog, i, 0);
        }
        try (TestCluster cluster = TestCluster.start(3)) {
            ClusterOptions options = cluster.options();
            String index = ClusterSchema.posts(options);
            try (ClusterSections sections = new ClusterSections(options)) {
                update(blog, sections);
                cluster.awaitGreen(index);
                int left = roundsWithDeaths(blog, sections, cluster, index);
                assertEquals(ROUNDS, left);
                try (RemoteSearcher searcher = new RemoteSearcher(sections, null, SearchOptions.NONE)) {
                    assertEquals(POSTS, searcher.stats().posts());
                    for (int i = 0; i < POSTS; i++) {
                        int round = i % ROUNDS == 0 ? ROUNDS : i % ROUNDS;
                        SearchResponse found = searcher.search(SearchRequest.of("walk" + i + "x round" + round + "x"));
                        assertEquals(1, found.total().posts(), "post " + i);
                    }
                }
            }
        }
    }

    private static int roundsWithDeaths(TestBlog blog, ClusterSections sections, TestCluster cluster, String index)
            throws Exception {
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        Thread reader = Thread.ofPlatform().start(() -> ask(sections, isOver, answers, wrong));
        int round = 1;
        try {
            for (; round <= ROUNDS; round++) {
                for (int i = round % ROUNDS; i < POSTS; i += ROUNDS) {
                    write(blog, i, round);
                }
                int victim = round == 2 ? cluster.primaryOf(index) : round == 4 ? cluster.manager() : -1;
                Thread killer = Thread.ofPlatform().start(() -> kill(cluster, victim, wrong));
                IndexReport report = update(blog, sections);
                killer.join();
                assertEquals(POSTS / ROUNDS, report.changed());
                if (victim >= 0) {
                    cluster.restart(victim);
                    cluster.await(3);
                    cluster.awaitGreen(index);
                }
            }
        } finally {
            isOver.set(true);
            reader.join();
        }
        assertEquals(List.of(), List.copyOf(wrong));
        assertTrue(answers.get() > ROUNDS, answers::toString);
        return round - 1;
    }

    private static void kill(TestCluster cluster, int victim, ConcurrentLinkedQueue<String> wrong) {
        try {
            Thread.sleep(150);
            if (victim >= 0) {
                cluster.kill(victim);
            }
        } catch (InterruptedException stopped) {
            wrong.add(stopped.toString());
        }
    }

    /// All posts are there at all times, or it is said that they can't be reached.
    private static void ask(
            ClusterSections sections,
            AtomicBoolean isOver,
            AtomicInteger answers,
            ConcurrentLinkedQueue<String> wrong) {
        try (RemoteSearcher searcher = new RemoteSearcher(sections, null, SearchOptions.NONE)) {
            while (!isOver.get()) {
                try {
                    searcher.refresh();
                    SearchResponse all = searcher.search(SearchRequest.of("harbour"));
                    if (all.total().posts() != POSTS || all.posts().size() != SearchRequest.DEFAULT_LIMIT) {
                        wrong.add(all.total() + " with " + all.posts().size());
                    }
                    answers.incrementAndGet();
                } catch (AwayException away) {
                    Thread.sleep(20);
                }
            }
        } catch (IOException | RuntimeException | InterruptedException failed) {
            wrong.add(failed.toString());
        }
    }

    private static void write(TestBlog blog, int post, int round) throws IOException {
        blog.write(
                "walk-" + post + ".md",
                "---\ntitle: Walk " + post + "\n---\nPast the harbour, walk" + post + "x round" + round + "x.\n");
    }

    private static IndexReport update(TestBlog blog, ClusterSections sections) throws IOException {
        return blog.indexer(blog.options(false, false)).update(blog.archive(), new ClusterStore(sections, null));
    }
}
