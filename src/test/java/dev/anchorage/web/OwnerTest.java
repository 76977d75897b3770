package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.UpdateRuns;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/// What the owner and a git host may do over HTTP, and nobody else.
@Timeout(60)
final class OwnerTest {
    private static final Secret KEY = new Secret("correct horse battery staple");
    private static final Secret HOOK = new Secret("It's a Secret to Everybody");
    private static final String BEARER = "Bearer correct horse battery staple";

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger updates = new AtomicInteger();
    private TestBlog blog;
    private SectionSearcher searcher;
    private UpdateRuns runs;
    private WebServer server;

    @BeforeEach
    void serve(@TempDir Path folder) throws IOException {
        blog = new TestBlog(folder).write("oban.md", "# Oban\n\n## The pier\n\nGulls.\n");
        searcher = new SectionSearcher(indexed());
        runs = new UpdateRuns(blog.update(), this::update, run -> {});
        start(KEY, HOOK);
    }

    private Path indexed() throws IOException {
        blog.update();
        return blog.index();
    }

    private IndexReport update() throws IOException {
        updates.incrementAndGet();
        IndexReport report = blog.update();
        searcher.refresh();
        return report;
    }

    private void start(@Nullable Secret key, @Nullable Secret hook) {
        server = new WebServer(
                new WebOptions("127.0.0.1", 0, null),
                searcher,
                new Backstage(new Owner(key, hook, runs), new Health(), new Metrics(), null, null));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        runs.close();
        searcher.close();
    }

    @Test
    void theKeyStartsAnUpdateAndItsAddressTellsHowItWent() throws Exception {
        blog.write("kobe.md", "# Kobe\n\nA cormorant.\n").write("later.md", "---\ndraft: true\n---\n# Later\n");
        HttpResponse<String> answer = post("/api/v1/reindex", "Authorization", BEARER);
        assertEquals(202, answer.statusCode(), answer.body());
        String url = answer.headers().firstValue("Location").orElseThrow();
        assertEquals(url, json(answer).get("url"));
        Map<String, Object> run = ended(url);
        assertEquals("done", run.get("state"));
        assertTrue(String.valueOf(run.get("report")).contains("added=1,"), run.toString());
        assertTrue(get("/api/v1/search?q=cormorant").body().contains("/kobe"), "found when the run is done");
        assertEquals(401, get(url).statusCode(), "the report names files");
    }

    @Test
    void withoutTheRightKeyNothingHappensAndTheAnswerSaysHowToAsk() throws Exception {
        HttpResponse<String> none = post("/api/v1/reindex");
        assertEquals(401, none.statusCode());
        assertEquals(
                "Bearer realm=\"anchorage\"",
                none.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(
                "application/problem+json",
                none.headers().firstValue("Content-Type").orElse(""));
        for (String wrong : new String[] {"Bearer x", "Bearer ", "Basic Zm9v", "correct horse battery staple"}) {
            HttpResponse<String> refused = post("/api/v1/reindex", "Authorization", wrong);
            assertEquals(401, refused.statusCode(), wrong);
            assertTrue(
                    refused.headers().firstValue("WWW-Authenticate").orElse("").contains("invalid_token"), wrong);
            assertFalse(refused.body().contains("staple"), refused.body());
        }
        assertEquals(
                401, post("/api/v1/reindex?key=correct+horse+battery+staple").statusCode());
        assertEquals(0, updates.get());
    }

    @Test
    void onlyTheKeyOpensTheReasonsOfARank() throws Exception {
        String address = "/api/v1/why?q=gulls&url=/oban.html%23the-pier";
        assertEquals(401, get(address).statusCode());
        HttpResponse<String> why = get(address, "Authorization", BEARER);
        assertEquals(200, why.statusCode(), why.body());
        assertEquals("found", json(why).get("verdict"), why.body());
        assertEquals(400, get("/api/v1/why?q=gulls", "Authorization", BEARER).statusCode());
        blog.write("later.md", "---\ndraft: true\n---\n# Gulls\n");
        update();
        HttpResponse<String> hidden = get("/api/v1/why?q=gulls&url=later.md", "Authorization", BEARER);
        assertEquals("not-indexed", json(hidden).get("verdict"), hidden.body());
    }

    @Test
    void withoutAConfiguredSecretNobodyMayAndTheAnswerSaysWhatToConfigure() throws Exception {
        server.close();
        start(null, null);
        HttpResponse<String> reindex = post("/api/v1/reindex", "Authorization", "Bearer null");
        assertEquals(403, reindex.statusCode());
        assertTrue(reindex.body().contains("ANCHORAGE_KEY"), reindex.body());
        HttpResponse<String> hook = post("/api/v1/hooks/git", "X-Hub-Signature-256", "sha256=00");
        assertEquals(403, hook.statusCode());
        assertTrue(hook.body().contains("ANCHORAGE_HOOK_SECRET"), hook.body());
        assertEquals(0, updates.get());
    }

    @Test
    void githubsOwnExampleOfASignatureIsRight() {
        byte[] signature = HOOK.sign("Hello, World!".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                HexFormat.of().formatHex(signature));
    }

    @Test
    void aSignedPushStartsAnUpdateAndItsRepetitionNothing() throws Exception {
        HttpResponse<String> first =
                push("{\"ref\":\"refs/heads/main\"}", "X-GitHub-Event", "push", "X-GitHub-Delivery", "1");
        assertEquals(202, first.statusCode(), first.body());
        ended(first.headers().firstValue("Location").orElseThrow());
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> again =
                    push("{\"ref\":\"refs/heads/main\"}", "X-GitHub-Event", "push", "X-GitHub-Delivery", "1");
            assertEquals(200, again.statusCode(), again.body());
        }
        assertEquals(1, updates.get());
        HttpResponse<String> second = push("{}", "X-Forgejo-Event", "push", "X-Forgejo-Delivery", "2");
        ended(second.headers().firstValue("Location").orElseThrow());
        assertEquals(2, updates.get());
    }

