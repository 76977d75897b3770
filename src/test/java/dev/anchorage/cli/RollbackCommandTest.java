package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/// `anchorage rollback`, alone and beside a running service.
@Timeout(120)
final class RollbackCommandTest {
    private Path posts = Path.of("unset");
    private String index = "";

    @BeforeEach
    void indexWithTheRightGenerator(@TempDir Path folder) throws IOException {
        posts = Files.createDirectories(folder.resolve("posts"));
        index = folder.resolve("index").toString();
        Files.writeString(posts.resolve("oban.md"), "# Oban\n\n## The pier\n\nGulls.\n");
        Files.writeString(posts.resolve("anchorage.yaml"), "generator: hugo\n");
        assertEquals(0, run("index").exitCode());
    }

    @Test
    void itSaysWhatItDidAndWhatHoldsFromThenOn() throws IOException {
        Cli nothing = run("rollback");
        assertEquals(1, nothing.exitCode());
        assertTrue(nothing.err().contains("there is nothing to go back to"), nothing.err());
        chooseTheWrongGenerator();
        assertEquals("1 post found: 1 changed", run("index").out().strip());
        assertTrue(
                run("search", "gulls", "--json").out().contains("\"/oban.html#the-pier\""),
                run("search", "gulls", "--json").out());
        Cli back = run("rollback");
        assertEquals(0, back.exitCode(), back.err());
        assertTrue(
                back.out().matches("(?s)The index is as it was at \\S+Z again, with 1 post; this is generation 3\\..*"),
                back.out());
        assertTrue(run("search", "gulls", "--json").out().contains("\"/oban/#the-pier\""));
        Cli again = run("index");
        assertEquals(3, again.exitCode());
        assertTrue(again.err().contains("was rolled back, so it is not indexed again"), again.err());
        Files.writeString(posts.resolve("anchorage.yaml"), "generator: hugo\n");
        assertEquals("1 post found: 1 unchanged", run("index").out().strip());
        assertEquals(4, JSON.std.mapFrom(run("rollback", "--json").out()).get("generation"));
    }

    @Test
    void whatIsForgottenCannotBePutBack() throws IOException {
        assertEquals(0, run("index", "--full", "--forget-previous").exitCode());
        assertEquals(1, run("rollback").exitCode());
        assertEquals(3, run("rollback", "--index", index + "-absent").exitCode());
    }

    @Test
    void aServiceFollowsARollbackAndDoesNotIndexTheSameAgain() throws Exception {
        chooseTheWrongGenerator();
        String[] options = {"--posts", posts.toString(), "--index", index, "--watch"};
        try (Serving service = Serving.start(Map.of("ANCHORAGE_KEY", "key"), options)) {
            service.await("the wrong state", () -> body(service).contains("/oban.html"));
            assertEquals(0, run("rollback").exitCode());
            service.await("the right state", () -> body(service).contains("/oban/#the-pier"));
            String[] key = {"Authorization", "Bearer key"};
            String run = service.post("/api/v1/reindex", key)
                    .headers()
                    .firstValue("Location")
                    .orElse("");
            service.await("a refusal", () -> service.get(run, key).body().contains("\"refused\""));
            assertTrue(body(service).contains("/oban/#the-pier"));
            assertEquals(200, service.get("/health/ready").statusCode());
        }
        try (Serving service = Serving.start(Map.of(), options)) {
            assertTrue(body(service).contains("/oban/#the-pier"), "the service starts from what is there");
            Files.writeString(posts.resolve("kobe.md"), "# Kobe\n\nGulls.\n");
            service.await("the next state", () -> body(service).contains("/oban.html"));
        }
    }

    private static String body(Serving service) throws Exception {
        return service.get("/api/v1/search?q=gulls").body();
    }

    private void chooseTheWrongGenerator() throws IOException {
        Files.writeString(posts.resolve("anchorage.yaml"), "generator: sphinx\n");
    }

    private Cli run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(1, List.of("--posts", posts.toString()));
        if (!line.contains("--index")) {
            line.addAll(1, List.of("--index", index));
        }
        return Cli.run(line.toArray(String[]::new));
    }
}
