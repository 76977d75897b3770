package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/// What the owner of a running service can do, and what it does by itself.
@Timeout(120)
final class RunningServiceTest {
    private static final String KEY = "correct horse battery staple";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private Path posts = Path.of("unset");
    private Path index = Path.of("unset");

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        posts = Files.createDirectories(folder.resolve("posts"));
        index = folder.resolve("index");
        Files.writeString(posts.resolve("oban.md"), "# Oban\n\n## The pier\n\nGulls.\n");
    }

    @Test
    void watchingSeesChangesInNewFoldersTooAndReindexingWithTheKeyNeedsNoWatching() throws Exception {
        try (Serving service = serve(Map.of("ANCHORAGE_KEY", KEY), "--watch")) {
            Path folder = Files.createDirectories(posts.resolve("2026/11"));
            Files.writeString(folder.resolve("kobe.md"), "# Kobe\n\nA cormorant.\n");
            service.await("a post in a new folder", () -> service.finds("cormorant"));
            Files.writeString(folder.resolve("kobe.md"), "# Kobe\n\nA heron.\n");
            service.await("its change", () -> service.finds("heron"));
            Files.move(posts.resolve("2026"), posts.resolve("2027"));
            service.await(
                    "the folder's new name",
                    () -> service.get("/api/v1/search?q=heron").body().contains("2027/11/kobe"));
            assertEquals(401, service.post("/api/v1/reindex").statusCode());
            assertEquals(
                    202,
                    service.post("/api/v1/reindex", "Authorization", "Bearer " + KEY)
                            .statusCode());
            assertFalse(String.join("\n", service.said()).contains("staple"));
            assertFalse(commandLine(service).contains("staple"));
        }
    }

    private static String commandLine(Serving service) throws IOException {
        Path line = Path.of("/proc/" + service.pid() + "/cmdline");
        return Files.exists(line) ? Files.readString(line) : "";
    }

    @Test
    void aPostAppearsWhenItsTimeComesAndGoesWhenItExpires() throws Exception {
        Files.writeString(posts.resolve("hugo.toml"), "baseURL = 'https://blog.example/'\n");
        try (Serving service = serve(Map.of("ANCHORAGE_KEY", KEY))) {
            Instant due = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
            String head = "---\ntitle: Soon\ndate: " + due + "\n";
            Files.writeString(posts.resolve("soon.md"), head + "---\nA cormorant.\n");
            service.post("/api/v1/reindex", "Authorization", "Bearer " + KEY);
            boolean isEarly = service.finds("cormorant");
            assertFalse(isEarly && Instant.now().isBefore(due));
            service.await("the post", () -> service.finds("cormorant"));
            assertFalse(Instant.now().isBefore(due));
            Instant end = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
            Files.writeString(posts.resolve("soon.md"), head + "expiryDate: " + end + "\n---\nA cormorant.\n");
            service.post("/api/v1/reindex", "Authorization", "Bearer " + KEY);
            service.await("its end", () -> !service.finds("cormorant"));
            assertFalse(Instant.now().isBefore(end));
        }
    }

    @Test
    void anIndexThatIsDeletedUnderItIsMissedAndBuiltAnewWhenThePostsAreThere() throws Exception {
        try (Serving service = serve(Map.of())) {
            assertEquals(200, service.get("/health/ready").statusCode());
            Path away = posts.resolveSibling("away");
            Files.move(posts, away);
            delete(index);
            service.await("not ready", () -> service.get("/health/ready").statusCode() == 503);
            HttpResponse<String> reason = service.admin("/health/ready");
            assertEquals(503, reason.statusCode());
            assertTrue(reason.body().contains("There is no index"), reason.body());
            assertTrue(reason.headers().firstValue("Retry-After").isPresent(), "503 says when to come back (issue 7)");
            assertEquals(200, service.get("/health/live").statusCode());
            assertTrue(service.finds("gulls"), "answers from what it still has");
            Files.move(away, posts);
            Files.writeString(posts.resolve("kobe.md"), "# Kobe\n\nA cormorant.\n");
            service.await("recovery", () -> service.get("/health/ready").statusCode() == 200);
            assertTrue(service.finds("cormorant") && service.finds("gulls"));
            Map<String, Object> status =
                    JSON.std.mapFrom(service.get("/api/v1/status").body());
            assertNotEquals(1, status.get("generation"), "a generation never comes back: " + status);
        }
    }

    @Test
    void theOwnerSeesNumbersAndTheAccessLogButNoQuery() throws Exception {
        Files.writeString(posts.resolve("secret.md"), "---\ndraft: true\n---\n# Zugzwang\n");
        try (Serving service = serve(Map.of(), "--access-log", "--log-format", "json")) {
            service.get("/api/v1/search?q=zugzwang", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
            service.get("/no%0a%1bsuch-zugzwang-page");
            service.get("/api/v1/search?limit=many", "traceparent", "00-0-0-0");
            service.await("the lines", () -> accesses(service).size() >= 3);
            List<Map<String, Object>> accesses = accesses(service);
            assertEquals(
                    List.of(200, 404, 400),
                    accesses.stream().map(a -> a.get("status")).toList());
            assertEquals(TRACE, accesses.getFirst().get("trace"));
            assertEquals(null, accesses.getLast().get("trace"));
            assertEquals("/api/v1/search", accesses.getFirst().get("path"));
            String metrics = service.admin("/metrics").body();
            assertTrue(
                    metrics.contains("anchorage_requests_total{route=\"/api/v1/search\",status=\"2xx\"} 1.0"), metrics);
            assertTrue(metrics.contains("anchorage_rejected_requests_total{reason=\"bad-parameter\"} 1.0"), metrics);
            assertTrue(
                    metrics.contains("anchorage_request_seconds_bucket{route=\"/api/v1/search\",le=\"0.25\"}"),
                    metrics);
            assertTrue(metrics.contains("anchorage_response_bytes_sum{route=\"/api/v1/search\"}"), metrics);
            assertTrue(metrics.contains("anchorage_index_posts 1.0"), metrics);
            assertTrue(metrics.contains("anchorage_index_generation 1.0"), metrics);
            assertTrue(metrics.contains("anchorage_updates_total{state=\"done\"}"), metrics);
            assertFalse(metrics.contains("zugzwang"), metrics);
            assertEquals(404, service.get("/metrics").statusCode(), "only for the owner");
        }
    }

    /// The first lines were none (issue 7).
    @Test
    void everyLineOfAJsonLogIsAnObject() throws Exception {
        Files.writeString(posts.resolve("broken.md"), "---\ntitle: [Broken\n---\n# Kobe\n");
        Path key = Files.writeString(posts.resolveSibling("key"), KEY);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        try (Serving service = serve(Map.of(), "--log-format", "json", "--key-file", key.toString())) {
            service.post("/api/v1/reindex", "Authorization", "Bearer " + KEY);
            List<String> log = service.said().stream()
                    .filter(line -> !line.matches("(Anchorage answers|Metrics are) on .*"))
                    .toList();
            log.forEach(RunningServiceTest::json);
            assertTrue(log.stream().anyMatch(line -> line.contains("2 posts found")), log.toString());
            assertTrue(log.stream().anyMatch(line -> line.contains("broken.md:")), log.toString());
            assertTrue(log.stream().anyMatch(line -> line.contains("chmod 600")), log.toString());
        }
    }

    @Test
    void aPushIsFetchedAndIndexedAndAFailedFetchLeavesTheOldAnswers(@TempDir Path folder) throws Exception {
        Path origin = Files.createDirectories(folder.resolve("origin"));
        try (Git git = Git.init().setDirectory(origin.toFile()).call()) {
            commit(git, "oban.md", "# Oban\n\nGulls.\n");
            Path checkout = folder.resolve("checkout");
            String remote = origin.toUri().toString();
            try (Serving service = Serving.start(
                    Map.of("ANCHORAGE_HOOK_SECRET", "hush", "ANCHORAGE_SOURCE", "git", "ANCHORAGE_REMOTE", remote),
                    "--posts",
                    checkout.toString(),
                    "--index",
                    index.toString())) {
                assertTrue(service.finds("gulls"));
                commit(git, "anchorage.yaml", "sight: nonsense that must not count\n");
                commit(git, "kobe.md", "# Kobe\n\nA cormorant.\n");
                assertEquals(202, push(service).statusCode());
                service.await("the pushed post", () -> service.finds("cormorant"));
                Files.move(origin, folder.resolve("moved"));
                assertEquals(202, push(service).statusCode());
                service.await(
                        "the sentence",
                        () -> String.join("\n", service.said()).contains("nothing could be fetched from " + remote));
                assertTrue(service.finds("cormorant"));
                assertFalse(String.join("\n", service.said()).contains("hush"));
            }
        }
    }

    private static void commit(Git git, String path, String text) throws Exception {
        Files.writeString(git.getRepository().getWorkTree().toPath().resolve(path), text);
        git.add().addFilepattern(".").call();
        git.commit()
                .setAuthor("Ann", "ann@example.org")
                .setCommitter("Ann", "ann@example.org")
                .setSign(false)
                .setMessage(path)
                .call();
    }

    private static HttpResponse<String> push(Serving service) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("hush".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal());
        return service.post("/api/v1/hooks/git", "X-Hub-Signature-256", signature, "X-GitHub-Event", "push");
    }

    private static List<Map<String, Object>> accesses(Serving service) throws IOException {
        return service.said().stream()
                .filter(line -> line.startsWith("{") && line.contains("\"access\""))
                .map(RunningServiceTest::json)
                .toList();
    }

    private static Map<String, Object> json(String line) {
        try {
            return JSON.std.mapFrom(line);
        } catch (RuntimeException noJson) {
            throw new AssertionError(line, noJson);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void anEmptySecretRefusesToStart(String secret) throws IOException {
        Path file = Files.writeString(posts.resolveSibling("key"), secret);
        for (String option : List.of("--key-file", "--hook-secret-file")) {
            Cli serve =
                    Cli.run("serve", "--posts", posts.toString(), "--index", index.toString(), option, file.toString());
            assertEquals(2, serve.exitCode());
            assertTrue(serve.err().contains("is empty"), serve.err());
        }
        assertFalse(Files.exists(index), "before anything is done");
    }

    @Test
    void anAdminAddressThatWasAskedForAndIsTakenIsOneSentence() throws Exception {
        try (Serving service = serve(Map.of())) {
            String taken = service.adminAddress();
            Cli second = Cli.run(
                    "serve",
                    "--posts",
                    posts.toString(),
                    "--index",
                    index.toString(),
                    "--listen",
                    "127.0.0.1:0",
                    "--admin-listen",
                    taken);
            assertEquals(3, second.exitCode());
            assertTrue(second.err().contains(taken + " can't be listened on"), second.err());
        }
    }

    private Serving serve(Map<String, String> environment, String... more) throws Exception {
        return Serving.start(
                environment,
                Stream.concat(Stream.of("--posts", posts.toString(), "--index", index.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
