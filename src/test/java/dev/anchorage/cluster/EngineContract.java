package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexOptions;
import dev.anchorage.index.IndexProgress;
import dev.anchorage.index.IndexRefusedException;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.Rollback;
import dev.anchorage.index.SectionStore;
import dev.anchorage.index.StoreUpdate;
import dev.anchorage.post.Generator;
import dev.anchorage.search.DayRange;
import dev.anchorage.search.ExpectedHit;
import dev.anchorage.search.ExpectedHits;
import dev.anchorage.search.Explanation;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.SectionHit;
import dev.anchorage.search.SearchResponse.Totals;
import dev.anchorage.search.Searcher;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of every engine, whatever keeps the sections.
abstract class EngineContract {
    @TempDir
    Path folder;

    private TestBlog blog = new TestBlog(Path.of("unset"), Path.of("unset"));
    private @Nullable Searcher searcher;

    /// Where the sections of a blog are written.
    ///
    /// @param site  its name; null: there is only one
    abstract SectionStore store(@Nullable String site) throws Exception;

    /// Opens the newest state of a blog.
    abstract Searcher open(@Nullable String site, SearchOptions options) throws Exception;

    @BeforeEach
    void write() throws IOException {
        blog = new TestBlog(folder)
                .builtBy(new Generator("hugo"))
                .write("lisbon.md", """
                        ---
                        title: Lisbon by ferry
                        date: 2021-05-02
                        tags: [Ferries, travel]
                        author: Runa
                        ---
                        The harbour at dawn.

                        ## Tickets

                        A ticket for the ferry costs little. See [Kobe](kobe.md#night-boats).

                        ## Tides

                        The tide turns at noon, says the `TideTable::at` of the port.
                        """)
                .write("kobe.md", """
                        ---
                        title: Kobe
                        date: 2023-11-20
                        tags: [ferries, Food]
                        author: Kaori
                        ---
                        Noodles first.

                        ## Night boats

                        Night boats leave late; no tickets are sold on board.
                        """)
                .write("hafen.md", """
                        ---
                        title: Der Hafen
                        date: 2022-03-01
                        language: de
                        tags: [travel]
                        ---
                        ## Die Schiffe

                        Alle Schiffe liegen im Hafen und warten auf die Flut.
                        """);
    }

    @AfterEach
    void close() throws IOException {
        if (searcher != null) {
            searcher.close();
        }
    }

    private IndexReport update() throws Exception {
        return update(blog.options(false, false));
    }

    private IndexReport update(IndexOptions options) throws Exception {
        return blog.indexer(options).update(blog.archive(), store(null));
    }

    private Searcher opened() throws Exception {
        Searcher known = searcher;
        if (known == null) {
            known = open(null, SearchOptions.NONE);
            searcher = known;
        }
        known.refresh();
        return known;
    }

    private SearchResponse search(String query) throws Exception {
        return opened().search(SearchRequest.of(query));
    }

    private SearchResponse typed(String query) throws Exception {
        return opened().search(new SearchRequest(
                query, Map.of(), DayRange.ALWAYS, SearchRequest.Order.RELEVANCE, 10, 0, true));
    }

    private List<String> titles(String query) throws Exception {
        return titles(search(query));
    }

    private static List<String> titles(SearchResponse response) {
        return response.posts().stream().map(PostHit::title).toList();
    }

    private static SectionHit first(SearchResponse response) {
        return response.posts().getFirst().sections().getFirst();
    }

    private static List<String> values(SearchResponse response, Facet facet) {
        return response.facets().getOrDefault(facet, List.of()).stream()
                .map(value -> value.value() + " " + value.posts() + (value.isSelected() ? " selected" : ""))
                .toList();
    }

    @Test
    void withoutAnIndexItSaysHowToMakeOne() {
        NoSuchFileException absent = assertThrows(NoSuchFileException.class, this::opened);
        assertEquals("there is no index; `anchorage index` makes one", absent.getReason());
    }

    @Test
    void postsAreIndexedOnceAndFound() throws Exception {
        IndexReport first = update();
        assertEquals(3, first.added());
        assertEquals(1, first.generation());
        assertEquals(List.of("Lisbon by ferry"), titles("harbour"));
        IndexReport second = update();
        assertEquals(0, second.added() + second.changed() + second.removed());
        assertEquals(1, second.generation());
        assertEquals(3, opened().stats().posts());
        assertEquals(6, opened().stats().sections());
    }

