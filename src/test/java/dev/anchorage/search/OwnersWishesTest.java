package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Synonyms and pins, on four posts.
final class OwnersWishesTest {
    private static final SearchOptions WISHES = new SearchOptions(
            List.of(List.of("ci", "continuous integration"), List.of("boat", "vessel"), List.of("robot", "automaton")),
            Map.of("Tides", "/gulls.html#nests", "boats", "/secret.html", "storms", "/pier.html"),
            SearchOptions.RECENCY);

    private TestBlog blog;

    @BeforeEach
    void index(@TempDir Path folder) throws IOException {
        blog = new TestBlog(folder)
                .write("pier.md", "---\ntags: [quay]\n---\n# The pier\n\nOur continuous integration paints a vessel.\n")
                .write("tides.md", "# Tides\n\nTides, and continuous rain; integration was never meant.\n")
                .write("gulls.md", "---\ntags: [birds]\n---\n# Gulls\n\nThey shout.\n\n## Nests\n\nOn roofs.\n")
                .write("robot.md", "# A robot\n\nThe CI robot has a boat.\n")
                .write("secret.md", "---\ndraft: true\n---\n# Boats\n");
        blog.update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ci                           | /robot.html, /pier.html
            CI robot                     | /robot.html
            continuous integration       | /pier.html, /tides.html, /robot.html
            continuous integration robot | /robot.html
            vessel                       | /pier.html, /robot.html
            boat                         | /robot.html, /pier.html
            boat -vessel                 | /robot.html
            title:automaton              | /robot.html
            "boat"                       | /robot.html
            """)
    void synonymsFindBothWaysAndTheWordAsTypedStandsFirst(String query, String urls) throws IOException {
        try (SectionSearcher searcher = new SectionSearcher(blog.index(), WISHES)) {
            SearchResponse answer = searcher.search(SearchRequest.of(query));
            List<String> expected = List.of(urls.split(", ", -1));
            assertEquals(expected, urls(answer).subList(0, expected.size()));
            assertNull(answer.relaxed());
            assertNull(answer.didYouMean());
        }
    }

    @Test
    void allWordsOfASynonymMustStandTogether() throws IOException {
        try (SectionSearcher searcher = new SectionSearcher(blog.index(), WISHES)) {
            assertEquals(2, searcher.search(SearchRequest.of("ci")).total().posts());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            tides            | /gulls.html | /gulls.html#nests
            TIDES            | /gulls.html | /gulls.html#nests
            tides tag:birds  | /gulls.html | /gulls.html#nests
            tides tag:quay   | -           | -
            tides rain       | /tides.html | /tides.html#tides
            storms           | /pier.html  | /pier.html
            """)
    void aPinStandsFirstForItsQueryUnlessAFilterLeavesItOut(String query, String post, String section)
            throws IOException {
        try (SectionSearcher searcher = new SectionSearcher(blog.index(), WISHES)) {
            SearchResponse answer = searcher.search(SearchRequest.of(query));
            PostHit first = answer.posts().isEmpty() ? null : answer.posts().getFirst();
            assertEquals(post, first == null ? null : first.url());
            assertTrue(
                    first == null || first.sections().getFirst().url().startsWith(section), answer.posts()::toString);
            assertEquals(urls(answer).size(), urls(answer).stream().distinct().count(), "it stands there once");
        }
    }

    @Test
    void whatIsPinnedSaysSoAndWhatIsAbsentIsNamed() throws IOException {
        try (SectionSearcher searcher = new SectionSearcher(blog.index(), WISHES);
                SectionSearcher plain = new SectionSearcher(blog.index())) {
            String why = searcher.explain(SearchRequest.of("tides"), "/gulls.html#nests")
                    .sentence();
            assertTrue(why.startsWith("Pinned to this query, the post is hit 1;"), why);
            assertEquals(Map.of("boats", "/secret.html"), searcher.absentPins());
            assertNotEquals(plain.version(), searcher.version(), "answers kept elsewhere are other answers");
            assertEquals(
                    "/tides.html", urls(plain.search(SearchRequest.of("tides"))).getFirst());
        }
    }

    private static List<String> urls(SearchResponse answer) {
        return answer.posts().stream().map(PostHit::url).toList();
    }
}
