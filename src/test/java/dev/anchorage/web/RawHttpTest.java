package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the service answers to bytes that no library would send. In the tables `⏎` is CR LF, `↓` a lone LF.
@Timeout(60)
final class RawHttpTest {
    private static final String ASK = "GET /api/v1/search?q=tide HTTP/1.1\r\nHost: localhost\r\n";
    private static WebServer server;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            both lengths                   | 400 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: 4⏎Transfer-Encoding: chunked⏎⏎0⏎⏎
            both lengths on a GET          | 400 | GET /search HTTP/1.1⏎Host: localhost⏎Content-Length: 4⏎Transfer-Encoding: chunked⏎⏎0⏎⏎
            two lengths                    | 400 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: 4⏎Content-Length: 5⏎⏎12345
            two lengths that agree         | 400 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: 4⏎Content-Length: 4⏎⏎1234
            a list of lengths              | 400 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: 4, 4⏎⏎1234
            a signed length                | 400 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: +4⏎⏎1234
            a negative length              | 400 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: -4⏎⏎1234
            a hexadecimal length           | 400 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: 0x4⏎⏎1234
            a length beyond all numbers    | 413 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: 99999999999999999999999⏎⏎1234
            no length                      | 411 | POST /search HTTP/1.1⏎Host: localhost⏎Transfer-Encoding: chunked⏎⏎0⏎⏎
            an obscure chunked             | 411 | POST /search HTTP/1.1⏎Host: localhost⏎Transfer-Encoding: xchunked⏎⏎0⏎⏎
            a bad chunk                    | 411 | POST /search HTTP/1.1⏎Host: localhost⏎Transfer-Encoding: chunked⏎⏎zz⏎⏎
            chunked in HTTP/1.0            | 400 | POST /search HTTP/1.0⏎Host: localhost⏎Transfer-Encoding: chunked⏎⏎0⏎⏎
            folded field                   | 400 | GET /search HTTP/1.1⏎Host: localhost⏎X-Long: a⏎ b⏎⏎
            first field folded             | 400 | GET /search HTTP/1.1⏎ Host: localhost⏎⏎
            space before the colon         | 400 | GET /search HTTP/1.1⏎Host : localhost⏎⏎
            space in a field's name        | 400 | GET /search HTTP/1.1⏎Host: localhost⏎X Y: 1⏎⏎
            field without colon            | 400 | GET /search HTTP/1.1⏎Host: localhost⏎Nothing⏎⏎
            field without name             | 400 | GET /search HTTP/1.1⏎Host: localhost⏎: nothing⏎⏎
            lone line feeds                | 400 | GET /search HTTP/1.1↓Host: localhost↓↓
            one lone line feed             | 400 | GET /search HTTP/1.1⏎Host: localhost↓X: y⏎⏎
            a lone CR in a value           | 400 | GET /search HTTP/1.1⏎Host: localhost⏎X: a\\rb⏎⏎
            NUL in a value                 | 400 | GET /search HTTP/1.1⏎Host: localhost⏎X: a\\0b⏎⏎
            NUL in the address             | 400 | GET /sea\\0rch HTTP/1.1⏎Host: localhost⏎⏎
            no host                        | 400 | GET /search HTTP/1.1⏎X: y⏎⏎
            two keys                       | 400 | GET /api/v1/status HTTP/1.1⏎Host: localhost⏎Authorization: Bearer a⏎authorization: Bearer b⏎⏎
            two keys that agree            | 400 | POST /api/v1/reindex HTTP/1.1⏎Host: localhost⏎Authorization: Bearer a⏎Authorization: Bearer a⏎⏎
            two hosts                      | 400 | GET /search HTTP/1.1⏎Host: localhost⏎Host: localhost⏎⏎
            another host in the address    | 400 | GET http://evil.example/search HTTP/1.1⏎Host: localhost⏎⏎
            a scheme that is none          | 400 | GET ftp://localhost/search HTTP/1.1⏎Host: localhost⏎⏎
            no leading slash               | 400 | GET search HTTP/1.1⏎Host: localhost⏎⏎
            a fragment                     | 400 | GET /search#top HTTP/1.1⏎Host: localhost⏎⏎
            raw UTF-8 in the address       | 400 | GET /search?q=é HTTP/1.1⏎Host: localhost⏎⏎
            two spaces                     | 400 | GET  /search HTTP/1.1⏎Host: localhost⏎⏎
            a proxy's method               | 400 | CONNECT localhost:80 HTTP/1.1⏎Host: localhost⏎⏎
            a method in small letters      | 400 | get /search HTTP/1.1⏎Host: localhost⏎⏎
            no percent-encoding, path      | 400 | GET /%zz HTTP/1.1⏎Host: localhost⏎⏎
            no percent-encoding            | 400 | GET /search?q=100% HTTP/1.1⏎Host: localhost⏎⏎
            half a percent-encoding        | 400 | GET /search?q=%4 HTTP/1.1⏎Host: localhost⏎⏎
            HTTP/0.9                       | 400 | GET /search⏎⏎
            HTTP/2 at once                 | 400 | PRI * HTTP/2.0⏎⏎SM⏎⏎
            another version                | 505 | GET /search HTTP/2.0⏎Host: localhost⏎⏎
            TLS                            | 400 | \\x16\\x03\\x01
            an empty line first            | 400 | ⏎GET /search HTTP/1.1⏎Host: localhost⏎⏎
            a lone line feed first         | 400 | ↓GET /search HTTP/1.1⏎Host: localhost⏎⏎
            a body on a GET                | 400 | GET /search HTTP/1.1⏎Host: localhost⏎Content-Length: 4⏎⏎1234
            a chunked body on a GET        | 400 | GET /search HTTP/1.1⏎Host: localhost⏎Transfer-Encoding: chunked⏎⏎0⏎⏎
            a body on a DELETE             | 400 | DELETE /search HTTP/1.1⏎Host: localhost⏎Content-Length: 4⏎⏎1234
            a large body                   | 413 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: 1048577⏎⏎
            another expectation            | 417 | GET /search HTTP/1.1⏎Host: localhost⏎Expect: the-unexpected⏎⏎
            """)
    void whatCouldBeReadInTwoWaysIsRefusedOnceAndTheConnectionCloses(String what, int status, String request)
            throws IOException {
        String hidden = "GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String answers = exchange(bytes(request) + hidden);
        assertEquals(List.of(status), RawClient.statuses(answers), what + ": " + answers);
        assertTrue(answers.contains("\r\nConnection: close\r\n"), answers);
        assertTrue(answers.contains("\r\nContent-Type: application/problem+json\r\n"), answers);
        assertTrue(answers.contains("\r\nX-Content-Type-Options: nosniff\r\n"), answers);
        assertTrue(answers.endsWith("\"status\":" + status + "}"), answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an address with its host       | 200 | GET http://localhost/search HTTP/1.1⏎Host: localhost⏎
            a range                        | 200 | GET /search?q=tide HTTP/1.1⏎Host: localhost⏎Range: bytes=0-3⏎
            a promise to continue          | 200 | GET /search?q=tide HTTP/1.1⏎Host: localhost⏎Expect: 100-continue⏎
            HTTP/2 in clear                | 200 | GET /search HTTP/1.1⏎Host: localhost⏎Upgrade: h2c⏎HTTP2-Settings: AAMAAABkAAQAAP__⏎
            a web socket                   | 200 | GET /search HTTP/1.1⏎Host: localhost⏎Upgrade: websocket⏎Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==⏎
            an empty body                  | 200 | GET /search HTTP/1.1⏎Host: localhost⏎Content-Length: 0⏎
            HTTP/1.0 without host          | 200 | GET /search HTTP/1.0⏎
            no methods but GET and HEAD    | 405 | POST /search HTTP/1.1⏎Host: localhost⏎Content-Length: 4⏎
            TRACE                          | 405 | TRACE /search HTTP/1.1⏎Host: localhost⏎
            a method nobody knows          | 405 | BREW /search HTTP/1.1⏎Host: localhost⏎
            OPTIONS                        | 204 | OPTIONS /search HTTP/1.1⏎Host: localhost⏎
            OPTIONS of the service         | 204 | OPTIONS * HTTP/1.1⏎Host: localhost⏎
            another name                   | 421 | GET /search HTTP/1.1⏎Host: evil.example⏎
            another name and port          | 421 | GET /search HTTP/1.1⏎Host: evil.example:8080⏎
            the address                    | 200 | GET /search HTTP/1.1⏎Host: 127.0.0.1:8080⏎
            the loopback of IPv6           | 200 | GET /search HTTP/1.1⏎Host: [::1]:8080⏎
            nothing there                  | 404 | GET /nothing HTTP/1.1⏎Host: localhost⏎
            dots                           | 404 | GET /../../etc/passwd HTTP/1.1⏎Host: localhost⏎
            encoded dots                   | 404 | GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1⏎Host: localhost⏎
            encoded NUL in the path        | 404 | GET /search%00 HTTP/1.1⏎Host: localhost⏎
            an encoded letter in the path  | 200 | GET /%73earch HTTP/1.1⏎Host: localhost⏎
            no UTF-8, path                 | 400 | GET /%ff HTTP/1.1⏎Host: localhost⏎
            no UTF-8                       | 400 | GET /search?q=%ff%fe HTTP/1.1⏎Host: localhost⏎
            overlong UTF-8                 | 400 | GET /search?q=%c0%af HTTP/1.1⏎Host: localhost⏎
            half a surrogate pair          | 400 | GET /search?q=%ed%a0%80 HTTP/1.1⏎Host: localhost⏎
            NUL in the query               | 200 | GET /search?q=a%00b HTTP/1.1⏎Host: localhost⏎
            control characters             | 200 | GET /search?q=%01%02%1b%7f HTTP/1.1⏎Host: localhost⏎
            one name twice                 | 200 | GET /api/v1/search?q=tide&q=ebb&limit=1&limit=x HTTP/1.1⏎Host: localhost⏎
            arrays                         | 200 | GET /api/v1/search?tag[]=a&tag%5B%5D=b HTTP/1.1⏎Host: localhost⏎
            a number that is none          | 400 | GET /api/v1/search?limit=1e9 HTTP/1.1⏎Host: localhost⏎
            a number below all             | 400 | GET /api/v1/search?limit=-1 HTTP/1.1⏎Host: localhost⏎
            far too many                   | 200 | GET /api/v1/search?limit=1000000000 HTTP/1.1⏎Host: localhost⏎
            deep                           | 200 | GET /api/v1/search?offset=99999999 HTTP/1.1⏎Host: localhost⏎
            a date that is none            | 400 | GET /api/v1/search?after=2024-02-31 HTTP/1.1⏎Host: localhost⏎
            a year that is none            | 400 | GET /api/v1/search?year=abc HTTP/1.1⏎Host: localhost⏎
            one year of two that is none   | 400 | GET /search.atom?year=2024&year=24 HTTP/1.1⏎Host: localhost⏎
            a year                         | 200 | GET /api/v1/search?year=+2024&year= HTTP/1.1⏎Host: localhost⏎
            an order that is none          | 400 | GET /api/v1/search?sort=best HTTP/1.1⏎Host: localhost⏎
            facets that are none           | 400 | GET /api/v1/search?facets=tag+tags HTTP/1.1⏎Host: localhost⏎
            no facets                      | 200 | GET /api/v1/search?facets=+ HTTP/1.1⏎Host: localhost⏎
            some facets                    | 200 | GET /api/v1/search?facets=+tag++year HTTP/1.1⏎Host: localhost⏎
            too few sections               | 400 | GET /api/v1/search?sections=0 HTTP/1.1⏎Host: localhost⏎
            too many sections              | 400 | GET /api/v1/search?sections=10 HTTP/1.1⏎Host: localhost⏎
            neither yes nor no             | 400 | GET /api/v1/search?summary=maybe HTTP/1.1⏎Host: localhost⏎
            neither yes nor no, page       | 400 | GET /search?summary=maybe HTTP/1.1⏎Host: localhost⏎
            neither yes nor no, typing     | 400 | GET /api/v1/search?typing=maybe HTTP/1.1⏎Host: localhost⏎
            a form that is none            | 400 | GET /api/v1/suggest?q=t&format=xml HTTP/1.1⏎Host: localhost⏎
            a form                         | 200 | GET /api/v1/suggest?q=t&format=opensearch HTTP/1.1⏎Host: localhost⏎
            of two forms the first         | 200 | GET /api/v1/suggest?q=t&format=opensearch&format=xml HTTP/1.1⏎Host: localhost⏎
            bad syntax in the query        | 200 | GET /api/v1/search?q=year:abc+before:foo+%22+(+* HTTP/1.1⏎Host: localhost⏎
            nameless parameters            | 200 | GET /api/v1/search?&&=&=x&q HTTP/1.1⏎Host: localhost⏎
            """)
    void strangeButWellFormedIsAnswered(String what, int status, String request) throws IOException {
        String answers = exchange(bytes(request) + "Connection: close\r\n\r\n");
        assertEquals(List.of(status), RawClient.statuses(answers), what + ": " + answers);
        assertTrue(answers.contains("X-Content-Type-Options: nosniff"), answers);
        assertFalse(answers.contains("Exception"), answers);
    }

    @ParameterizedTest
    @CsvSource({
        "8192, 200",
        "8193, 414",
        "20000, 414",
        "200000, 414",
    })
    void addressesHaveALargestSize(int bytes, int status) throws IOException {
        String request =
                "GET /search?x=" + "a".repeat(bytes - 10) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertEquals(List.of(status), RawClient.statuses(exchange(request)));
    }

    @ParameterizedTest
    @CsvSource({
        "15000, 200",
        "16384, 431",
        "300000, 431",
    })
    void headersHaveALargestSize(int bytes, int status) throws IOException {
        String request = ASK + "Cookie: " + "a".repeat(bytes) + "\r\nConnection: close\r\n\r\n";
        assertEquals(List.of(status), RawClient.statuses(exchange(request)));
    }

    @ParameterizedTest
    @CsvSource({"64, 200", "65, 431"})
    void headersHaveALargestNumberOfFields(int fields, int status) throws IOException {
        String request = ASK + "X: y\r\n".repeat(fields - 2) + "Connection: close\r\n\r\n";
        assertEquals(List.of(status), RawClient.statuses(exchange(request)));
    }

    @ParameterizedTest
    @CsvSource({"32, 200", "33, 400", "4000, 400"})
    void addressesHaveALargestNumberOfParameters(int parameters, int status) throws IOException {
        String request = "GET /api/v1/search?" + "&a".repeat(parameters)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertEquals(List.of(status), RawClient.statuses(exchange(request)));
    }

    @Test
    void ofSeveralValuesWhereOneIsTakenTheFirstCounts() throws IOException {
        String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String several = exchange("GET /api/v1/search?q=tide&q[]=ebb&summary=false&summary=maybe" + rest);
        assertTrue(several.contains("\"query\":\"tide\""), several);
        String array = exchange("GET /api/v1/search?q[]=ebb" + rest);
        assertTrue(array.contains("\"query\":\"ebb\""), array);
    }

    @Test
    void methodsThatAreAllowedAreSaid() throws IOException {
        String post = exchange("POST /search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(post.contains("\r\nAllow: GET, HEAD, OPTIONS\r\n"), post);
    }

    @Test
    void headSaysWhatGetWould() throws IOException {
        for (String path : List.of(
                "/search?q=tide",
                "/api/v1/search?q=tide",
                "/search.atom?q=tide",
                "/anchorage.css",
                "/api/v1/suggest?q=t")) {
            String rest = " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            String get = exchange("GET" + rest);
            String head = exchange("HEAD" + rest);
            assertEquals(withoutTime(get.substring(0, get.indexOf("\r\n\r\n") + 4)), withoutTime(head));
        }
    }

    @Test
    void requestsInARowAreAnsweredInTheirOrder() throws IOException {
        String answers = exchange(ASK + "\r\nGET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n" + ASK
                + "\r\nPOST /search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertEquals(List.of(200, 404, 200, 405), RawClient.statuses(answers));
    }

    @Test
    void aBadRequestBehindGoodOnesIsRefusedAfterTheirAnswers() throws IOException {
        String answers = exchange(ASK + "\r\n" + ASK + "\r\n" + ASK + "X : y\r\n\r\n" + ASK + "\r\n");
        assertEquals(List.of(200, 200, 400), RawClient.statuses(answers));
        assertTrue(answers.endsWith("\"status\":400}"), answers);
    }

    @Test
    void aRequestMayComeByteByByte() throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            for (char next : (ASK + "\r\n" + ASK + "Connection: close\r\n\r\n").toCharArray()) {
                client.send(Character.toString(next));
            }
            assertEquals(List.of(200, 200), RawClient.statuses(client.untilClosed()));
        }
    }

    /// Many times, since there may be no room for the last answer before its client has read others.
    @RepeatedTest(100)
    void whatWaitsOnAConnectionIsBounded() throws IOException {
        List<Integer> statuses = RawClient.statuses(exchange((ASK + "\r\n").repeat(2_000)));
        assertEquals(429, statuses.getLast());
        assertTrue(statuses.size() < 200, statuses.size() + " answers");
    }

    @Test
    void aConnectionServesManyRequestsOneAfterTheOther() throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            for (int i = 0; i < 500; i++) {
                assertTrue(client.send(ASK + "\r\n").answer().startsWith("HTTP/1.1 200 OK\r\n"));
            }
        }
    }

    @Test
    void aBodyEndsTheConnectionSoThatNothingHidesInIt() throws IOException {
        String hidden = ASK + "\r\n";
        String answers = exchange("POST /search HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + hidden.length()
                + "\r\n\r\n" + hidden + hidden);
        assertEquals(List.of(405), RawClient.statuses(answers));
    }

    /// The third comes when the others have their places: connections are taken by several threads, in no sure order.
    @Test
    void connectionsAreBounded() throws Exception {
        try (WebServer other =
                SampleServer.start(SampleServer.OPTIONS.with(HttpLimits.of(Map.of("connections", "2"))))) {
            try (RawClient first = new RawClient(other.address());
                    RawClient second = new RawClient(other.address())) {
                assertTrue(first.send(ASK + "\r\n").answer().startsWith("HTTP/1.1 200"));
                assertTrue(second.send(ASK + "\r\n").answer().startsWith("HTTP/1.1 200"));
                for (int i = 0; i < 3; i++) {
                    assertRefused(other);
                }
            }
            assertTrue(eventuallyAnswers(other), "places are free again");
        }
    }

    private static void assertRefused(WebServer full) throws IOException {
        try (RawClient third = new RawClient(full.address())) {
            String refused = third.untilClosed();
            assertEquals(List.of(503), RawClient.statuses(refused));
            assertTrue(refused.contains("\r\nRetry-After: 1\r\n"), refused);
        }
    }

    @Test
    void searchesInFlightAreBounded() throws Exception {
        Held held = new Held();
        WebOptions options = SampleServer.OPTIONS.with(HttpLimits.of(Map.of("requests", "2")));
        try (WebServer other = SampleServer.start(options, held);
                RawClient first = asked(other, "GET /api/v1/search?q=1 HTTP/1.1\r\nHost: localhost\r\n");
                RawClient second = asked(other, "GET /api/v1/search?q=2 HTTP/1.1\r\nHost: localhost\r\n")) {
            while (held.asked.get() < 2) {
                Thread.sleep(1);
            }
            try (RawClient third = new RawClient(other.address())) {
                String refused = third.send(ASK + "\r\n").answer();
                assertTrue(refused.startsWith("HTTP/1.1 503"), refused);
                assertTrue(refused.contains("Retry-After: 1"), refused);
            }
            held.letGo();
            assertTrue(first.answer().startsWith("HTTP/1.1 200"));
            assertTrue(second.answer().startsWith("HTTP/1.1 200"));
            assertTrue(eventuallyAnswers(other), "places are free again");
        }
    }

    @Test
    void aClientThatAsksTooFastIsToldWhenToComeBack() throws IOException {
        Map<String, String> slow = Map.of("requests-per-second", "1", "burst", "3");
        try (WebServer other = SampleServer.start(SampleServer.OPTIONS.with(HttpLimits.of(slow)));
                RawClient client = new RawClient(other.address())) {
            for (int i = 0; i < 3; i++) {
                assertTrue(client.send(ASK + "\r\n").answer().startsWith("HTTP/1.1 200"));
            }
            String refused = untilRefused(client, "X-Forwarded-For: 192.0.2.1\r\n");
            assertTrue(refused.contains("\r\nRetry-After: 1\r\n"), refused);
        }
    }

    /// Asks until it was too fast, which on a slow machine takes some more requests.
    private static String untilRefused(RawClient client, String field) throws IOException {
        for (int i = 0; i < 1_000; i++) {
            String answer = client.send(ASK + field + "\r\n").answer();
            if (answer.startsWith("HTTP/1.1 429")) {
                return answer;
            }
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        }
        return fail("nothing is too fast");
    }

    @Test
    void behindATrustedProxyEachReaderHasHisOwnRate() throws IOException {
        WebOptions options = SampleServer.OPTIONS
                .with(HttpLimits.of(Map.of("requests-per-second", "1", "burst", "1")))
                .with(new WebOptions.Access(List.of(), List.of(AddressBlock.parse("127.0.0.0/8"))));
        try (WebServer other = SampleServer.start(options)) {
            try (RawClient client = new RawClient(other.address())) {
                untilRefused(client, "X-Forwarded-For: 192.0.2.1\r\n");
            }
            for (String another : List.of("192.0.2.1, 192.0.2.2, 127.0.0.7", "2001:db8::1", "2001:db8:0:1::2")) {
                try (RawClient client = new RawClient(other.address())) {
                    String answer = client.send(ASK + "X-Forwarded-For: " + another + "\r\n\r\n")
                            .answer();
                    assertTrue(answer.startsWith("HTTP/1.1 200"), another + ": " + answer);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, '198.51.100.{n}, 192.0.2.1'", "2001:db8::1, 2001:db8::1:{n}"})
    void whoPretendsToBeAnotherReaderHasTheSameRate(String reader, String pretended) throws IOException {
        WebOptions options = SampleServer.OPTIONS
                .with(HttpLimits.of(Map.of("requests-per-second", "1", "burst", "1")))
                .with(new WebOptions.Access(List.of(), List.of(AddressBlock.parse("127.0.0.0/8"))));
        try (WebServer other = SampleServer.start(options);
                RawClient client = new RawClient(other.address())) {
            client.send(ASK + "X-Forwarded-For: " + reader + "\r\n\r\n").answer();
            boolean isRefused = false;
            // On a slow machine a second may pass in between; another one would be answered every time.
            for (int i = 1; i < 200 && !isRefused; i++) {
                String field = "X-Forwarded-For: " + pretended.replace("{n}", Integer.toString(i)) + "\r\n";
                isRefused = client.send(ASK + field + "\r\n").answer().startsWith("HTTP/1.1 429");
            }
            assertTrue(isRefused, pretended);
        }
    }

    private static boolean eventuallyAnswers(WebServer other) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            try (RawClient client = new RawClient(other.address())) {
                if (client.send(ASK + "\r\n").answer().startsWith("HTTP/1.1 200")) {
                    return true;
                }
            }
            Thread.sleep(10);
        }
        return false;
    }

    private static RawClient asked(WebServer other, String request) {
        try {
            RawClient client = new RawClient(other.address());
            return client.send(request + "\r\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String exchange(String request) throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            return client.send(request).untilClosed();
        }
    }

    private static String bytes(String table) {
        return table.replace("⏎", "\r\n")
                .replace("↓", "\n")
                .replace("\\r", "\r")
                .replace("\\0", "\0")
                .replace("\\x16", "\u0016")
                .replace("\\x03", "\u0003")
                .replace("\\x01", "\u0001");
    }

    private static String withoutTime(String head) {
        return head.replaceAll("(Server-Timing|Date): [^\r]*\r\n", "");
    }
}
