package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The service as a process of its own, asked over HTTP.
@Timeout(120)
final class ServeTest {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/");

    private final HttpClient client = HttpClient.newHttpClient();
    private Path posts = Path.of("unset");
    private Path index = Path.of("unset");
    private @Nullable Process process;
    private String address = "";

    @BeforeEach
    void serve(@TempDir Path folder) throws IOException {
        posts = Files.createDirectories(folder.resolve("posts"));
        index = folder.resolve("index");
        Files.writeString(posts.resolve("oban.md"), "# Oban\n\n## The pier\n\nGulls.\n");
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void aThousandRequestsAtOnceAreAnswered() throws Exception {
        start();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            answers.add(client.sendAsync(request("gulls"), HttpResponse.BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertEquals(200, answer.get(60, TimeUnit.SECONDS).statusCode());
            assertTrue(answer.get().body().contains("#the-pier"));
        }
    }

    @Test
    void whatAnotherProcessIndexedShowsUp() throws Exception {
        start();
        assertTrue(!ask("cormorant").contains("#the-quay"));
        Files.writeString(posts.resolve("kobe.md"), "# Kobe\n\n## The quay\n\nA cormorant.\n");
        assertEquals(
                0,
                Cli.run("index", "--posts", posts.toString(), "--index", index.toString())
                        .exitCode());
        waitUntilFound("cormorant", "#the-quay");
    }

    @Test
    void watchingKeepsUpWithTheFiles() throws Exception {
        start("--watch");
        Files.writeString(posts.resolve("kobe.md"), "# Kobe\n\n## The quay\n\nA cormorant.\n");
        waitUntilFound("cormorant", "#the-quay");
        Files.delete(posts.resolve("oban.md"));
        Files.writeString(posts.resolve("kobe.md"), "# Kobe\n\n## The quay\n\nA heron.\n");
        waitUntilFound("heron", "#the-quay");
        waitUntilGone("gulls");
        Files.writeString(posts.resolve("fleet.md"), "# Fleet\n\nA cormorant.\n");
        waitUntilFound("cormorant", "/fleet");
        Files.writeString(posts.resolve("posts.json"), "{\"eleventyExcludeFromCollections\": true}");
        waitUntilGone("cormorant");
    }

    @Test
    void sigtermEndsItWithinFiveSecondsAndExitsZero() throws Exception {
        Process running = start();
        running.destroy();
        assertTrue(running.waitFor(5, TimeUnit.SECONDS));
        assertEquals(0, running.exitValue());
    }

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        start();
        String port = address.substring(address.lastIndexOf(':') + 1);
        Cli second = Cli.run(
                "serve", "--posts", posts.toString(), "--index", index.toString(), "--listen", "127.0.0.1:" + port);
        assertEquals(3, second.exitCode());
        assertTrue(second.err().contains("127.0.0.1:" + port + " can't be listened on"), second.err());
    }

    @Test
    void aBadParameterIsAProblemWithATitle() throws Exception {
        start();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/search?q=gulls&after=soon"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(400, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().contains("expected a day, month or year"), answer.body());
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--posts",
                posts.toString(),
                "--index",
                index.toString(),
                "--listen",
                "127.0.0.1:0"));
        command.addAll(List.of(more));
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = started;
        BufferedReader output =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                address = matcher.group(1);
                return started;
            }
        }
        throw new AssertionError("the service ended: " + said);
    }

    private void waitUntilFound(String query, String url) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!ask(query).contains(url)) {
            assertTrue(System.nanoTime() < end, query + " was not found within 30 s");
            Thread.sleep(50);
        }
    }

    /// Which may take another scan than what was written after it, when one runs while both change.
    private void waitUntilGone(String query) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!ask(query).contains("\"posts\":[]")) {
            assertTrue(System.nanoTime() < end, query + " was still found after 30 s");
            Thread.sleep(50);
        }
    }

    private String ask(String query) throws IOException, InterruptedException {
        return client.send(request(query), HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String query) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1/search?q=" + query))
                .build();
    }
}
