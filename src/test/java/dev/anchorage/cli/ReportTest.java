package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/// From readers' queries to the owner's report.
@Timeout(120)
final class ReportTest {
    private Path folder = Path.of("unset");
    private Path posts = Path.of("unset");
    private Path queries = Path.of("unset");

    @BeforeEach
    void write(@TempDir Path parent) throws IOException {
        folder = parent;
        posts = Files.createDirectories(folder.resolve("posts"));
        queries = folder.resolve("queries");
        Files.writeString(posts.resolve("oban.md"), "# Oban\n\n## The pier\n\nGulls and a lighthouse.\n");
    }

    @Test
    void whatReadersAskBecomesAReport() throws Exception {
        try (Serving service = Serving.start(
                Map.of("ANCHORAGE_QUERY_LOG", queries.toString(), "ANCHORAGE_QUERY_LOG_CLIENTS", "1"),
                "--posts=" + posts,
                "--index=" + folder.resolve("index"))) {
            service.get("/api/v1/search?q=Gulls");
            service.get("/api/v1/search?q=lihgthouse");
            assertEquals(204, service.post("/api/v1/chosen?q=lihgthouse&rank=1").statusCode());
            askAtOnce(service);
            assertTrue(service.admin("/report").body().contains("What readers ask"));
            ProcessHandle process = ProcessHandle.of(service.pid()).orElseThrow();
            process.destroy();
            process.onExit().join();
            assertFalse(
                    service.said().stream().anyMatch(line -> line.startsWith("WARNING: ")),
                    service.said().toString());
        }
        Cli table = report();
        assertEquals(0, table.exitCode(), table.err());
        List<String> lines = table.lines();
        assertTrue(lines.contains("  gulls           1      1"), table.out());
        assertTrue(lines.contains("  lihgthouse      1      0  spelling  1 (1)"), table.out());
        assertTrue(lines.contains("  lihgthouse      1          0  lighthouse"), table.out());
        Map<String, Object> json = JSON.std.mapFrom(report("--json").out());
        assertEquals(
                List.of("asked", "from", "problems", "slow", "until", "withoutHits"),
                json.keySet().stream().sorted().toList());
    }

    /// Many at once, as on a good day.
    private static void askAtOnce(Serving service) throws Exception {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = IntStream.range(0, 300)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> service.get("/api/v1/search?q=oban").statusCode())
                    .toList();
            for (Future<Integer> status : readers.invokeAll(all)) {
                assertEquals(200, status.get());
            }
        }
    }

    @Test
    void withoutCountsItIsOneSentence() throws IOException {
        assertEquals(0, run("index").exitCode());
        assertTrue(report().err().contains("there is no query log; `anchorage serve` keeps one in --query-log"));
        Cli unset = run("report");
        assertEquals(2, unset.exitCode());
        assertTrue(unset.err().startsWith("anchorage: --query-log says where"), unset.err());
        Cli none = run("serve", "--query-log", queries.toString(), "--query-log-clients", "0");
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("--query-log-clients is 0, expected 1 to 1000"), none.err());
        Cli file = run("serve", "--query-log", posts.resolve("oban.md").toString(), "--listen", "127.0.0.1:0");
        assertEquals(2, file.exitCode());
        assertTrue(file.err().contains("oban.md, which is no folder that can be written"), file.err());
    }

    @Test
    void aBrokenLineIsNamedAndTheRestCounts() throws IOException {
        run("index");
        Files.createDirectories(queries);
        String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
        Path file = queries.resolve("queries-" + today + ".jsonl");
        Files.writeString(
                file, "{\"query\":\"gulls\",\"asked\":4,\"posts\":1}\n{\"query\":\"gu", StandardOpenOption.CREATE);
        Cli report = report();
        assertEquals(1, report.exitCode());
        assertTrue(report.out().contains("  gulls      4      1"), report.out());
        assertEquals(
                "queries-" + today + ".jsonl:2: this is no count of a query, and is left out",
                report.err().strip());
    }

    private Cli report(String... more) {
        return run(Stream.concat(Stream.of("report", "--query-log", queries.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Cli run(String... arguments) {
        return Cli.run(
                Stream.concat(Stream.of(arguments), Stream.of("--posts=" + posts, "--index=" + folder.resolve("index")))
                        .toArray(String[]::new));
    }
}
