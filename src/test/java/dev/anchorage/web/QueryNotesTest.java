package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.querylog.QueryLog;
import dev.anchorage.querylog.QueryLogOptions;
import dev.anchorage.querylog.QueryReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a service with a query log takes note of.
@Timeout(60)
final class QueryNotesTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> complaints = new ArrayList<>();
    private Path folder = Path.of("unset");
    private QueryLog log;
    private WebServer server;

    @BeforeEach
    void serve(@TempDir Path parent) {
        folder = parent.resolve("queries");
        log = new QueryLog(new QueryLogOptions(folder, 2, 90), complaints::add);
        Backstage backstage = new Backstage(Owner.NOBODY, new Health(), new Metrics(), null, new QueryWatch(log, () -> {
            throw new IOException("nobody reports here");
        }));
        WebOptions behindAProxy =
                SampleServer.OPTIONS.with(new WebOptions.Access(List.of(), List.of(AddressBlock.parse("127.0.0.1"))));
        server = SampleServer.start(behindAProxy, new SampleAnswers(), backstage);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void searchesOfDifferentReadersAreCountedWhetherTheyAreSearchedForCachedOrUnchanged() throws Exception {
        HttpResponse<String> first = ask("203.0.113.1", "GET", "/api/v1/search?q=harbour");
        ask("203.0.113.2", "GET", "/api/v1/search?q=Harbour");
        ask("203.0.113.3", "GET", "/search?q=harbour");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                ask("2001:db8::1", "GET", "/api/v1/search?q=harbour", "If-None-Match", tag)
                        .statusCode());
        ask("2001:db8::2", "GET", "/api/v1/search?q=harbour"); // the same network, at once: nothing new
        assertTrue(written().contains("\"query\":\"harbour\",\"asked\":4,"), written());
        assertFalse(written().contains("203"), written());
        assertFalse(written().contains("2001"), written());
    }

    @Test
    void aReaderAloneLaterPagesSuggestionsAndFeedsAreNot() throws Exception {
        for (String reader : List.of("2001:db8::1", "2001:db8::2")) {
            ask(reader, "GET", "/api/v1/search?q=one+network");
        }
        for (String reader : List.of("203.0.113.1", "203.0.113.2")) {
            ask(reader, "GET", "/api/v1/search?q=harbour&offset=10");
            ask(reader, "GET", "/api/v1/suggest?q=harbour");
            ask(reader, "GET", "/search.atom?q=harbour");
            ask(reader, "GET", "/api/v1/search?q=harbour&after=never");
            ask(reader, "GET", "/");
        }
        log.close();
        assertFalse(Files.exists(folder));
    }

    @Test
    void whatNarrowedAQuerySaysNothingOfWhatItFinds() throws Exception {
        for (String reader : List.of("203.0.113.1", "203.0.113.2")) {
            ask(reader, "GET", "/api/v1/search?q=harbour&tag=none");
        }
        assertTrue(written().startsWith("{\"query\":\"harbour\",\"asked\":2,\"slowestMillis\""), written());
    }

    @Test
    void ranksOfChosenHitsAreCounted() throws Exception {
        for (String reader : List.of("203.0.113.1", "203.0.113.2")) {
            ask(reader, "GET", "/api/v1/search?q=harbour");
            HttpResponse<String> answer = ask(reader, "POST", "/api/v1/chosen?q=harbour&rank=3");
            assertEquals(204, answer.statusCode());
        }
        for (String wrong : List.of("", "0x1", "-1", "1.5", "9999", "%D9%A1")) {
            assertEquals(
                    400,
                    ask("203.0.113.1", "POST", "/api/v1/chosen?q=harbour&rank=" + wrong)
                            .statusCode());
        }
        assertEquals(
                405,
                ask("203.0.113.1", "GET", "/api/v1/chosen?q=harbour&rank=1").statusCode());
        assertTrue(written().contains("\"chosen\":{\"3\":2}"), written());
    }

    @Test
    void onlyAServiceThatCountsTellsTheSearchBoxToTell() throws Exception {
        assertTrue(ask("203.0.113.1", "GET", "/anchorage-search.js").body().contains("sendBeacon"));
        try (WebServer other = SampleServer.start()) {
            URI address = SampleServer.address(other);
            assertFalse(
                    ask(address, "::1", "GET", "/anchorage-search.js").body().contains("sendBeacon"));
            assertEquals(
                    404,
                    ask(address, "::1", "POST", "/api/v1/chosen?q=harbour&rank=1")
                            .statusCode());
        }
    }

    @Test
    void aReportIsForNamesOfThisMachineOnlyAndEscapesWhatReadersAsked(@TempDir Path empty) throws Exception {
        log.asked(new byte[] {1}, "<script>alert(1)</script>", null, 150);
        log.asked(new byte[] {2}, "<script>alert(1)</script>", null, 0);
        log.close();
        Backstage backstage = new Backstage(
                Owner.NOBODY, new Health(), new Metrics(), null, new QueryWatch(log, () -> report(empty)));
        try (AdminServer admin = new AdminServer("127.0.0.1", 0, backstage);
                RawClient elsewhere = new RawClient(admin.address())) {
            URI address = URI.create("http://127.0.0.1:" + admin.address().getPort());
            String page = ask(address, "::1", "GET", "/report").body();
            assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
            assertFalse(page.contains("<script>"), page);
            assertTrue(ask(address, "::1", "GET", "/report.json").body().contains("\"slowestMillis\":150"));
            assertEquals(200, ask(address, "::1", "GET", "/report.css").statusCode());
            assertTrue(elsewhere
                    .send("GET /report HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n")
                    .untilClosed()
                    .startsWith("HTTP/1.1 421"));
        }
    }

    private QueryReport report(Path empty) throws IOException {
        dev.anchorage.TestBlog blog = new dev.anchorage.TestBlog(empty).write("a.md", "# Oban\n\nGulls.\n");
        blog.update();
        try (var searcher = new dev.anchorage.search.SectionSearcher(blog.index())) {
            return QueryReport.of(folder, 30, 20, searcher);
        }
    }

    private String written() throws IOException {
        log.close();
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private HttpResponse<String> ask(String reader, String method, String path, String... headers) throws Exception {
        return ask(SampleServer.address(server), reader, method, path, headers);
    }

    private HttpResponse<String> ask(URI address, String reader, String method, String path, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("X-Forwarded-For", reader);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
