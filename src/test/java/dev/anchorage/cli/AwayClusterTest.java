package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.cluster.NeedsCluster;
import dev.anchorage.cluster.TestCluster;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A service whose cluster goes away and comes back.
@NeedsCluster
@Timeout(300)
final class AwayClusterTest {
    @TempDir
    Path folder;

    @Test
    void aServiceSaysThatItsClusterIsAwayAndAnswersAgainWhenItIsBack() throws Exception {
        Files.writeString(folder.resolve("oban.md"), "# Oban\n\n## The pier\n\nGulls and herons.\n");
        try (TestCluster cluster = TestCluster.start(1)) {
            String node = cluster.addresses().getFirst().toString();
            Files.writeString(
                    folder.resolve("anchorage.yaml"),
                    "engine: opensearch\nopensearch: {nodes: [\"" + node + "\"], replicas: 0, patience: 5}\n");
            try (Serving service = serve()) {
                assertAnswers(service, "gulls");
                cluster.kill(0);
                assertAway(service, "herons");
                try (Serving early = serve()) {
                    assertAway(early, "gulls");
                    cluster.restart(0);
                    cluster.await(1);
                    assertAnswers(early, "pier");
                }
                assertAnswers(service, "oban");
            }
        }
    }

    private Serving serve() throws Exception {
        return Serving.start(Map.of(), "--posts", folder.toString());
    }

    private static void assertAnswers(Serving service, String query) throws Exception {
        service.await("ready", () -> service.get("/health/ready").statusCode() == 200);
        HttpResponse<String> answer = service.get("/api/v1/search?q=" + query);
        assertEquals(200, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("#the-pier"), answer::body);
    }

    /// @param query  that was not asked before: what is known from before goes on being answered
    private static void assertAway(Serving service, String query) throws Exception {
        service.await("not ready", () -> service.get("/health/ready").statusCode() == 503);
        assertTrue(service.get("/health/ready").body().contains("can't be reached"));
        assertEquals(200, service.get("/health/live").statusCode());
        HttpResponse<String> answer = service.get("/api/v1/search?q=" + query);
        assertEquals(503, answer.statusCode(), answer::body);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().contains("index-away") || answer.body().contains("not-ready"), answer::body);
    }
}