    @Test
    void aChangedPostIsFoundByItsNewWordsOnly() throws Exception {
        update();
        String version = opened().version();
        blog.write("kobe.md", "---\ntitle: Kobe\ndate: 2023-11-20\n---\nDumplings after all.\n");
        IndexReport report = update();
        assertEquals(1, report.changed());
        assertEquals(2, report.generation());
        assertEquals(List.of("Kobe"), titles("dumplings"));
        assertEquals(List.of(), titles("noodles"));
        assertEquals(2, opened().generation());
        assertNotEquals(version, opened().version());
        assertEquals(List.of("Ferries 1", "travel 2"), sorted(values(search(""), Facet.TAG)));
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }

    @Test
    void aRemovedPostAndItsWordsAreGone() throws Exception {
        update();
        blog.delete("kobe.md");
        assertEquals(1, update().removed());
        assertEquals(List.of(), titles("noodles"));
        assertNull(search("noodels").didYouMean());
        assertEquals(2, opened().stats().posts());
        assertEquals(List.of("Ferries 1", "travel 2"), sorted(values(search(""), Facet.TAG)));
    }

    @Test
    void aHiddenPostIsGoneAndOneThatIsDueAppears() throws Exception {
        blog.write("later.md", "---\ntitle: Later\npublishDate: 2030-01-01\n---\nXyzzy at last.\n");
        assertEquals(1, update().hidden());
        assertEquals(List.of(), titles("xyzzy"));
        blog.write("kobe.md", "---\ntitle: Kobe\ndraft: true\n---\nNoodles.\n");
        update();
        assertEquals(List.of(), titles("noodles"));
        blog.at(Instant.parse("2030-01-02T00:00:00Z"));
        update();
        assertEquals(List.of("Later"), titles("xyzzy"));
    }

    @Test
    void valuesOfOneFacetWidenThoseOfTwoNarrowAndEachIsCountedWithoutItself() throws Exception {
        update();
        SearchResponse all = search("tag:ferries");
        assertEquals(List.of("Kobe", "Lisbon by ferry"), titles(all));
        assertEquals(List.of("Ferries 2 selected", "travel 2", "Food 1"), values(all, Facet.TAG));
        assertEquals(List.of("Kaori 1", "Runa 1"), values(all, Facet.AUTHOR));
        SearchResponse both = search("tag:FERRIES author:runa");
        assertEquals(List.of("Lisbon by ferry"), titles(both));
        assertEquals(List.of("Kaori 1", "Runa 1 selected"), values(both, Facet.AUTHOR));
        assertEquals(List.of("Ferries 1 selected", "travel 1"), values(both, Facet.TAG));
        assertEquals(3, search("tag:food tag:travel").total().posts());
        assertEquals(List.of("Der Hafen"), titles("-tag:ferries"));
        assertEquals(List.of("Kobe"), titles("after:2023"));
        assertEquals(List.of("Der Hafen", "Lisbon by ferry"), titles("before:2023"));
        assertEquals(List.of("Der Hafen"), titles("year:2022"));
    }

    @Test
    void totalsCountPostsAndSections() throws Exception {
        update();
        assertEquals(new Totals(3, 6), search("").total());
        assertEquals(new Totals(2, 2), search("ticket").total());
        assertEquals(new Totals(2, 4), search("ferry -boats").total());
    }

    @Test
    void phrasesStandTogetherInOnePart() throws Exception {
        update();
        assertEquals(List.of("Kobe"), titles("\"night boats\""));
        assertEquals(List.of("Kobe"), titles("\"boats leave late\""));
        assertEquals(0, search("\"boats night\"").total().posts());
        assertEquals(0, search("\"ferry the harbour\"").total().posts());
        assertEquals(List.of("Kobe"), titles("heading:\"night boats\""));
        assertEquals(List.of("Lisbon by ferry"), titles("title:lisbon"));
        assertEquals(0, search("title:harbour").total().posts());
    }

    @Test
    void whatNoSectionHasIsLookedForInPostsThenInPart() throws Exception {
        update();
        SearchResponse inPost = search("harbour tickets");
        assertEquals(Relaxation.POST, inPost.relaxed());
        assertEquals(new Totals(0, 0), inPost.total());
        assertEquals("Lisbon by ferry", titles(inPost).getFirst());
        SearchResponse some = search("noodles tide");
        assertEquals(Relaxation.SOME_WORDS, some.relaxed());
        assertEquals(2, some.posts().size());
        assertNull(search("tide").relaxed());
    }

