package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.SectionHit;
import dev.anchorage.search.SearchResponse.Snippet;
import dev.anchorage.search.SearchResponse.Totals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Asks the sample archive as a reader would.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SectionSearcherTest {
    private @org.jspecify.annotations.Nullable SectionSearcher opened;

    @BeforeAll
    void indexTheSampleArchive(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(Path.of("data"), folder.resolve("index"));
        blog.update();
        opened = new SectionSearcher(blog.index());
    }

    @AfterAll
    void close() throws IOException {
        Objects.requireNonNull(opened).close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule of twelfths               | The Rule of Twelfths                 | the-rule-of-twelfths
            boknafisk                      | Food                                 | id5
            bryggen wharf rainy morning    | Bryggen, 07:15                       | bryggen-07-15
            seiche                         | What It Has Instead                  | what-it-has-instead
            Fischbrötchen                  | Fischbrötchen, eine Rangliste        | fischbrotchen-eine-rangliste
            fischbrotchen                  | Fischbrötchen, eine Rangliste        | fischbrotchen-eine-rangliste
            haven’t complained             | A Letter from the Pier               | a-letter-from-the-pier
            burntcoat flowerpots           | Burntcoat Head, Low Water            | burntcoat-head-low-water
            windstau                       | Windstau                             | windstau
            code:next_high_water           | The Reader                           | the-reader
            heading:windstau               | Windstau                             | windstau
            """)
    void theFirstHitIsTheRightHeading(String query, String heading, String anchor) throws Exception {
        SectionHit first = search(query).posts().getFirst().sections().getFirst();
        assertEquals(heading, first.heading());
        assertEquals(anchor, first.anchor());
        assertTrue(first.url().endsWith(".html#" + anchor), first.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"karaoke", "kotlin", "trieste", "accordion", "2031"})
    void whatIsCommentedOutOrHiddenIsNotFound(String query) throws Exception {
        SearchResponse response = search(query);
        assertEquals(new Totals(0, 0), response.total());
        assertTrue(response.posts().isEmpty() || response.relaxed() == Relaxation.SPELLING, response::toString);
    }

    @Test
    void valuesOfOneFacetWidenAndOtherFacetsNarrow() throws Exception {
        int lisbon = search("ferry", "location", "Lisbon Portugal").total().posts();
        int oban = search("ferry", "location", "Oban Scotland").total().posts();
        assertEquals(
                lisbon + oban,
                search("ferry", "location", "Lisbon Portugal", "location", "oban scotland")
                        .total()
                        .posts());
        assertEquals(
                1,
                search("", "location", "Lisbon Portugal", "year", "2024")
                        .total()
                        .posts());
    }

    @Test
    void valuesNotChosenKeepTheCountsTheyWouldGive() throws Exception {
        Map<String, Integer> all = counts(search("ferry"), Facet.LOCATION);
        SearchResponse narrowed = search("ferry", "location", "Lisbon Portugal");
        assertEquals(all, counts(narrowed, Facet.LOCATION));
        assertTrue(narrowed.facets().getOrDefault(Facet.LOCATION, List.of()).stream()
                .filter(FacetValue::isSelected)
                .allMatch(value -> value.value().equals("Lisbon Portugal")));
        int lisbon = narrowed.total().posts();
        assertTrue(counts(narrowed, Facet.TAG).values().stream().allMatch(posts -> posts <= lisbon));
    }

    @Test
    void facetsCountPosts() throws Exception {
        Map<String, Integer> places = counts(search(""), Facet.LOCATION);
        assertEquals(5, places.get("Hamburg Germany"));
        assertEquals(4, places.get("Bergen Norway"));
        assertEquals(3, places.get("Kobe Japan"));
        assertNull(places.get("Trieste Italy"));
    }

    @Test
    void anEmptyQueryListsTheNewestPostsFirst() throws Exception {
        List<String> dates = search("", "limit", "100").posts().stream()
                .map(post -> post.date() == null ? "" : post.date())
                .toList();
        assertEquals(22, dates.size());
        assertEquals(dates.stream().sorted(java.util.Comparator.reverseOrder()).toList(), dates);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() throws Exception {
        List<String> whole = urls(search("ferry", "limit", "100"));
        List<String> pages = new java.util.ArrayList<>(urls(search("ferry", "limit", "3")));
        for (int offset = 3; offset < whole.size(); offset += 3) {
            pages.addAll(urls(search("ferry", "limit", "3", "offset", Integer.toString(offset))));
        }
        assertEquals(whole, pages);
        assertTrue(search("ferry", "limit", "3").hasMore());
    }

    @Test
    void datesNarrow() throws Exception {
        assertEquals(
                List.of("2024-03-03"),
                search("lisbon after:2024 before:2024-06").posts().stream()
                        .map(post -> String.valueOf(post.date()))
                        .toList());
    }

    @Test
    void wordsInDifferentSectionsOfAPostAreSaidToBeSo() throws Exception {
        SearchResponse across = search("boknafisk gangway");
        assertEquals(Relaxation.POST, across.relaxed());
        assertEquals(new Totals(0, 0), across.total());
        assertEquals("Six Nights Up the Coast", across.posts().getFirst().title());
    }

    @Test
    void sectionsWithSomeOfTheWordsAreSaidToBeSo() throws Exception {
        SearchResponse some = search("octopus boknafisk");
        assertEquals(Relaxation.SOME_WORDS, some.relaxed());
        assertEquals(new Totals(0, 0), some.total());
        assertTrue(some.posts().size() >= 2);
    }

    @Test
    void aMisspeltWordIsSearchedAsTheArchiveSpellsItAndSaid() throws Exception {
        SearchResponse response = search("lighthuose");
        assertEquals(Relaxation.SPELLING, response.relaxed());
        assertNotNull(response.didYouMean());
        assertTrue(response.didYouMean().startsWith("lighthouse"), response.didYouMean());
        assertTrue(!response.posts().isEmpty());
    }

    @Test
    void theLongestQueryOfUnknownWordsIsAnswered() throws Exception {
        String words = IntStream.range(0, QueryText.MAX_WORDS)
                .mapToObj(i -> i % 2 == 0 ? "lighthuose" : "import")
                .collect(Collectors.joining(" "));
        search(words, "typing", "true");
        search("ferry ".repeat(QueryText.MAX_WORDS - 1) + "li", "typing", "true");
    }

    @Test
    void theLastWordIsAPrefixWhileTyping() throws Exception {
        assertEquals(0, search("bokna").total().posts());
        assertEquals(
                "id5",
                search("bokna", "typing", "true")
                        .posts()
                        .getFirst()
                        .sections()
                        .getFirst()
                        .anchor());
    }

    @Test
    void snippetsAreShortAndTheirRangesAreTheWordsThatMatch() throws Exception {
        SectionHit hit = search("octopus").posts().getFirst().sections().getFirst();
        Snippet snippet = Objects.requireNonNull(hit.snippet());
        assertTrue(snippet.text().length() <= Snippets.MAX_CHARS);
        assertEquals(
                List.of("octopus"),
                snippet.highlights().stream()
                        .map(range -> snippet.text().substring(range.start(), range.end()))
                        .toList());
    }

    @Test
    void aSnippetSaysWhereItIsCut() throws Exception {
        Snippet snippet = Objects.requireNonNull(search("colonsay complained")
                .posts()
                .getFirst()
                .sections()
                .getFirst()
                .snippet());
        assertTrue(snippet.text().startsWith("…") && snippet.text().endsWith("…"), snippet.text());
        assertTrue(snippet.text().length() <= Snippets.MAX_CHARS);
        assertEquals(
                List.of("Colonsay", "complained"),
                snippet.highlights().stream()
                        .map(range -> snippet.text().substring(range.start(), range.end()))
                        .toList());
    }

    @Test
    void aHitCarriesWordsByWhichTheBrowserFindsTheMatch() throws Exception {
        SectionHit hit =
                search("rule of twelfths").posts().getFirst().sections().getFirst();
        String words = Objects.requireNonNull(hit.textFragment());
        assertTrue(words.matches("(?:[\\w.]|%[0-9A-F]{2})+"), words);
        assertEquals(hit.url() + ":~:text=" + words, hit.link());
        assertFalse(hit.url().contains(":~:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule of twelfths", "boknafisk", "harbour", "harbor lihgt", "tides -moon", ""})
    void aBriefAnswerLacksNothingButFacetsAndTextFragments(String query) throws Exception {
        SearchResponse whole = search(query);
        SearchResponse brief = Objects.requireNonNull(opened).searchBriefly(SearchRequest.of(query));
        assertEquals(Map.of(), brief.facets());
        assertEquals(withoutTextFragments(whole), brief.posts());
        assertEquals(whole.total(), brief.total());
        assertEquals(whole.relaxed(), brief.relaxed());
        assertEquals(whole.didYouMean(), brief.didYouMean());
        assertEquals(whole.hasMore(), brief.hasMore());
    }

    private static List<PostHit> withoutTextFragments(SearchResponse response) {
        return response.posts().stream()
                .map(post -> new PostHit(
                        post.title(),
                        post.url(),
                        post.path(),
                        post.date(),
                        post.language(),
                        post.summary(),
                        post.labels(),
                        post.sections().stream()
                                .map(hit -> new SectionHit(
                                        hit.heading(),
                                        hit.headingPath(),
                                        hit.anchor(),
                                        hit.url(),
                                        hit.anchorSource(),
                                        null,
                                        hit.snippet(),
                                        hit.headingHighlights(),
                                        hit.score()))
                                .toList(),
                        post.moreSections(),
                        post.site()))
                .toList();
    }

    @Test
    void aWordThatIsBeingTypedIsNotTakenForAMisspelling() throws Exception {
        SearchResponse begun = search("fischbrö", "typing", "true");
        assertEquals(1, begun.posts().size());
        assertNull(begun.didYouMean());
    }

    @Test
    void mangledTextIsShownRepaired() throws Exception {
        Snippet snippet = Objects.requireNonNull(search("complained colonsay")
                .posts()
                .getFirst()
                .sections()
                .getFirst()
                .snippet());
        assertTrue(snippet.text().contains("haven’t complained"), snippet.text());
    }

    private SearchResponse search(String query, String... parameters) throws IOException, BadParameterException {
        Map<String, List<String>> all = new HashMap<>();
        all.put("q", List.of(query));
        for (int i = 0; i < parameters.length; i += 2) {
            String value = parameters[i + 1];
            all.merge(parameters[i], List.of(value), (one, two) -> List.of(one.getFirst(), two.getFirst()));
        }
        return Objects.requireNonNull(opened).search(SearchRequest.parse(all));
    }

    private static Map<String, Integer> counts(SearchResponse response, Facet facet) {
        return response.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetValue::value, FacetValue::posts));
    }

    private static List<String> urls(SearchResponse response) {
        return response.posts().stream().map(post -> post.url()).toList();
    }

    /// More prose than the positions before the code have room for.
    @Test
    void whatStandsAtTheEndOfALongSectionIsFoundAsAnywhere(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder)
                .write(
                        "long.md",
                        "# Long\n\n" + "one two three ".repeat(5_000) + "lantern wharf\n\n    var quay = 1;\n")
                .write("short.md", "# Short\n\nlantern and wharf and quay\n");
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            for (String query : List.of("\"lantern wharf\"", "code:quay", "three lantern")) {
                assertEquals(1, searcher.search(SearchRequest.of(query)).total().posts(), query);
            }
            assertEquals(
                    0, searcher.search(SearchRequest.of("code:lantern")).total().posts());
        }
    }
}
