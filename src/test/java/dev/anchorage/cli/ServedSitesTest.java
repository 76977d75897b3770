package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/// Several blogs in one service, asked over HTTP.
@Timeout(180)
final class ServedSitesTest {
    private static final String ALPS_KEY = "edelweiss and gentian";
    private static final String BAKING_KEY = "flour and water";

    @TempDir
    private static Path folder = Path.of("unset");

    private static Serving service;

    /// Of three sites one has no posts, so that its updates fail.
    @BeforeAll
    static void serve() throws Exception {
        write(
                "alps/hut.md",
                "---\ntags: [walks]\ndate: 2024-05-01\n---\n# A hut\n\n## The stove\n\nFirewood and marmots.\n");
        write(
                "baking/bread.md",
                "---\ntags: [dough]\ndate: 2024-06-01\n---\n# Bread\n\n## The stove\n\nFlour and water.\n");
        write("baking/rye.md", "---\ntags: [dough]\ndate: 2023-06-01\n---\n# Rye\n\nDark flour.\n");
        write("alps.key", ALPS_KEY);
        write("baking.key", BAKING_KEY);
        write("sites.yaml", """
                index: %1$s/index
                watch: true
                query-log: %1$s/asked
                query-log-clients: 1
                sites:
                  alps: {posts: %1$s/alps, generator: hugo, site: https://alps.example.org, name: Alps on foot,
                    cors: [https://alps.example.org, https://portal.example.org], key-file: %1$s/alps.key}
                  baking: {posts: %1$s/baking, generator: hugo, site: https://baking.example.org, name: Baking,
                    cors: [https://baking.example.org, https://portal.example.org/], key-file: %1$s/baking.key,
                    synonyms: [[levain, flour]], pins: {stove: /rye/}}
                  lost: {posts: %1$s/lost, key-file: %1$s/baking.key}
                """.formatted(folder));
        service =
                Serving.start(Map.of(), "--config", folder.resolve("sites.yaml").toString());
        service.await("both sites", () -> status("/api/v1/search?site=alps&site=baking") == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aSiteIsAnsweredForFromItsOwnPostsAlone() throws Exception {
        Map<String, Object> alps = json("/api/v1/search?site=alps&q=stove");
        assertEquals(Map.of("posts", 1, "sections", 1), alps.get("total"));
        assertEquals("alps", posts(alps).getFirst().get("site"));
        assertEquals("https://alps.example.org/hut/", posts(alps).getFirst().get("url"));
        for (String path : List.of(
                "/api/v1/search?site=alps&q=flour",
                "/api/v1/search?site=alps&q=flou&typing=true",
                "/api/v1/search?site=alps&q=floru",
                "/api/v1/search?site=alps&q=levain",
                "/api/v1/search?site=alps&q=tag:dough",
                "/api/v1/search?site=alps&tag=dough",
                "/api/v1/search?site=alps",
                "/api/v1/suggest?site=alps&q=flou",
                "/api/v1/suggest?site=alps&q=br",
                "/api/v1/suggest?site=alps&q=",
                "/api/v1/suggest?site=alps&q=flour&format=opensearch",
                "/search?site=alps&q=flour",
                "/search.atom?site=alps&q=flour",
                "/feed.atom?site=alps",
                "/opensearch.xml?site=alps",
                "/api/v1/status?site=alps")) {
            String body = service.get(path).body();
            assertFalse(
                    body.matches("(?s).*(?i:bread|rye|dark flour|baking|\"dough\"|Flour and).*"), path + ": " + body);
        }
    }

    @Test
    void severalSitesAreOneAnswer() throws Exception {
        Map<String, Object> both = json("/api/v1/search?site=baking&site=alps&q=stove");
        assertEquals(Map.of("posts", 2, "sections", 2), both.get("total"));
        assertEquals(
                List.of("alps", "baking"),
                posts(both).stream().map(post -> post.get("site")).sorted().toList());
        assertTrue(
                json("/api/v1/search?site=baking&site=alps&q=levain").toString().contains("/rye/"));
        assertEquals(
                "https://baking.example.org/rye/",
                posts(json("/api/v1/search?site=baking&q=stove")).getFirst().get("url"));
        assertNotEquals(
                "https://baking.example.org/rye/", posts(both).getFirst().get("url"), "a pin is its site's own");
        Map<String, Object> first = json("/api/v1/search?site=baking&site=alps&limit=2");
        assertEquals(List.of("/bread/", "/hut/"), paths(first));
        assertEquals(List.of("/rye/"), paths(json(String.valueOf(first.get("next")))));
        assertTrue(
                service.get("/api/v1/suggest?site=baking&site=alps&q=h").body().contains("A hut"));
        String page = service.get("/search?site=baking&site=alps&q=stove", "Accept", "text/html")
                .body();
        assertTrue(
                page.contains("<a class=\"blog\" href=\"/?site=alps&amp;site=baking\">Alps on foot · Baking</a>"),
                page);
        assertTrue(page.contains("<input type=\"hidden\" name=\"site\" value=\"alps\">"), page);
        assertTrue(page.contains("<span class=\"site\">baking</span>"), page);
    }

    @Test
    void orderAndRepetitionOfSitesAreTheSameQuestion() throws Exception {
        HttpResponse<String> one = service.get("/api/v1/search?site=baking&site=alps&q=stove");
        HttpResponse<String> two = service.get("/api/v1/search?q=stove&site=alps&site=baking&site=alps");
        assertEquals(one.body(), two.body());
        assertEquals(one.headers().firstValue("ETag"), two.headers().firstValue("ETag"));
        assertNotEquals(
                one.headers().firstValue("ETag"),
                service.get("/api/v1/search?site=alps&q=stove").headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/search?q=stove                                     | 400 | site-needed
            /api/v1/search?q=stove&site=                               | 400 | site-needed
            /api/v1/suggest?q=st                                       | 400 | site-needed
            /api/v1/status                                             | 400 | site-needed
            /feed.atom                                                 | 400 | site-needed
            /opensearch.xml                                            | 400 | site-needed
            /api/v1/search?site=lakes                                  | 404 | unknown-site
            /api/v1/search?site=alps&site=lakes                        | 404 | unknown-site
            /api/v1/search?site=*                                      | 404 | unknown-site
            /api/v1/status?site=alps&site=baking                       | 400 | too-many-sites
            /opensearch.xml?site=alps&site=baking                      | 400 | too-many-sites
            /api/v1/search?site=lost                                   | 503 | not-ready
            /api/v1/search?site=alps&site=lost                         | 503 | not-ready
            /health/ready?site=lost                                    | 503 | not-ready
            /api/v1/search?site=alps&after=soon                        | 400 | bad-parameter
            """)
    void whatIsUnclearOrNotThereIsAProblemThatNamesNoSite(String path, int status, String type) throws Exception {
        HttpResponse<String> answer = service.get(path, "Host-Of", "alps", "Origin", "https://alps.example.org");
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("problem/" + type), answer.body());
        assertFalse(answer.body().matches("(?s).*(alps|baking|lost).*"), answer.body());
    }

    @Test
    void theFormWithoutSiteIsAProblemToo() throws Exception {
        HttpResponse<String> page = service.get("/", "Accept", "text/html", "Referer", "https://alps.example.org/");
        assertEquals(400, page.statusCode());
        assertFalse(page.body().contains("Alps"), page.body());
        assertEquals(200, status("/health/ready"));
        assertEquals(200, status("/health/ready?site=alps"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            site=alps             | https://alps.example.org   | https://alps.example.org
            site=alps             | https://baking.example.org | -
            site=baking           | https://alps.example.org   | -
            site=baking           | https://portal.example.org | https://portal.example.org
            site=alps&site=baking | https://alps.example.org   | -
            site=alps&site=baking | https://portal.example.org | https://portal.example.org
            site=lakes            | https://alps.example.org   | https://alps.example.org
            site=lakes            | https://evil.example.org   | -
            """)
    void pagesMayReadWhatAllSitesThatAreAskedAllow(
            String sites, String origin, @org.jspecify.annotations.Nullable String allowed) throws Exception {
        for (String path : List.of("/api/v1/search?q=stove&", "/api/v1/suggest?q=st&", "/search.json?q=stove&")) {
            HttpResponse<String> answer = service.get(path + sites, "Origin", origin);
            assertEquals(
                    allowed,
                    answer.headers().firstValue("Access-Control-Allow-Origin").orElse(null),
                    path);
            assertTrue(answer.headers().allValues("Vary").contains("Origin"));
        }
    }

    @Test
    void pagesOfAnySiteMayReadWhatIsRefusedEarly() throws Exception {
        String origin = "https://alps.example.org";
        HttpResponse<String> refused = service.get("/api/v1/search?site=alps&q=" + "x".repeat(9_000), "Origin", origin);
        assertEquals(414, refused.statusCode());
        assertEquals(
                origin,
                refused.headers().firstValue("Access-Control-Allow-Origin").orElse(null));
    }

    @Test
    void aKeyOpensItsOwnSiteOnly() throws Exception {
        String[] key = {"Authorization", "Bearer " + ALPS_KEY};
        assertEquals(
                200,
                service.get("/api/v1/why?site=alps&q=stove&url=hut.md", key).statusCode());
        assertEquals(
                401,
                service.get("/api/v1/why?site=baking&q=flour&url=rye.md", key).statusCode());
        assertEquals(401, service.post("/api/v1/reindex?site=baking", key).statusCode());
        assertEquals(400, service.post("/api/v1/reindex", key).statusCode());
        assertEquals(403, service.post("/api/v1/hooks/git?site=alps").statusCode());
        assertTrue(service.get("/api/v1/status?site=alps", key).body().contains("\"problems\""));
        assertFalse(service.get("/api/v1/status?site=baking", key).body().contains("\"problems\""));
        HttpResponse<String> asked = service.post("/api/v1/reindex?site=alps", key);
        assertEquals(202, asked.statusCode());
        String where = asked.headers().firstValue("Location").orElse("");
        assertTrue(where.endsWith("?site=alps"), where);
        service.await("the run", () -> service.get(where, key).body().contains("\"done\""));
        String other = where.replace("site=alps", "site=baking");
        assertEquals(401, service.get(other, key).statusCode());
        assertEquals(
                404, service.get(other, "Authorization", "Bearer " + BAKING_KEY).statusCode());
    }

    @Test
    void aSiteKeepsUpWithItsFilesWhileAnotherFails() throws Exception {
        write("alps/lake.md", "# A lake\n\nA cormorant.\n");
        service.await(
                "the post",
                () -> service.get("/api/v1/search?site=alps&q=cormorant").body().contains("/lake/"));
        assertTrue(service.get("/api/v1/search?site=alps&site=baking&q=cormorant")
                .body()
                .contains("/lake/"));
        Files.delete(folder.resolve("alps/lake.md"));
        service.await(
                "its end",
                () -> service.get("/api/v1/search?site=alps&q=cormorant").body().contains("\"posts\":[]"));
        assertTrue(service.get("/api/v1/search?site=alps&site=baking&q=cormorant")
                .body()
                .contains("\"posts\":[]"));
        assertTrue(String.join("\n", service.said()).contains("site=lost"), () -> String.join("\n", service.said()));
    }

    @Test
    void aSiteWhoseIndexAnotherProcessHoldsDoesNotHoldUpTheOthers() throws Exception {
        Path lock = folder.resolve("index/alps/update.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertTrue(held.isValid());
            write("alps/gorge.md", "# A gorge\n\nA dipper.\n");
            write("baking/scone.md", "# Scone\n\nA sultana.\n");
            service.await("the other's", () -> finds("baking", "sultana"));
            assertFalse(finds("alps", "dipper"));
            assertTrue(finds("alps", "marmots"));
        }
        service.await("its own", () -> finds("alps", "dipper"));
        Files.delete(folder.resolve("alps/gorge.md"));
        Files.delete(folder.resolve("baking/scone.md"));
        service.await("their end", () -> !finds("alps", "dipper") && !finds("baking", "sultana"));
    }

    private static boolean finds(String site, String word) throws Exception {
        return !posts(json("/api/v1/search?site=" + site + "&q=" + word)).isEmpty();
    }

    @Test
    void oneSiteThatIsServedAloneIsAskedByItsNameToo() throws Exception {
        String[] options = {"--config", folder.resolve("sites.yaml").toString(), "--site-name", "baking"};
        try (Serving alone = Serving.start(Map.of("ANCHORAGE_NAME", "Rye"), options)) {
            assertTrue(alone.get("/api/v1/search?site=baking&q=flour").body().contains("/bread/"));
            assertEquals(404, alone.get("/api/v1/search?site=alps&q=flour").statusCode());
            assertEquals(400, alone.get("/api/v1/search?q=flour").statusCode());
            assertTrue(alone.get("/search?site=baking", "Accept", "text/html")
                    .body()
                    .contains("<title>2 posts · Rye"));
        }
    }

    @Test
    void aSiteIsCalledByItsNameUnlessItSaysAnother() throws Exception {
        write("nameless.yaml", "index: %1$s/nameless\nsites: {oats: {posts: %1$s/baking}}".formatted(folder));
        try (Serving oats = Serving.start(
                Map.of(), "--config", folder.resolve("nameless.yaml").toString())) {
            oats.await("the index", () -> oats.get("/health/ready").statusCode() == 200);
            String page = oats.get("/search?site=oats", "Accept", "text/html").body();
            assertTrue(page.contains("<title>2 posts · oats"), page);
        }
    }

    @Test
    void theOwnerSeesEachSite() throws Exception {
        String metrics = service.admin("/metrics").body();
        assertTrue(metrics.contains("anchorage_index_posts{site=\"baking\"} 2.0"), metrics);
        assertTrue(metrics.contains("anchorage_index_posts{site=\"lost\"} NaN"), metrics);
        service.get("/api/v1/search?site=baking&q=levain");
        assertEquals(200, service.admin("/report.json?site=baking").statusCode());
        assertEquals(400, service.admin("/report.json").statusCode());
        assertFalse(service.admin("/report.json?site=alps").body().contains("levain"));
        assertEquals(
                204, service.post("/api/v1/chosen?site=baking&q=levain&rank=1").statusCode());
        assertTrue(Files.isDirectory(folder.resolve("asked/baking")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=stove", "", "q=stove&tag=walks"})
    void everyLinkOfAPageKeepsTheSite(String query) throws Exception {
        String page = service.get("/search?site=baking&" + query, "Accept", "text/html")
                .body();
        java.util.regex.Pattern.compile("href=\"(/(?:search|feed|opensearch)?[^\"]*)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("/anchorage"))
                .forEach(link -> assertTrue(link.contains("site=baking"), link));
        assertTrue(
                service.get("/opensearch.xml?site=baking").body().contains("/search?site=baking&amp;q={searchTerms}"));
    }

    private static void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static int status(String path) throws Exception {
        return service.get(path).statusCode();
    }

    private static Map<String, Object> json(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertEquals(200, answer.statusCode(), path + answer.body());
        return JSON.std.mapFrom(answer.body());
    }

    @SuppressWarnings("unchecked") // as HTTP describes it
    private static List<Map<String, Object>> posts(Map<String, Object> answer) {
        return (List<Map<String, Object>>) java.util.Objects.requireNonNull(answer.get("posts"));
    }

    private static List<String> paths(Map<String, Object> answer) {
        return posts(answer).stream()
                .map(post -> String.valueOf(post.get("url")).replaceFirst("https://[^/]*", ""))
                .toList();
    }
}
