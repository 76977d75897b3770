package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpLimitsTest {
    @Test
    void everyLimitIsDocumentedWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/docs/configuration.md"))) {
            if (line.matches("\\| `[a-z-]+` \\| \\d.*")) {
                String[] cells = line.split("\\|", -1);
                documented.put(
                        cells[1].strip().replace("`", ""), cells[2].strip().replaceAll("\\D.*", ""));
            }
        }
        assertEquals(HttpLimits.names().keySet(), documented.keySet());
        HttpLimits.names().forEach((name, value) -> {
            if (value > 0 && !name.equals("cache-bytes")) {
                assertEquals(value.toString(), documented.get(name), name);
            }
        });
    }

    /// The page said 32 (issue 7).
    @Test
    void howManyCostlyQueriesAreLetInIsDocumented() throws IOException {
        String page = Files.readString(Path.of("src/docs/configuration.md"));
        assertTrue(page.contains("at most " + Workers.MOST_COSTLY + ", one after the other"));
        assertTrue(page.contains("only " + Workers.MOST_COSTLY + " are let in at once"));
    }

    @Test
    void whatIsNotGivenIsAsUsual() {
        HttpLimits limits = HttpLimits.of(Map.of("url-bytes", "100", "requests-per-second", "3"));
        assertEquals(100, limits.urlBytes());
        assertEquals(3, limits.perSecond());
        assertEquals(HttpLimits.defaults().headerBytes(), limits.headerBytes());
    }

    @ParameterizedTest
    @CsvSource({"url-bytes, 0", "url-bytes, -1", "url-bytes, many", "url-bytes, 9999999999", "urls, 1"})
    void whatIsNoLimitIsASentence(String name, String value) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> HttpLimits.of(Map.of(name, value)));
        assertTrue(String.valueOf(wrong.getMessage()).contains("expected"), wrong.getMessage());
    }

    /// Each in a service that has nothing but this one set lower, and the same request in one that has not.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            header-bytes=100  | 431 | 200 | GET /search HTTP/1.1⏎Host: localhost⏎X: {80}⏎⏎
            header-fields=3   | 431 | 200 | GET /search HTTP/1.1⏎Host: localhost⏎X: y⏎X: y⏎⏎
            url-bytes=50      | 414 | 200 | GET /search?x={50} HTTP/1.1⏎Host: localhost⏎⏎
            parameters=2      | 400 | 200 | GET /search?a&b&c HTTP/1.1⏎Host: localhost⏎⏎
            body-bytes=10     | 413 | 404 | POST /api/v1/hooks/git HTTP/1.1⏎Host: localhost⏎Content-Length: 11⏎⏎12345678901
            """)
    void whatIsSetHolds(String limit, int set, int usual, String shape) throws IOException {
        String[] given = limit.split("=", 2);
        String request = Pattern.compile("\\{(\\d+)}")
                .matcher(shape.replace("⏎⏎", "⏎Connection: close⏎⏎").replace("⏎", "\r\n"))
                .replaceAll(count -> "x".repeat(Integer.parseInt(count.group(1))));
        assertEquals(List.of(set), statuses(HttpLimits.of(Map.of(given[0], given[1])), request));
        assertEquals(List.of(usual), statuses(HttpLimits.defaults(), request));
    }

    @Test
    void asManyRequestsMayWaitAsAreSet() throws IOException {
        String ask = "GET /search HTTP/1.1\r\nHost: localhost\r\n";
        String five = (ask + "\r\n").repeat(4) + ask + "Connection: close\r\n\r\n";
        List<Integer> set = statuses(HttpLimits.of(Map.of("pipelined", "2")), five);
        assertEquals(429, set.getLast());
        assertEquals(List.of(200, 200, 200, 200, 200), statuses(HttpLimits.defaults(), five));
    }

    @Test
    void aBoxOnAnotherSiteMayReadWhenToAskAgain() throws IOException {
        WebOptions options = new WebOptions(
                        "127.0.0.1", 0, null, List.of("https://blog.example/"), "Harbour Notes", null)
                .with(HttpLimits.of(Map.of("requests-per-second", "1", "burst", "1")));
        String ask = "GET /api/v1/search?q=a HTTP/1.1\r\nHost: localhost\r\nOrigin: https://blog.example\r\n";
        try (WebServer server = SampleServer.start(options);
                RawClient client = new RawClient(server.address())) {
            String answers = client.send((ask + "\r\n").repeat(3)).untilClosed();
            String refused = answers.substring(answers.indexOf("HTTP/1.1 429"));
            assertTrue(refused.contains("\r\nRetry-After: 1\r\n"), refused);
            assertTrue(refused.contains("\r\nAccess-Control-Allow-Origin: https://blog.example\r\n"), refused);
            assertTrue(refused.contains("\r\nAccess-Control-Expose-Headers: Retry-After\r\n"), refused);
        }
    }

    private static List<Integer> statuses(HttpLimits limits, String request) throws IOException {
        try (WebServer server = SampleServer.start(SampleServer.OPTIONS.with(limits));
                RawClient client = new RawClient(server.address())) {
            return RawClient.statuses(client.send(request).untilClosed());
        }
    }
}