    @Test
    void aPingIsAnsweredAndOtherEventsDoNothing() throws Exception {
        HttpResponse<String> ping = push("{\"zen\":\"\"}", "X-GitHub-Event", "ping");
        assertEquals(200, ping.statusCode());
        assertEquals("pong", json(ping).get("message"));
        assertEquals(200, push("{}", "X-Gitea-Event", "issues").statusCode());
        assertEquals(0, updates.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256=",
                "sha256=zz",
                "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            })
    void aWrongSignatureIsRefused(String signature) throws Exception {
        assertEquals(
                403, post("/api/v1/hooks/git", "X-Hub-Signature-256", signature).statusCode());
        assertEquals(401, post("/api/v1/hooks/git").statusCode());
        assertEquals(0, updates.get());
    }

    /// Of thirty such, one got no answer, since the connection was reset while the body still came (issue 7).
    @Test
    void aBodyOfMoreThanAMebibyteIsRefused() throws Exception {
        assertEquals(202, push("x".repeat(1 << 20)).statusCode());
        for (int i = 0; i < 100; i++) {
            assertEquals(413, push("x".repeat((1 << 20) + 1)).statusCode());
        }
        assertEquals(413, push("x".repeat(10 << 20)).statusCode());
    }

    /// Each held a thread for as long as its client liked, and all searches waited for one (issue 7).
    @Test
    void whoSendsABodySlowlyHoldsUpNobody() throws Exception {
        server.close();
        server = new WebServer(
                new WebOptions("127.0.0.1", 0, null).with(HttpLimits.of(Map.of("no-request-seconds", "600"))),
                searcher,
                new Backstage(new Owner(KEY, HOOK, runs), new Health(), new Metrics(), null, null));
        List<RawClient> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                RawClient client = new RawClient(server.address());
                slow.add(client.send("POST /api/v1/hooks/git HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
                        + "X-Hub-Signature-256: sha256=00\r\n\r\nx"));
            }
            assertEquals(200, get("/api/v1/search?q=gulls").statusCode());
            assertEquals(202, push("{}", "X-GitHub-Event", "push").statusCode());
            for (RawClient client : slow) {
                assertTrue(client.send("yz").answer().startsWith("HTTP/1.1 403"));
            }
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }

    @Test
    void aThousandDeliveriesAreRememberedAndNoMore() {
        Deliveries deliveries = new Deliveries();
        for (int i = 0; i < 1_001; i++) {
            assertTrue(deliveries.isNew("delivery " + i));
        }
        assertFalse(deliveries.isNew("delivery 1"));
        assertTrue(deliveries.isNew("delivery 0"));
    }

    @Test
    void otherMethodsAreNamedAsNotAllowed() throws Exception {
        HttpResponse<String> answer = get("/api/v1/reindex", "Authorization", BEARER);
        assertEquals(405, answer.statusCode());
        assertEquals("POST", answer.headers().firstValue("Allow").orElse(""));
        assertEquals(405, get("/api/v1/hooks/git").statusCode());
        assertEquals(405, post("/api/v1/search?q=gulls").statusCode());
        assertEquals(404, get("/api/v1/reindex/none", "Authorization", BEARER).statusCode());
    }

    @Test
    void skippedFilesAreCountedForAllAndNamedForTheOwner() throws Exception {
        blog.write("broken.md", new byte[] {0, 0, 0, 7, 0, 0});
        ended(post("/api/v1/reindex", "Authorization", BEARER)
                .headers()
                .firstValue("Location")
                .orElseThrow());
        HttpResponse<String> forAll = get("/api/v1/status");
        assertEquals(1, json(forAll).get("skipped"));
        assertEquals(1, json(forAll).get("posts"));
        assertFalse(forAll.body().contains("broken"), forAll.body());
        assertTrue(get("/api/v1/status", "Authorization", BEARER).body().contains("broken.md"));
    }

    @Test
    void aSecretShowsItselfToNobody() {
        assertFalse((KEY + " " + new Owner(KEY, HOOK, null)).matches(".*(staple|Everybody).*"));
    }

    private Map<String, Object> ended(String url) throws Exception {
        while (true) {
            Map<String, Object> run = json(get(url, "Authorization", BEARER));
            if (run.get("ended") != null) {
                return run;
            }
            Thread.sleep(10);
        }
    }

    private HttpResponse<String> push(String body, String... headers) throws Exception {
        String signature = "sha256=" + HexFormat.of().formatHex(HOOK.sign(body.getBytes(StandardCharsets.UTF_8)));
        HttpRequest.Builder request = request("/api/v1/hooks/git", headers)
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String... headers) throws Exception {
        HttpRequest request =
                request(path, headers).POST(HttpRequest.BodyPublishers.noBody()).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return client.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(SampleServer.address(server).resolve(URI.create(path)));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Map<String, Object> json(HttpResponse<String> answer) throws IOException {
        return JSON.std.mapFrom(answer.body());
    }
}
