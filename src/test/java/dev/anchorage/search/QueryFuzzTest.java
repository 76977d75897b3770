package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import dev.anchorage.search.SearchResponse.Totals;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred thousand queries that nobody would write, over a few posts of the sample archive. `-Dfuzz=1000` asks
/// fewer.
final class QueryFuzzTest {
    private static final int QUERIES = Integer.getInteger("fuzz", 100_000);
    private static final int THREADS = 2;

    /// One query in so many is asked twice, and what is hidden is asked for.
    private static final int REPEATED = 50;

    private static final ThreadMXBean THREAD_TIMES = ManagementFactory.getThreadMXBean();

    /// Ten times the budget of a query, in time of the processor: the machine may be busy.
    private static final long HANG_NANOS = 10 * TimeBudget.BUDGET.toNanos();

    private static final List<String> POSTS = List.of(
            "2014/hello-from-the-quay.md",
            "2015/three-sailings-from-oban.md",
            "2019/kobe-harbour-after-dark.md",
            "2025/trieste-unfinished.md",
            "2026/to-be-opened-in-2031.md");

    /// Each stands only in posts that are hidden or in what is commented out.
    private static final List<String> HIDDEN = List.of("karaoke", "trieste", "accordion");

    @Test
    void everyQueryIsAnsweredInTimeAndAlikeAndShowsNothingHidden(@TempDir Path folder) throws Exception {
        TestBlog blog = new TestBlog(folder);
        for (String post : POSTS) {
            blog.write(post.replace('/', '-'), Files.readAllBytes(Path.of("data", post)));
        }
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index());
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<String> words = words(searcher);
            List<Future<?>> runs = new ArrayList<>();
            for (int seed = 0; seed < THREADS; seed++) {
                QueryFuzz fuzz = new QueryFuzz(seed, words);
                runs.add(threads.submit(() -> ask(searcher, fuzz)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
    }

    /// Words of titles, headings and labels, and those that nothing may reach.
    private static List<String> words(SectionSearcher searcher) throws IOException {
        Set<String> words = new TreeSet<>(HIDDEN);
        for (PostHit post : searcher.search(request("", false)).posts()) {
            words.addAll(List.of(post.title().split("\\s+", -1)));
            post.labels().values().forEach(words::addAll);
            for (SectionHit section : post.sections()) {
                words.addAll(List.of(section.heading().split("\\s+", -1)));
            }
        }
        words.remove("");
        return List.copyOf(words);
    }

    private static SearchRequest request(String query, boolean isTyping) {
        return new SearchRequest(query, Map.of(), DayRange.ALWAYS, Order.RELEVANCE, 3, 0, isTyping);
    }

    private static Void ask(SectionSearcher searcher, QueryFuzz fuzz) throws IOException {
        for (int i = 0; i < QUERIES / THREADS; i++) {
            SearchRequest request = request(fuzz.next(), i % 4 == 0);
            SearchResponse response = answered(searcher, request);
            if (i % REPEATED == 0) {
                SearchResponse again = answered(searcher, request);
                boolean isComparable = !response.isPartial() && !again.isPartial();
                assertTrue(!isComparable || response.equals(again), request::query);
            }
            for (PostHit post : response.posts()) {
                assertTrue(!post.path().contains("unfinished") && !post.path().contains("2031"), request::query);
            }
            for (String hidden : i % REPEATED == 0 ? HIDDEN : List.<String>of()) {
                SearchRequest also = request(hidden, false);
                assertEquals(new Totals(0, 0), answered(searcher, also).total(), hidden);
            }
        }
        return null;
    }

    private static SearchResponse answered(SectionSearcher searcher, SearchRequest request) {
        long start = THREAD_TIMES.getCurrentThreadCpuTime();
        SearchResponse response;
        try {
            response = searcher.search(request);
        } catch (IOException | RuntimeException | StackOverflowError failed) {
            throw new AssertionError(request.query(), failed);
        }
        long nanos = THREAD_TIMES.getCurrentThreadCpuTime() - start;
        assertTrue(nanos < HANG_NANOS, () -> nanos / 1_000_000 + " ms for " + request.query());
        return response;
    }
}
