package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The owner's listener holds to the limits of the readers' one.
@TestInstance(Lifecycle.PER_CLASS)
final class AdminServerTest {
    private final AdminServer server = new AdminServer("127.0.0.1", 0, Backstage.empty());

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | GET /metrics HTTP/1.1⏎Host: localhost⏎⏎
            200 | GET /health/live HTTP/1.1⏎Host: 127.0.0.1⏎⏎
            404 | GET /report HTTP/1.1⏎Host: localhost⏎⏎
            405 | POST /metrics HTTP/1.1⏎Host: localhost⏎Content-Length: 0⏎⏎
            421 | GET /metrics HTTP/1.1⏎Host: elsewhere.example⏎⏎
            400 | GET /%zz HTTP/1.1⏎Host: localhost⏎⏎
            400 | GET /metrics HTTP/1.1⏎Host: localhost⏎X: y⏎ folded⏎⏎
            400 | GET /metrics HTTP/1.1⏎Host: localhost⏎Content-Length: 0⏎Content-Length: 0⏎⏎
            505 | GET /metrics HTTP/3.7⏎Host: localhost⏎⏎
            """)
    void everyRequestGetsAnAnswerWithAReason(int status, String shape) throws IOException {
        String request = shape.replace("⏎⏎", "⏎Connection: close⏎⏎").replace("⏎", "\r\n");
        try (RawClient client = new RawClient(server.address())) {
            String answer = client.send(request).untilClosed();
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertEquals(status != 200, answer.contains("application/problem+json"), answer);
        }
    }
}
