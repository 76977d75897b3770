package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {"anchorage-search.js", "anchorage-page.js", "anchorage.css", "anchorage.svg", "strings/ja.json"})
    void everyoneMayFetchAnAssetAndKeepIt(String name) throws Exception {
        try (WebServer server = SampleServer.start()) {
            URI address = SampleServer.address(server).resolve("/" + name);
            HttpResponse<String> first = get(address, "Origin", "https://anyone.example");
            assertEquals(200, first.statusCode());
            assertEquals("*", header(first, "Access-Control-Allow-Origin"));
            assertTrue(header(first, "Cache-Control").startsWith("public, max-age=3600"));
            assertEquals(
                    304, get(address, "If-None-Match", header(first, "ETag")).statusCode());
        }
    }

    @Test
    void answersAreForListedOriginsOnly() throws Exception {
        WebOptions options = new WebOptions("127.0.0.1", 0, null, List.of("https://blog.example"), "Blog", null);
        try (WebServer server = SampleServer.start(options)) {
            URI search = SampleServer.address(server).resolve("/api/v1/search?q=tide");
            HttpResponse<String> listed = get(search, "Origin", "https://blog.example");
            assertEquals("https://blog.example", header(listed, "Access-Control-Allow-Origin"));
            assertTrue(listed.headers().allValues("Vary").contains("Origin"));
            assertEquals("", header(get(search, "Origin", "https://other.example"), "Access-Control-Allow-Origin"));
        }
    }

    @Test
    void ownerCanReplaceTheStyleSheet(@TempDir Path folder) throws Exception {
        Path own = Files.writeString(folder.resolve("own.css"), "body { color: teal }");
        WebOptions options = new WebOptions("127.0.0.1", 0, null, List.of(), "Blog", own);
        try (WebServer server = SampleServer.start(options)) {
            URI css = SampleServer.address(server).resolve("/anchorage.css");
            assertEquals("body { color: teal }", get(css, "Accept", "*/*").body());
        }
    }

    @Test
    void searchBoxAsksForNoMoreThanItShows() throws Exception {
        try (WebServer server = SampleServer.start()) {
            URI base = SampleServer.address(server);
            String full =
                    get(base.resolve("/api/v1/search?q=tide"), "Accept", "*/*").body();
            String small = get(base.resolve("/api/v1/search?q=tide&facets=year&sections=1"), "Accept", "*/*")
                    .body();
            assertTrue(full.contains("\"tag\":[{") && full.contains("#at-the-quay-3"));
            assertFalse(small.contains("\"tag\":[{") || small.contains("#at-the-quay-2"));
            assertTrue(small.contains("\"year\":[{") && small.contains("\"moreSections\":2"), small);
        }
    }

    @Test
    void scriptsAreServedWithoutComments() {
        String script = """
                /**
                 * What it does.
                 */
                // Why.
                const a = `
                  b { c: d }
                `; // stays

                """;
        assertEquals("const a = `\nb { c: d }\n`; // stays\n", CompactScript.of(script));
    }

    private static HttpResponse<String> get(URI address, String name, String value) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address).header(name, value).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
