package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each byte there is, anywhere in a request: the answer is one of ours, careful and with a reason. Undertow answered
/// some of them with a bare 400 (issue 7).
@Timeout(120)
final class EveryByteTest {
    private static WebServer server;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// `@` stands for the byte.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the method      | GE@T /search HTTP/1.1⏎Host: localhost
            a path          | GET /sea@rch HTTP/1.1⏎Host: localhost
            a path's end    | GET /search@ HTTP/1.1⏎Host: localhost
            a query         | GET /api/v1/search?q=a@b HTTP/1.1⏎Host: localhost
            a parameter     | GET /search?a@b=c HTTP/1.1⏎Host: localhost
            a whole address | GET http://localhost@/search HTTP/1.1⏎Host: localhost
            the version     | GET /search HTTP/1.@⏎Host: localhost
            the host        | GET /search HTTP/1.1⏎Host: local@host
            its end         | GET /search HTTP/1.1⏎Host: localhost@
            its port        | GET /search HTTP/1.1⏎Host: localhost:80@80
            an address      | GET /search HTTP/1.1⏎Host: [::@1]:80
            a field's name  | GET /search HTTP/1.1⏎Host: localhost⏎X@Y: z
            a field's value | GET /search HTTP/1.1⏎Host: localhost⏎X: y@z
            a tag           | GET /search HTTP/1.1⏎Host: localhost⏎If-None-Match: "@
            an address      | GET /search HTTP/1.1⏎Host: localhost⏎X-Forwarded-For: 192.0.2.1@
            """)
    void isAnsweredWithCareAndAReason(String where, String request) throws IOException {
        for (char each = 0; each < 256; each++) {
            String sent = request.replace('@', each).replace("⏎", "\r\n") + "\r\nConnection: close\r\n\r\n";
            String answer = answer(sent);
            String what = where + ", byte " + (int) each + ": " + answer;
            assertEquals(1, RawClient.statuses(answer).size(), what);
            assertTrue(answer.contains("X-Content-Type-Options: nosniff"), what);
            int status = RawClient.statuses(answer).getFirst();
            assertTrue(status < 500 || (status == 505 && where.equals("the version")), what);
            assertTrue(status < 400 || answer.contains("\"type\":\"" + ProblemHandler.TYPES), what);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "[::], 421",
        "[::1], 200",
        "[::1]:, 400",
        "[::1]:0, 400",
        "[::1]:65535, 200",
        "[::1]:65536, 400",
        "[0:0:0:0:0:0:0:1], 421",
        "[2001:DB8::1]:80, 421",
        "[1::], 421",
        "[::2:3], 421",
        "[1:2:3:4:5:6:7:8], 421",
        "[1:2:3:4:5:6:7::], 421",
        "[1:2:3:4:5:6:7:8:9], 400",
        "[::1:2:3:4:5:6:7:8], 400",
        "[1:::2], 400",
        "[12345::], 400",
        "[::ffff:192.0.2.1], 400",
        "[fe80::1%25lo], 400",
        "[v1.x], 400",
        "[], 400",
        "[::1, 400",
        "::1, 400",
        "localhost:, 400",
        "localhost:x, 400",
        "localhost:65536, 400",
        "localhost:00080, 200",
        "localhost:1:2, 400",
        "user@localhost, 400",
        "my_blog, 421",
        "LOCALHOST:80, 200",
    })
    void aHostIsANameOrAnAddress(String host, int status) throws IOException {
        String answer = answer("GET /search HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertEquals(List.of(status), RawClient.statuses(answer), answer);
        assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
    }

    /// As browsers send them when they stand in an address as they are.
    @ParameterizedTest
    @CsvSource({"{", "}", "|", "^", "`", "\\", "<", ">"})
    void aQueryMayHaveMarksThatBrowsersDoNotEncode(String mark) throws IOException {
        String answer = answer("GET /search?q=a" + mark + "b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertEquals(List.of(200), RawClient.statuses(answer));
    }

    private static String answer(String request) throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            return client.send(request).untilClosed();
        }
    }
}