    @Test
    void misspeltWordsAreFoundAndSaid() throws Exception {
        update();
        SearchResponse response = search("noodels");
        assertEquals(List.of("Kobe"), titles(response));
        assertEquals("noodles", response.didYouMean());
        assertEquals(Relaxation.SPELLING, response.relaxed());
    }

    @Test
    void whatIsBeingTypedBeginsWords() throws Exception {
        update();
        assertEquals(List.of("Kobe"), titles(typed("nood")));
        assertEquals(1, typed("nood").total().posts());
        assertEquals(List.of("Lisbon by ferry"), titles(typed("noon tag:fer")));
        assertEquals(
                List.of("Night boats"),
                opened().completions("nig").orElseThrow().queries());
        assertEquals(
                "/kobe/",
                opened().completions("kob").orElseThrow().posts().getFirst().url());
        assertEquals(
                List.of("noodles"), opened().completions("nood").orElseThrow().queries());
    }

    @Test
    void everyLanguageHasItsOwnForms() throws Exception {
        update();
        assertEquals(List.of("Der Hafen"), titles("Schiff"));
        assertEquals(List.of("Der Hafen"), titles("häfen"));
        assertEquals(List.of("Lisbon by ferry"), titles("turning noon"));
        blog.write("kobe-ja.md", "---\ntitle: 神戸の港\nlanguage: ja\n---\n夜の船は遅く出る。\n");
        update();
        assertEquals(List.of("神戸の港"), titles("夜の船"));
        assertEquals(List.of("神戸の港"), titles("船"));
    }

    @Test
    void aPostThatNamesNoLanguageIsFoundByThatOfItsText() throws Exception {
        blog.inAnyLanguage().write("inseln.md", """
                        ---
                        title: Zu den Inseln
                        date: 2020-01-01
                        ---
                        Wir nahmen die frühe Fähre, weil der Regen nicht aufhörte und es die einzige des Tages war.
                        """).write("shima.md", """
                        ---
                        title: 島へ
                        date: 2019-01-01
                        ---
                        雨がやまなかったので、早朝のフェリーで島へ渡った。
                        """).write("called.md", """
                        ---
                        title: Called French
                        date: 2018-01-01
                        lang: fr
                        ---
                        We took the early ferry because the rain had not stopped, and it was the only one of the day.
                        """);
        update();
        assertEquals(List.of("Der Hafen", "Zu den Inseln"), titles("language:de"));
        assertEquals(List.of("島へ"), titles("language:ja"));
        assertEquals(List.of("Called French"), titles("language:fr"));
        assertEquals(List.of("Lisbon by ferry"), titles("language:en"));
        assertEquals(List.of("Kobe"), titles("-language:de -language:ja -language:fr -language:en"));
        SearchResponse german = search("Fähre language:DE");
        assertEquals("de", german.posts().getFirst().language());
        assertEquals(List.of("de 1 selected"), values(german, Facet.LANGUAGE));
        assertEquals(List.of("de 2", "en 1", "fr 1", "ja 1"), values(search(""), Facet.LANGUAGE));
    }

    @Test
    void namesAreFoundWholeAndByTheirParts() throws Exception {
        update();
        assertEquals(List.of("Lisbon by ferry"), titles("TideTable::at"));
        assertEquals(List.of("Lisbon by ferry"), titles("tidetable"));
    }

    @Test
    void hitsLandOnTheHeadingWithWhatMatchesMarked() throws Exception {
        update();
        SectionHit hit = first(search("ticket ferry"));
        assertEquals("/lisbon/#tickets", hit.url());
        assertEquals("Tickets", marked(hit.heading(), hit.headingHighlights()).getFirst());
        assertEquals(List.of("ticket", "ferry"), marked(hit.snippet()));
        assertEquals("ticket%20for%20the", hit.textFragment());
    }

    private static List<String> marked(SearchResponse.@Nullable Snippet snippet) {
        return snippet == null ? List.of() : marked(snippet.text(), snippet.highlights());
    }

    private static List<String> marked(String text, List<SearchResponse.Highlight> ranges) {
        return ranges.stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }

    @Test
    void sectionsOfAPostAreOneHit() throws Exception {
        update();
        SearchResponse response = search("ferry");
        assertEquals(
                1,
                response.posts().stream()
                        .filter(post -> post.title().equals("Lisbon by ferry"))
                        .count());
        assertTrue(response.posts().getFirst().sections().size() > 1);
    }

