package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.UpdateRun;
import dev.anchorage.index.UpdateRuns;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Reindexing under constant queries. `-Danchorage.reindexes=1000` makes it as many; without, it ends after ten
/// seconds.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class ManyReindexesTest {
    private static final int READERS = 3;
    private static final int POSTS = 8;
    private static final int SECTIONS = 4;
    private static final Pattern VERSION = Pattern.compile("version(\\d+)");
    private static final Pattern GENERATION = Pattern.compile("\"generation\":(\\d+)");
    private static final Pattern TITLE = Pattern.compile("\"title\":\"Post (\\d+) of version(\\d+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<UpdateRun> ended = new LinkedBlockingQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    void noRequestFailsNoAnswerMixesVersionsAndNoneGoesBack(@TempDir Path folder) throws Exception {
        int wanted = Integer.getInteger("anchorage.reindexes", Integer.MAX_VALUE);
        long end = wanted < Integer.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        TestBlog blog = new TestBlog(folder);
        write(blog, 0);
        IndexReport first = blog.update();
        int rounds = 0;
        long slowest = 0;
        try (SectionSearcher searcher = new SectionSearcher(blog.index());
                UpdateRuns runs = new UpdateRuns(first, () -> update(blog, searcher), ended::add);
                WebServer server = new WebServer(
                        new WebOptions("127.0.0.1", 0, null),
                        searcher,
                        new Backstage(new Owner(null, null, runs), new Health(), new Metrics(), null, null))) {
            URI address = SampleServer.address(server);
            List<Thread> readers = readers(address);
            while (rounds < wanted && (rounds < 5 || System.nanoTime() < end) && faults.isEmpty()) {
                rounds++;
                write(blog, rounds);
                runs.request();
                UpdateRun run = Objects.requireNonNull(ended.poll(60, TimeUnit.SECONDS), "the run hangs");
                assertEquals(UpdateRun.State.DONE, run.state(), run::toString);
                assertEquals(POSTS + 1, Objects.requireNonNull(run.report()).changed(), run::toString);
                long done = System.nanoTime();
                while (!ask(address, "fresh" + rounds).contains("/fresh")) {
                    assertTrue(System.nanoTime() - done < TimeUnit.SECONDS.toNanos(10), "not found within 10 s");
                }
                slowest = Math.max(slowest, System.nanoTime() - done);
            }
            isOver.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertEquals(List.of(), List.copyOf(faults));
        assertTrue(answers.get() > rounds, "there were readers");
        System.err.printf(
                "%,d reindexes under %,d answers; a new post was found %,d ms after the end of the run at the latest%n",
                rounds, answers.get(), TimeUnit.NANOSECONDS.toMillis(slowest));
    }

    /// Every section of every post names the version; one more post has a word of its own in each.
    private static void write(TestBlog blog, int version) throws IOException {
        for (int post = 0; post < POSTS; post++) {
            StringBuilder text = new StringBuilder("---\ntitle: Post %d of version%d\n---\n".formatted(post, version));
            for (int section = 0; section < SECTIONS; section++) {
                text.append("\n## Quay %d\n\nThe harbour log says version%d.\n".formatted(section, version));
            }
            blog.write("post-" + post + ".md", text.toString());
        }
        blog.write("fresh.md", "# Fresh\n\nA word: fresh" + version + ".\n");
    }

    private static IndexReport update(TestBlog blog, SectionSearcher searcher) throws IOException {
        IndexReport report = blog.update();
        searcher.refresh();
        return report;
    }

    private List<Thread> readers(URI address) {
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(Thread.ofVirtual().start(() -> read(address)));
        }
        return readers;
    }

    private void read(URI address) {
        long newest = 0;
        while (!isOver.get() && faults.isEmpty()) {
            try {
                String answer = ask(address, "harbour%20log");
                answers.incrementAndGet();
                newest = check(answer, newest);
            } catch (IOException | RuntimeException failed) {
                faults.add(failed.toString());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /// Every post of an answer is whole, and all are of one version, since one update replaced them all.
    private long check(String answer, long newest) {
        Matcher generation = GENERATION.matcher(answer);
        long seen = generation.find() ? Long.parseLong(generation.group(1)) : -1;
        if (seen < newest) {
            faults.add("generation " + seen + " after " + newest);
        }
        long versions = VERSION.matcher(answer)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
        long titles = TITLE.matcher(answer)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
        if (versions != 1 || titles != POSTS) {
            faults.add(versions + " versions of " + titles + " posts in one answer: " + answer);
        }
        return seen;
    }

    private String ask(URI address, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/search?limit=20&q=" + query))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            faults.add(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
