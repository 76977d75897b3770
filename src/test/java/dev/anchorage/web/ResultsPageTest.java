package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.post.Generator;
import dev.anchorage.search.SectionSearcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a browser without script, a feed reader and a program get.
class ResultsPageTest {
    private static final int MAX_PAGE_BYTES = 12 * 1024;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static WebServer server;
    private static URI base;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
        base = SampleServer.address(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pageIsCompleteWithoutScript() throws Exception {
        Document page = page("/search?q=tide");
        assertEquals("“tide” · 69 sections in 23 posts · Harbour Notes", page.title());
        assertEquals("noindex, follow", page.select("meta[name=robots]").attr("content"));
        assertEquals(1, page.select("form").size());
        assertEquals("tide", page.select("input[name=q]").val());
        assertEquals(10, page.select("article h2 > a[href]").size());
        assertEquals(30, page.select("article li").size());
        assertEquals(
                "https://blog.example/posts/0/#at-the-quay-1",
                page.expectFirst("article li h3 a").attr("href"));
        assertEquals("tide", page.expectFirst("article mark").text());
        assertEquals("/opensearch.xml", page.select("link[rel=search]").attr("href"));
    }

    @Test
    void facetLinksToggleOneValueAndKeepTheRest() throws Exception {
        Document page = page("/search?q=tide&tag=tag+1&location=Kobe+Japan&after=2012&offset=10");
        assertEquals("/search?q=tide&after=2012&tag=tag+1&tag=tag+2&location=Kobe+Japan", link(page, "tag 2 18"));
        assertEquals("/search?q=tide&after=2012&location=Kobe+Japan", link(page, "tag 1 19"));
        assertEquals("true", page.select(".facets a:contains(Kobe)").attr("aria-current"));
        assertEquals(List.of("tag 1", "Kobe Japan"), page.select(".chosen a").eachText());
        assertEquals(
                List.of("tag 1"), page.select("input[type=hidden][name=tag]").eachAttr("value"));
    }

    @Test
    void languagesAreOfferedWhereThereIsMoreThanOne(@TempDir Path folder) throws Exception {
        TestBlog blog = new TestBlog(folder)
                .inAnyLanguage()
                .write("oban.md", "# Oban\n\nThis is the ferry to Mull, and it is the first of the day.\n")
                .write("kobe.md", "# Kobe\n\nNight boats.\n");
        blog.update();
        assertEquals(List.of(), languagesOffered(blog));
        blog.write("mull.md", "# Mull\n\nDas ist die Fähre nach Mull, und sie ist die erste des Tages.\n");
        blog.update();
        assertEquals(List.of("German 1", "English 1"), languagesOffered(blog));
    }

    private static List<String> languagesOffered(TestBlog blog) throws Exception {
        try (SectionSearcher searcher = new SectionSearcher(blog.index());
                WebServer server = new WebServer(SampleServer.OPTIONS, searcher)) {
            return page(SampleServer.address(server).resolve("/search"))
                    .select(".facets a[href*=language]")
                    .eachText();
        }
    }

    @Test
    void placesThatLieInOneAnotherReadAsWrittenAndLeadToAllBelow(@TempDir Path folder) throws Exception {
        TestBlog blog = new TestBlog(folder).builtBy(new Generator("hugo")).withLocationHierarchy();
        blog.write("a.md", "---\nlocation: Chicago, Illinois, USA\n---\n# A\n");
        blog.write("b.md", "---\nlocation: Oregon, USA\n---\n# B\n").update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index());
                WebServer places = new WebServer(SampleServer.OPTIONS, searcher)) {
            URI address = SampleServer.address(places);
            Document all = page(address.resolve("/search"));
            assertEquals(
                    List.of("USA 2", "Chicago, Illinois, USA 1", "Illinois, USA 1", "Oregon, USA 1"),
                    all.select(".facets a[href*=location]").eachText());
            Document usa = page(address.resolve(link(all, "USA 2")));
            assertEquals(List.of("A", "B"), usa.select("article h2").eachText());
            Document illinois = page(address.resolve(link(all, "Illinois, USA 1")));
            assertEquals(List.of("A"), illinois.select("article h2").eachText());
            assertEquals(List.of("Illinois, USA"), illinois.select(".chosen a").eachText());
        }
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        Document second = page("/search?q=tide&offset=10");
        assertEquals("“tide” · 69 sections in 23 posts · page 2 · Harbour Notes", second.title());
        assertEquals("/search?q=tide", second.select("a[rel=prev]").attr("href"));
        assertEquals("/search?q=tide&offset=20", second.select("a[rel=next]").attr("href"));
        assertTrue(page("/search?q=tide&offset=20").select("a[rel=next]").isEmpty());
    }

    @Test
    void withoutQueryTheNewestPostsAreListed() throws Exception {
        Document page = page("/");
        assertEquals("Newest posts", page.select("h1").text());
        assertEquals("", page.select("input[name=q]").val());
        assertEquals(10, page.select("article").size());
        assertTrue(page.select("article li").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing         | Nothing found  | Fewer words, another spelling
            harbor          | Near hits only | hits for near spellings. Did you mean harbour?
            scattered words | Near hits only | these posts have them in different sections
            some words      | Near hits only | These sections have some of them
            """)
    void whatWasDoneWithTheQueryIsSaid(String query, String heading, String note) throws Exception {
        Element summary = page("/search?q=" + query.replace(' ', '+')).expectFirst(".summary");
        assertEquals(heading, summary.expectFirst("h1").text());
        assertTrue(summary.text().contains(note), summary.text());
    }

    @Test
    void badDateIsAnsweredWithASentence() throws Exception {
        HttpResponse<String> response = get("/search?q=tide&after=yesterday", "text/html");
        assertEquals(400, response.statusCode());
        Document page = Jsoup.parse(response.body());
        assertTrue(page.select("main").text().contains("\"after\" is \"yesterday\", expected a day"), page.text());
        assertEquals("tide", page.select("input[name=q]").val());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /search?q=tide      | text/html,application/json        | text/html
            /search?q=tide      | application/json                  | application/json
            /search?q=tide      | application/atom+xml              | application/atom+xml
            /search?q=tide      | */*                               | text/html
            /search.json?q=tide | text/html                         | application/json
            /search.atom?q=tide | text/html                         | application/atom+xml
            /feed.atom?q=tide   | */*                               | application/atom+xml
            /opensearch.xml     | */*                               | application/opensearchdescription+xml
            """)
    void acceptAndSuffixChooseTheForm(String address, String accept, String type) throws Exception {
        HttpResponse<String> response = get(address, accept);
        assertEquals(200, response.statusCode());
        assertTrue(header(response, "Content-Type").startsWith(type), header(response, "Content-Type"));
    }

    @Test
    void whoHasThePageAlreadyIsToldSo() throws Exception {
        String tag = header(get("/search?q=tide", "text/html"), "ETag");
        HttpRequest again = request("/search?q=tide", "text/html")
                .header("If-None-Match", tag)
                .build();
        assertEquals(304, CLIENT.send(again, BodyHandlers.ofString()).statusCode());
        assertTrue(
                get("/search?q=tide", "text/html").headers().allValues("Vary").contains("Accept"));
    }

    @Test
    void feedNamesEachPostOnce() throws Exception {
        Document feed = Jsoup.parse(get("/feed.atom?q=tide", "*/*").body(), "", Parser.xmlParser());
        assertEquals(
                10, feed.select("entry > id").eachText().stream().distinct().count());
        assertEquals("2010-09-20T00:00:00Z", feed.expectFirst("entry > updated").text());
        assertEquals(
                base + "/feed.atom?q=tide&sort=newest",
                feed.select("feed > link[rel=self]").attr("href"));
        assertEquals("23", feed.select("opensearch|totalResults").text());
    }

    @Test
    void browsersCanOfferTheBlogAsASearchEngine() throws Exception {
        Document description = Jsoup.parse(get("/opensearch.xml", "*/*").body(), "", Parser.xmlParser());
        assertEquals(
                base + "/search?q={searchTerms}",
                description.select("Url[type=text/html]").attr("template"));
        assertEquals(
                base + "/api/v1/suggest?q={searchTerms}&format=opensearch",
                description.select("Url[rel=suggestions]").attr("template"));
    }

    @Test
    void noFieldOfAnAnswerBecomesMarkup() throws Exception {
        Document page = page("/search?q=hostile&tag=" + "%3Cimg%20src=x%20onerror=harm()%3E%22");
        assertAll(
                () -> assertTrue(page.select("img, svg, main script").isEmpty()),
                () -> assertTrue(page.select("[onerror], [onload]").isEmpty()),
                () -> assertTrue(page.select("a[href^=javascript]").isEmpty()),
                () -> assertEquals(1, page.select("script").size()),
                () -> assertTrue(page.select("article h2").text().contains("<img src=x")));
        String feed = get("/search.atom?q=hostile", "*/*").body();
        assertFalse(feed.contains("<img"), feed);
        assertFalse(feed.contains("\"javascript:"), feed);
    }

    @Test
    void tenPostsAreASmallPage() throws Exception {
        byte[] html = get("/search?q=tide", "text/html").body().getBytes(StandardCharsets.UTF_8);
        assertTrue(gzipped(html) <= MAX_PAGE_BYTES, gzipped(html) + " bytes");
    }

    private static int gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static String link(Document page, String text) {
        return page.select(".facets a").stream()
                .filter(link -> link.text().equals(text))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private static Document page(String address) throws Exception {
        return page(base.resolve(address));
    }

    private static Document page(URI address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept", "text/html").build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        return Jsoup.parse(response.body());
    }

    private static HttpResponse<String> get(String address, String accept) throws Exception {
        return CLIENT.send(request(address, accept).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String address, String accept) {
        return HttpRequest.newBuilder(base.resolve(address)).header("Accept", accept);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
