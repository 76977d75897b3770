package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.web.AccessLog.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the guard refuses is answered, counted and written down as everything else is (issue 7).
@Timeout(60)
final class RefusalAnswersTest {
    private static final String OURS = "https://blog.example";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final WebOptions OPTIONS =
            new WebOptions("127.0.0.1", 0, null, List.of(OURS), "Harbour Notes", null);

    private final List<Access> accesses = Collections.synchronizedList(new ArrayList<>());
    private final Metrics metrics = new Metrics();
    private final WebServer server = start(Map.of("url-bytes", "100", "header-seconds", "1"), metrics);

    @BeforeEach
    void clear() {
        accesses.clear();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebServer start(Map<String, String> limits, Metrics counted) {
        return SampleServer.start(
                OPTIONS.with(HttpLimits.of(limits)),
                new SampleAnswers(),
                new Backstage(Owner.NOBODY, new Health(), counted, accesses::add, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a long address     | 414 | /search     | GET /search?q={200} HTTP/1.1⏎Host: localhost⏎Accept: text/html,*/*;q=0.8⏎⏎
            a large header     | 431 | /search     | GET /search HTTP/1.1⏎Host: localhost⏎Accept: text/html⏎X: {17000}⏎⏎
            a lone percent     | 400 | /search     | GET /search?q=100% HTTP/1.1⏎Host: localhost⏎Accept: text/html⏎⏎
            the same, absolute | 400 | /search     | GET http://localhost/search?q=% HTTP/1.1⏎Host: localhost⏎Accept: text/html⏎⏎
            a body             | 400 | /search     | GET /search HTTP/1.1⏎Host: localhost⏎Accept: text/html⏎Content-Length: 4⏎⏎1234
            too slow           | 408 | /sea        | GET /sea
            too slow, fields   | 408 | /search     | GET /search HTTP/1.1⏎Host: localhost⏎Accept: text/html⏎
            another version    | 505 | /search     | GET /search HTTP/2.0⏎Host: localhost⏎Accept: text/html⏎⏎
            """)
    void browsersGetAPage(String what, int status, String path, String request) throws IOException {
        String answer = answer(request);
        boolean isPage = request.contains("Accept");
        assertEquals(List.of(status), RawClient.statuses(answer), what + ": " + answer);
        assertTrue(answer.contains("\r\nContent-Type: " + (isPage ? Page.TYPE : "application/problem+json")), answer);
        assertEquals(isPage, answer.endsWith("</html>\n"), answer);
        assertTrue(answer.contains("\r\nContent-Security-Policy: default-src 'none';"), answer);
        assertTrue(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"), answer);
        assertTrue(answer.contains("\r\nReferrer-Policy: strict-origin-when-cross-origin\r\n"), answer);
        assertTrue(answer.contains("\r\nCache-Control: no-store\r\n"), answer);
        assertTrue(answer.contains("\r\nVary: Accept\r\n"), answer);
        assertEquals(List.of(path + " " + status), written());
    }

    @Test
    void programsGetAProblemWhateverTheyTake() throws IOException {
        String answer =
                answer("GET /api/v1/search?q={200} HTTP/1.1⏎Host: localhost⏎Accept: text/html⏎⏎GET / HTTP/1.1⏎⏎");
        assertTrue(answer.contains("\r\nContent-Type: application/problem+json\r\n"), answer);
        assertTrue(answer.endsWith("\"status\":414}"), answer);
    }

    @Test
    void asManyBytesAreSentAsAreSaid() throws IOException {
        for (String accept : List.of("text/html", "*/*")) {
            String answer = answer("GET /search?q=% HTTP/1.1⏎Host: localhost⏎Accept: " + accept + "⏎⏎");
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertTrue(answer.contains("\r\nContent-Length: " + body.length() + "\r\n"), answer);
            assertEquals(body.length(), accesses.getLast().bytes());
        }
        String head = answer("HEAD /search?q=% HTTP/1.1⏎Host: localhost⏎Accept: */*⏎⏎");
        assertTrue(head.endsWith("\r\n\r\n"), head);
        assertTrue(head.contains("\r\nContent-Length: "), head);
        assertEquals(0, accesses.getLast().bytes());
    }

    @ParameterizedTest
    @CsvSource({OURS + ", true", "https://evil.example, false", "null, false", ", false"})
    void pagesOfListedOriginsMayReadWhy(String origin, boolean isAllowed) throws IOException {
        String field = origin == null ? "" : "Origin: " + origin + "⏎";
        String answer = answer("GET /api/v1/search?q={200} HTTP/1.1⏎Host: localhost⏎" + field + "⏎");
        assertTrue(answer.contains("\r\nVary: Origin\r\n"), answer);
        assertEquals(isAllowed, answer.contains("\r\nAccess-Control-Allow-Origin: " + OURS + "\r\n"), answer);
        assertEquals(isAllowed, answer.contains("\r\nAccess-Control-Expose-Headers: Retry-After\r\n"), answer);
        assertEquals(isAllowed, answer.contains("Access-Control-"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET   | /search | q=%zz  | GET /search?q=%zz HTTP/1.1⏎Host: localhost⏎⏎
            GET   | /a\u001bb |      | GET /a\u001bb HTTP/1.1⏎Host: localhost⏎⏎
            -     | -       |        | \u0080\u0003\u0001
            -     | -       |        | get /search HTTP/1.1⏎Host: localhost⏎⏎
            -     | -       |        | GET  /search HTTP/1.1⏎Host: localhost⏎⏎
            POST  | /x      |        | POST /x HTTP/1.1⏎Host: localhost⏎Content-Length: 1⏎Content-Length: 2⏎⏎
            """)
    void eachIsWrittenDown(String method, String path, String query, String request) throws IOException {
        answer(request);
        Access access = accesses.getLast();
        assertEquals(method, access.method());
        assertEquals(path, access.path());
        assertEquals(query == null ? "" : query, access.query());
        assertEquals(400, access.status());
        assertEquals(1, accesses.size());
    }

    @Test
    void eachIsCounted() throws IOException {
        answer("GET /search?q=% HTTP/1.1⏎Host: localhost⏎traceparent: 00-" + TRACE + "-00f067aa0ba902b7-01⏎⏎");
        assertEquals(TRACE, accesses.getLast().traceId());
        answer("nonsense⏎⏎");
        String text = new String(metrics.text(), StandardCharsets.UTF_8);
        assertTrue(text.contains("anchorage_requests_total{route=\"/search\",status=\"4xx\"} 1.0"), text);
        assertTrue(text.contains("anchorage_requests_total{route=\"other\",status=\"4xx\"} 1.0"), text);
        assertTrue(text.contains("anchorage_rejected_requests_total{reason=\"malformed-url\"} 1.0"), text);
        assertTrue(text.contains("anchorage_rejected_requests_total{reason=\"malformed-request\"} 1.0"), text);
    }

    @Test
    void whoFindsNoPlaceIsCountedToo() throws IOException {
        try (WebServer full = start(Map.of("connections", "1"), new Metrics());
                RawClient first = new RawClient(full.address())) {
            first.send("GET /search HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
            try (RawClient second = new RawClient(full.address())) {
                String answer = second.untilClosed();
                assertTrue(answer.contains("\r\nRetry-After: 1\r\n"), answer);
            }
            assertTrue(written().contains("- 503"), written().toString());
        }
    }

    private List<String> written() {
        return accesses.stream()
                .map(access -> access.path() + " " + access.status())
                .toList();
    }

    private String answer(String shape) throws IOException {
        String request =
                shape.replace("⏎", "\r\n").replace("{200}", "x".repeat(200)).replace("{17000}", "x".repeat(17_000));
        try (RawClient client = new RawClient(server.address())) {
            String answer = client.send(request).untilClosed();
            assertTrue(
                    answer.matches("(?s).*\r\nDate: [A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT\r\n.*"));
            assertFalse(answer.contains("Exception"), answer);
            return answer;
        }
    }
}