    @Test
    void pagesAreCutFromOneOrder() throws Exception {
        for (int i = 0; i < 130; i++) {
            blog.write("walk-%03d.md".formatted(i), "---\ntitle: Walk %d\n---\nA path by the sea.\n".formatted(i));
        }
        update();
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 130; offset += 26) {
            SearchResponse page = opened().search(new SearchRequest(
                    "path", Map.of(), DayRange.ALWAYS, SearchRequest.Order.RELEVANCE, 26, offset, false));
            page.posts().forEach(post -> paged.add(post.path()));
            assertEquals(130, page.total().posts());
            assertEquals(offset + 26 < 130, page.hasMore());
        }
        assertEquals(130, paged.stream().distinct().count());
        SearchResponse newest = opened().search(
                        new SearchRequest("", Map.of(), DayRange.ALWAYS, SearchRequest.Order.NEWEST, 2, 0, false));
        assertEquals(List.of("Kobe", "Der Hafen"), titles(newest));
        SearchResponse oldest = opened().search(
                        new SearchRequest("", Map.of(), DayRange.ALWAYS, SearchRequest.Order.OLDEST, 1, 1, false));
        assertEquals(List.of("Der Hafen"), titles(oldest));
    }

    @Test
    void linksOfOtherPostsCount() throws Exception {
        update();
        Explanation why = opened().explain(SearchRequest.of("boats"), "/kobe/#night-boats");
        assertEquals(Explanation.Verdict.FOUND, why.verdict());
        assertEquals(1, why.post() == null ? 0 : why.post().links());
        assertEquals(1, why.section() == null ? 0 : why.section().links());
    }

    @Test
    void whySaysWhatIsMissing() throws Exception {
        update();
        Searcher asked = opened();
        assertEquals(
                Explanation.Verdict.NOT_INDEXED,
                asked.explain(SearchRequest.of("boats"), "/nowhere/").verdict());
        assertEquals(
                Explanation.Verdict.NO_SECTION,
                asked.explain(SearchRequest.of("boats"), "/kobe/#day-boats").verdict());
        assertEquals(
                Explanation.Verdict.FILTERED,
                asked.explain(SearchRequest.of("boats tag:travel"), "/kobe/").verdict());
        assertEquals(
                Explanation.Verdict.NO_MATCH,
                asked.explain(SearchRequest.of("harbour"), "/kobe/").verdict());
        Explanation tickets = asked.explain(SearchRequest.of("night tickets"), "lisbon.md#tickets");
        assertEquals(List.of("night"), tickets.missing());
    }

    @Test
    void theOwnersPinsAndSynonymsHold() throws Exception {
        update();
        SearchOptions wishes = new SearchOptions(
                List.of(List.of("noodles", "ramen")),
                Map.of("ferry", "/hafen/#die-schiffe", "lost", "/gone/"),
                SearchOptions.RECENCY);
        try (Searcher wished = open(null, wishes)) {
            assertEquals(
                    "Der Hafen",
                    titles(wished.search(SearchRequest.of("ferry"))).getFirst());
            assertEquals(List.of("Kobe"), titles(wished.search(SearchRequest.of("ramen"))));
            assertEquals(Map.of("lost", "/gone/"), wished.absentPins());
        }
    }

    @Test
    void whatIsPinnedAndFoundAnywayStandsThereOnce() throws Exception {
        update();
        SearchOptions wishes = new SearchOptions(List.of(), Map.of("tickets", "/kobe/"), SearchOptions.RECENCY);
        try (Searcher wished = open(null, wishes)) {
            assertEquals(List.of("Kobe", "Lisbon by ferry"), titles(wished.search(SearchRequest.of("tickets"))));
            assertEquals(
                    Explanation.Verdict.FOUND,
                    wished.explain(SearchRequest.of("tickets"), "/kobe/").verdict());
        }
    }

    @Test
    void aFullReindexReplacesAllAtOnceAndCanBeTakenBack() throws Exception {
        update();
        opened();
        blog.delete("kobe.md").write("new.md", "---\ntitle: New\n---\nXyzzy.\n");
        update(blog.options(true, false));
        assertEquals(List.of("New"), titles("xyzzy"));
        assertEquals(List.of(), titles("noodles"));
        Rollback back = store(null).rollBack().orElseThrow();
        assertEquals(3, back.generation());
        assertEquals(List.of("Kobe"), titles("noodles"));
        assertEquals(List.of(), titles("xyzzy"));
        assertThrows(IndexRefusedException.class, this::update);
        assertTrue(store(null).rollBack().isPresent());
        assertEquals(List.of("New"), titles("xyzzy"));
    }

    @Test
    void withoutAFullReindexThereIsNothingToGoBackTo() throws Exception {
        assertThrows(NoSuchFileException.class, () -> store(null).rollBack());
        update();
        assertEquals(Optional.empty(), store(null).rollBack());
    }

    @Test
    void whatIsExpectedMustHoldOrNothingChanges() throws Exception {
        update();
        opened();
        blog.write("kobe.md", "---\ntitle: Kobe\n---\nDumplings.\n");
        for (boolean isFull : List.of(false, true)) {
            IndexRefusedException refused =
                    assertThrows(IndexRefusedException.class, () -> update(expecting("noodles", isFull)));
            assertTrue(String.valueOf(refused.getMessage()).contains("\"noodles\" finds kobe.md"), refused::getMessage);
            assertEquals(List.of("Kobe"), titles("noodles"));
            assertEquals(List.of(), titles("dumplings"));
        }
        update(expecting("dumplings", false));
        assertEquals(List.of("Kobe"), titles("dumplings"));
        assertEquals(List.of("Lisbon by ferry"), titles("harbour"));
    }

    private IndexOptions expecting(String query, boolean isFull) {
        return new IndexOptions(
                blog.index(),
                isFull,
                false,
                "hugo",
                "en",
                false,
                Instant.parse("2026-11-22T12:00:00Z"),
                0,
                new ExpectedHits(List.of(new ExpectedHit(query, "kobe.md", 1))),
                IndexProgress.NONE,
                true);
    }

    @Test
    void anArchiveThatIsNearlyEmptyIsRefused() throws Exception {
        for (int i = 0; i < 20; i++) {
            blog.write("walk-" + i + ".md", "# Walk " + i + "\n\nA path.\n");
        }
        update();
        for (int i = 0; i < 20; i++) {
            blog.delete("walk-" + i + ".md");
        }
        blog.delete("kobe.md");
        assertThrows(IndexRefusedException.class, this::update);
        assertEquals(23, opened().stats().posts());
        assertEquals(20, search("path").total().posts());
        assertEquals(List.of("Kobe"), titles("noodles"));
    }

    @Test
    void oneUpdateRunsAtATime() throws Exception {
        update();
        try (StoreUpdate running = store(null).begin(false)) {
            assertFalse(running.indexed().byPath().isEmpty());
            IndexRefusedException second = assertThrows(IndexRefusedException.class, this::update);
            assertTrue(String.valueOf(second.getMessage()).contains("is being updated by process"), second::getMessage);
        }
        assertEquals(3, update().unchanged());
    }

    @Test
    void sitesAreApartAndAnswerTogether() throws Exception {
        TestBlog other = new TestBlog(folder.resolve("other"))
                .builtBy(new Generator("hugo"))
                .write("kobe.md", "---\ntitle: Kobe beef\ntags: [food]\n---\nNoodles again and again.\n");
        blog.indexer(blog.options(false, false)).update(blog.archive(), store("boats"));
        other.indexer(other.options(false, false)).update(other.archive(), store("meals"));
        try (Searcher boats = open("boats", SearchOptions.NONE);
                Searcher meals = open("meals", SearchOptions.NONE);
                Searcher both = boats.joined(List.of(boats, meals))) {
            assertEquals(List.of("Kobe"), titles(boats.search(SearchRequest.of("noodles"))));
            assertEquals(List.of("Kobe beef"), titles(meals.search(SearchRequest.of("noodles"))));
            assertEquals(0, meals.search(SearchRequest.of("harbour")).total().posts());
            SearchResponse joint = both.search(SearchRequest.of("noodles"));
            assertEquals(2, joint.total().posts());
            assertEquals(
                    List.of("boats", "meals"),
                    joint.posts().stream().map(PostHit::site).sorted().toList());
            assertEquals(List.of("Food 2", "ferries 1").stream().sorted().toList(), sorted(values(joint, Facet.TAG)));
        }
        blog.delete("kobe.md");
        blog.indexer(blog.options(true, false)).update(blog.archive(), store("boats"));
        try (Searcher meals = open("meals", SearchOptions.NONE)) {
            assertEquals(List.of("Kobe beef"), titles(meals.search(SearchRequest.of("noodles"))));
        }
    }

    @Test
    void valuesShownAreThoseMostAuthorsWrite() throws Exception {
        update();
        List<FacetValue> tags = opened().stats().facets().getOrDefault(Facet.TAG, List.of());
        assertEquals(
                List.of("Ferries", "travel", "Food"),
                tags.stream().map(FacetValue::value).toList());
    }
}
