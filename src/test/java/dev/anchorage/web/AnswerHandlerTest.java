package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers that were given before are given again, until the index changes.
final class AnswerHandlerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final Held answers = new Held();
    private WebServer server;

    @BeforeEach
    void start() {
        answers.letGo();
        server = SampleServer.start(SampleServer.OPTIONS, answers);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/search?q=tide&tag=a | /api/v1/search?tag=a&q=tide
            /api/v1/search?q=tide       | /api/v1/search?q=%74ide&utm_source=mail
            /api/v1/search?q=tide       | /api/v1/search?q=tide&limit=10&offset=0&typing=false&tag=
            /api/v1/search?limit=100    | /api/v1/search?limit=5000
            /api/v1/search?tag=a&tag=a  | /api/v1/search?tag[]=a
            /search?q=tide              | /search?q=tide&page=7
            """)
    void whatMeansTheSameIsSearchedOnce(String one, String other) throws Exception {
        HttpResponse<byte[]> first = get(one);
        HttpResponse<byte[]> second = get(other);
        assertEquals(1, answers.asked.get());
        assertEquals(header(first, "ETag"), header(second, "ETag"));
        assertEquals(
                new String(first.body(), StandardCharsets.UTF_8), new String(second.body(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/search?q=tide       | /api/v1/search?q=tides
            /api/v1/search?q=tide       | /search.atom?q=tide
            /api/v1/search?q=a%26tag%3Db | /api/v1/search?q=a&tag=b
            /search.atom?q=tide         | /feed.atom?q=tide
            /api/v1/search?q=tide       | /api/v1/search?q=tide&sections=1
            /api/v1/suggest             | /api/v1/suggest?format=opensearch
            """)
    void whatDiffersIsSearchedAnew(String one, String other) throws Exception {
        assertNotEquals(header(get(one), "ETag"), header(get(other), "ETag"));
        assertEquals(2, answers.asked.get());
    }

    @Test
    void aNewVersionOfTheIndexIsSearchedAnew() throws Exception {
        HttpResponse<byte[]> before = get("/api/v1/search?q=tide");
        answers.version = "2";
        HttpResponse<byte[]> after = get("/api/v1/search?q=tide", "If-None-Match", header(before, "ETag"));
        assertEquals(200, after.statusCode());
        assertNotEquals(header(before, "ETag"), header(after, "ETag"));
        assertEquals(2, answers.asked.get());
    }

    @Test
    void whoHasTheAnswerIsToldSoWithoutASearch() throws Exception {
        String tag = header(get("/api/v1/search?q=tide"), "ETag");
        stop();
        start();
        HttpResponse<byte[]> again = get("/api/v1/search?q=tide", "If-None-Match", "\"other\", " + tag);
        assertEquals(304, again.statusCode());
        assertEquals(1, answers.asked.get());
        assertEquals(tag, header(again, "ETag"));
        assertTrue(header(again, "Cache-Control").contains("max-age=30, stale-while-revalidate=60"));
    }

    /// RFC 9110, section 13.1.2; they got the answer (issue 7).
    @Test
    void whoHasAnyAnswerIsToldSo() throws Exception {
        for (String path : List.of("/api/v1/search?q=tide", "/search?q=tide", "/anchorage.css")) {
            assertEquals(304, get(path, "If-None-Match", "*").statusCode(), path);
        }
    }

    /// Which the owner could not see (issue 7).
    @Test
    void howTheCacheDoesIsShown() throws Exception {
        Backstage backstage = Backstage.empty();
        stop();
        server = SampleServer.start(SampleServer.OPTIONS, answers, backstage);
        for (int i = 0; i < 3; i++) {
            get("/api/v1/search?q=tide");
        }
        String metrics = new String(backstage.metrics().text(), StandardCharsets.UTF_8);
        assertTrue(metrics.contains("\nanchorage_cache_hits_total 2.0\n"), metrics);
        assertTrue(metrics.contains("\nanchorage_cache_misses_total 1.0\n"), metrics);
        assertTrue(metrics.contains("\nanchorage_cache_answers 1.0\n"), metrics);
        assertFalse(metrics.contains("\nanchorage_cache_bytes 0.0\n"), metrics);
    }

    @Test
    void answersComeCompressedToWhoTakesThat() throws Exception {
        byte[] plain = get("/api/v1/search?q=tide").body();
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> gzipped = get("/api/v1/search?q=tide", "Accept-Encoding", "br, gzip;q=0.5");
            assertEquals("gzip", header(gzipped, "Content-Encoding"));
            assertTrue(gzipped.body().length < plain.length / 3);
            byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(gzipped.body())).readAllBytes();
            assertEquals(new String(plain, StandardCharsets.UTF_8), new String(unpacked, StandardCharsets.UTF_8));
            assertTrue(gzipped.headers().allValues("Vary").contains("Accept-Encoding"));
        }
        assertEquals("", header(get("/api/v1/search?q=tide", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"));
        assertEquals("", header(get("/api/v1/suggest?q=nothing", "Accept-Encoding", "gzip"), "Content-Encoding"));
    }

    @Test
    void otherOriginsGetTheirHeadersFromTheCacheToo() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> answer = get("/api/v1/search?q=tide", "Origin", "https://blog.example");
            assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
            assertFalse(answer.headers().map().containsKey("access-control-allow-credentials"));
        }
    }

    @Test
    void theCacheHoldsNoMoreThanItMay() {
        AnswerCache cache = new AnswerCache(10_000);
        for (int i = 0; i < 1_000; i++) {
            Body askedForTwice = Body.of(new byte[300], false);
            cache.put("key" + i, askedForTwice);
            cache.put("key" + i, askedForTwice);
            cache.get("key0");
        }
        cache.put("large", Body.of(new byte[9_000], false));
        AnswerCache.Counts counts = cache.counts();
        assertTrue(counts.bytes() <= 10_000 && counts.bytes() > 8_000, counts.toString());
        assertNull(cache.get("key1"));
        assertNull(cache.get("large"));
        assertTrue(cache.get("key0") != null, "what is asked for stays");
    }

    @Test
    void theSameKeyTwiceIsCountedOnce() {
        AnswerCache cache = new AnswerCache(10_000);
        for (int i = 0; i < 100; i++) {
            cache.put("key", Body.of(new byte[300], false));
        }
        assertEquals(
                List.of(1, 506L),
                List.of(cache.counts().answers(), cache.counts().bytes()));
    }

    private HttpResponse<byte[]> get(String address, String... headers) throws Exception {
        URI base = SampleServer.address(server);
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
