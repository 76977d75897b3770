package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.search.Explanation.PostScore;
import dev.anchorage.search.Explanation.SectionScore;
import dev.anchorage.search.Explanation.Verdict;
import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Asks why about answers to questions on the sample archive.
final class ExplainerTest {
    private static SectionSearcher searcher;

    @BeforeAll
    static void indexTheSampleArchive(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(Path.of("data"), folder.resolve("index"));
        blog.update();
        searcher = new SectionSearcher(blog.index());
    }

    @AfterAll
    static void close() throws IOException {
        searcher.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "museum",
                "field museum",
                "ferry harbour",
                "lighthouse tide",
                "musuem",
                "the",
                "-museum train",
                "\"the field\""
            })
    void everyHitIsExplainedByTheScoresThatRankedIt(String query) throws IOException {
        SearchResponse answer = searcher.search(SearchRequest.of(query));
        assertFalse(answer.posts().isEmpty());
        float last = Float.MAX_VALUE;
        for (int i = 0; i < answer.posts().size(); i++) {
            PostHit hit = answer.posts().get(i);
            Explanation why = explain(query, hit.url());
            PostScore post = post(why);
            assertEquals(i + 1, post.rank());
            assertEquals(Math.min(5, i), why.ahead().size());
            assertTrue(post.score() <= last, "posts stand in the order of their scores");
            last = post.score();
            for (int s = 0; s < hit.sections().size(); s++) {
                SectionScore section =
                        section(explain(query, hit.sections().get(s).url()));
                if (hit.sections().get(s).anchor() != null) {
                    assertEquals(s + 1, section.rank());
                    assertEquals(hit.sections().get(s).score(), section.score());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"museum", "field museum", "ferry harbour", "lighthouse tide", "musuem", "train to the coast"})
    void thePartsAddUpToTheScore(String query) throws IOException {
        for (PostHit hit : searcher.search(SearchRequest.of(query)).posts()) {
            Explanation why = explain(query, hit.url());
            PostScore post = post(why);
            SectionScore section = section(why);
            double words = section.words().stream()
                    .flatMap(word -> word.parts().stream())
                    .mapToDouble(part -> part.weight() * part.rarity() * part.frequency())
                    .sum();
            double asAnswer = (words + section.pairs()) * section.coverage() * section.linkFactor();
            assertEquals(section.asAnswer(), asAnswer, 1e-3);
            double amongSections =
                    section.distinct() * section.coverage() * section.linkFactor() * section.linkFactor();
            assertTrue(section.distinct() <= words + section.pairs() + 1e-3);
            assertEquals(section.score(), amongSections + section.headingCover() * section.headingCoverWeight(), 1e-3);
            assertEquals(
                    post.score(),
                    (post.best() + post.whole() * post.wholeWeight()) * post.linkFactor() * post.recencyFactor(),
                    1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            museum tag:nonsense        | FILTERED    | The post doesn't pass tag:nonsense.
            museum -year:2014 -year:2025 before:2000 | FILTERED | The post doesn't pass before:2000.
            zzzzz                      | NO_MATCH    | No section of the post has any of the words.
            museum "tide gauge"        | EXCLUDED    | No section of the post has "tide gauge", which the query demands.
            """)
    void whatIsNotFoundHasAReason(String query, Verdict verdict, String sentence) throws IOException {
        String url = "/2023/brest-in-a-westerly.html";
        Explanation why = explain(query, url);
        assertEquals(sentence, why.sentence());
        assertEquals(verdict, why.verdict());
        assertNull(why.post());
    }

    @Test
    void anExcludedWordIsNamed() throws IOException {
        String url = searcher.search(SearchRequest.of("museum"))
                .posts()
                .getFirst()
                .sections()
                .getFirst()
                .url();
        Explanation why = explain("train -museum", url);
        assertEquals(Verdict.EXCLUDED, why.verdict());
        assertTrue(why.sentence().endsWith("has museum, which the query excludes."), why.sentence());
    }

    @Test
    void aMissingWordIsNamed() throws IOException {
        Explanation why = explain(
                "museum zzzzz",
                searcher.search(SearchRequest.of("museum")).posts().getFirst().url());
        assertEquals(Verdict.FOUND, why.verdict());
        assertEquals(List.of("zzzzz"), why.missing());
        assertEquals(1, section(why).found());
        assertEquals(2, section(why).wanted());
    }

    @Test
    void aPostIsKnownByItsFileTheHostDoesNotMatterAndOtherAddressesAreNone() throws IOException {
        PostHit hit = searcher.search(SearchRequest.of("museum")).posts().getFirst();
        assertEquals(Verdict.FOUND, explain("museum", hit.path()).verdict());
        assertEquals(
                Verdict.FOUND,
                explain("museum", "https://elsewhere.example" + hit.url()).verdict());
        assertEquals(
                Verdict.NO_SECTION, explain("museum", hit.url() + "#no-such").verdict());
        assertEquals(Verdict.NOT_INDEXED, explain("museum", "/no/such/post").verdict());
        assertEquals(Verdict.NOT_INDEXED, explain("museum", "?#%%\uD800").verdict());
    }

    @Test
    void aPhraseThatStandsNowhereIsMissing() throws IOException {
        String url = first("museum field");
        Explanation why = explain("\"museum field\"", url);
        assertTrue(
                why.sentence().startsWith("Nothing has all the words of the query. The post is hit "), why.sentence());
        assertEquals("\"museum field\"", why.missing().getLast());
    }

    @Test
    void aWordOfAPartIsMissedThere() throws IOException {
        String url = first("lantern");
        assertEquals(
                "No section of the post has title:lantern, which the query demands.",
                explain("title:lantern", url).sentence());
    }

    private static String first(String query) throws IOException {
        return searcher.search(SearchRequest.of(query)).posts().getFirst().url();
    }

    private static Explanation explain(String query, String url) throws IOException {
        return searcher.explain(SearchRequest.of(query), url);
    }

    private static PostScore post(Explanation why) {
        assertNotNull(why.post(), why.sentence());
        return why.post();
    }

    private static SectionScore section(Explanation why) {
        assertNotNull(why.section(), why.sentence());
        return why.section();
    }
}
