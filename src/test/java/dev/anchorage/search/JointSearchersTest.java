package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several sites answer as one index that holds the posts of all.
final class JointSearchersTest {
    @TempDir
    private static Path folder = Path.of("unset");

    private static final List<SectionSearcher> SITES = new ArrayList<>();
    private static List<SectionSearcher> whole = List.of();

    private final JointSearchers joint = new JointSearchers();

    /// The sample archive, and the same as two sites: one has the older posts, the other the younger ones.
    @BeforeAll
    static void index() throws IOException {
        TestBlog all = new TestBlog(folder.resolve("all"));
        TestBlog older = new TestBlog(folder.resolve("older"));
        TestBlog younger = new TestBlog(folder.resolve("younger"));
        List<Path> posts;
        try (Stream<Path> files = Files.walk(Path.of("data"))) {
            posts = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < posts.size(); i++) {
            String path = Path.of("data").relativize(posts.get(i)).toString();
            String text = Files.readString(posts.get(i)).replace("](", "] ("); // links count within a site only
            all.write(path, text);
            (i < posts.size() / 2 ? older : younger).write(path, text);
        }
        all.update();
        older.update();
        younger.update();
        whole = List.of(new SectionSearcher(all.index()));
        SITES.add(site(older, "older"));
        SITES.add(site(younger, "younger"));
    }

    @AfterAll
    static void close() throws IOException {
        for (SectionSearcher searcher :
                Stream.concat(SITES.stream(), whole.stream()).toList()) {
            searcher.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=harbour",
                "q=ferry museum",
                "q=\"the harbour\"",
                "q=boknafisk",
                "q=harbuor ferrry",
                "q=museum -ferry",
                "q=harbour&tag=travel",
                "q=ferries&year=2019&year=2024",
                "q=har&typing=true",
                "q=zzzz",
                "q=a day at sea&limit=3&offset=3",
                "q=harbour&sort=oldest",
                "",
                "tag=travel&limit=100"
            })
    void answersAreThoseOfOneIndexWithThePostsOfAll(String query) throws Exception {
        SearchRequest request = request(query);
        SearchResponse together = joint.search(SITES, request);
        assertEquals(json(whole.getFirst().search(request)), json(together));
        for (PostHit post : together.posts()) {
            SectionSearcher own = "older".equals(post.site()) ? SITES.getFirst() : SITES.getLast();
            assertEquals(
                    1,
                    own.search(SearchRequest.of("title:\"" + post.title() + "\"")).posts().stream()
                            .filter(hit -> hit.url().equals(post.url()))
                            .count(),
                    post.path());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"har", "si", "the n", "nigths"})
    void completionsToo(String typed) throws IOException {
        assertEquals(whole.getFirst().completions(typed), joint.completions(SITES, typed));
    }

    @Test
    void theBestOfATinySiteDoesNotPassAFarBetterMatchOfAnother() throws IOException {
        TestBlog tiny = new TestBlog(folder.resolve("tiny"))
                .write(
                        "trip.md",
                        "# A trip\n\nWe saw a museum from the bus, and rain, and a dog, and a closed shop.\n");
        tiny.update();
        try (SectionSearcher small = site(tiny, "tiny")) {
            SearchResponse response = joint.search(
                    List.of(small, SITES.getFirst(), SITES.getLast()), SearchRequest.of("maritime museum"));
            assertEquals(
                    "A trip",
                    small.search(SearchRequest.of("museum")).posts().getFirst().title());
            assertTrue(response.posts().size() > 1);
            assertFalse(
                    "tiny".equals(response.posts().getFirst().site()),
                    response.posts().getFirst().title());
        }
    }

    @Test
    void aNewCommitOfASiteIsSeenAndLinksOfAnotherSiteDoNotCount() throws IOException {
        TestBlog first = new TestBlog(folder.resolve("first")).write("a.md", "# Lantern\n\nA lamp.\n");
        TestBlog second = new TestBlog(folder.resolve("second")).write("b.md", "# Lantern two\n\nSee [a](a.md).\n");
        first.update();
        second.update();
        try (SectionSearcher one = site(first, "first");
                SectionSearcher two = site(second, "second")) {
            List<SectionSearcher> both = List.of(one, two);
            assertFalse(joint.isOpen(both));
            float before = score(joint.search(both, SearchRequest.of("lamp")));
            assertTrue(joint.isOpen(both));
            second.write("c.md", "# Oar\n\nSee [a](a.md) and [a](/a.html).\n").update();
            two.refresh();
            assertFalse(joint.isOpen(both));
            SearchResponse after = joint.search(both, SearchRequest.of("lamp"));
            assertEquals(3, joint.search(both, SearchRequest.of("")).total().posts());
            assertEquals(3, joint.search(both, SearchRequest.of("")).generation());
            assertTrue(score(after) < before * 1.7, "only a rarer word, no link, makes it better");
        }
    }

    @Test
    void combinationsThatPushEachOtherOutAnswerAllTheSame() throws Exception {
        List<SectionSearcher> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            TestBlog blog = new TestBlog(folder.resolve("many" + i)).write("p.md", "# Post " + i + "\n\nGulls.\n");
            blog.update();
            many.add(site(blog, "many" + i));
        }
        CountDownLatch done = new CountDownLatch(4);
        List<Throwable> failures = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int start = thread;
            Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < 200; i++) {
                        List<SectionSearcher> pair =
                                List.of(many.get((start + i) % 12), many.get((start + 5 * i + 1) % 12));
                        int posts = joint.search(pair, SearchRequest.of("gulls"))
                                .posts()
                                .size();
                        assertEquals(2, posts);
                    }
                } catch (Throwable failure) {
                    failures.add(failure);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        for (SectionSearcher searcher : many) {
            searcher.close();
        }
        assertEquals(List.of(), failures);
    }

    private static SectionSearcher site(TestBlog blog, String name) throws IOException {
        return new SectionSearcher(blog.index(), SearchOptions.NONE, new SiteShare(name, 2));
    }

    private static float score(SearchResponse response) {
        return response.posts().getFirst().sections().getFirst().score();
    }

    private static SearchRequest request(String query) throws BadParameterException {
        Map<String, List<String>> parameters = new java.util.HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            parameters
                    .computeIfAbsent(pair.substring(0, pair.indexOf('=')), key -> new ArrayList<>())
                    .add(pair.substring(pair.indexOf('=') + 1));
        }
        return SearchRequest.parse(parameters);
    }

    private static String json(SearchResponse response) {
        return new String(ResponseJson.of(response, null), StandardCharsets.UTF_8)
                .replaceAll("\"site\":\"[a-z]+\",", "")
                .replaceAll("\"generation\":\\d+", "");
    }
}
