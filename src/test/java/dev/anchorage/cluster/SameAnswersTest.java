package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.Relevance;
import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.post.Generator;
import dev.anchorage.search.DayRange;
import dev.anchorage.search.QueryFuzz;
import dev.anchorage.search.RemoteSearcher;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same posts in a folder and in a cluster, asked the same.
@NeedsCluster
final class SameAnswersTest {
    private static final int QUERIES = 500;
    private static final double SAME = 0.95;
    private static final int SCORED = 40;
    private static final double ALIKE = 0.01;

    @TempDir
    Path folder;

    @Test
    void ofTheSampleArchive() throws Exception {
        compare(Path.of("data"), "sphinx", List.of());
    }

    @Test
    void ofARealArchive() throws Exception {
        compare(TestBlog.shared("archives/v8.dev"), "eleventy-id", List.of());
    }

    /// Nothing of it is an error; what has more clauses than a cluster takes may be counted otherwise.
    @Test
    void ofWhatNobodyShouldEverType() throws Exception {
        List<String> words = List.of("ferry", "lisbon", "tide", "open-source", "kobe", "3.8", "hafen");
        QueryFuzz fuzz = new QueryFuzz(Long.getLong("anchorage.test.seed", 1), words);
        List<String> queries = new ArrayList<>();
        while (queries.size() < QUERIES) {
            queries.add(fuzz.next());
        }
        compare(Path.of("data"), "sphinx", queries);
    }

    /// Of each kind of query, some, or as many as `-Drelevance=` says.
    @ParameterizedTest
    @CsvSource({"rust-blog, rustblog", "astro-docs, astroen", "astro-docs, astrode", "astro-docs, astrozh"})
    void scoreAlikeByWhatAuthorsLinkTo(String archive, String queries) throws Exception {
        Path posts = TestBlog.shared("archives/" + archive);
        TestBlog blog = new TestBlog(posts, folder.resolve("index")).builtAsSeen();
        blog.update();
        try (ClusterSections sections = new ClusterSections(TestCluster.shared().options())) {
            blog.indexer(blog.options(false, false)).update(blog.archive(), new ClusterStore(sections, null));
            try (SectionSearcher here = new SectionSearcher(blog.index());
                    RemoteSearcher there = new RemoteSearcher(sections, null, SearchOptions.NONE)) {
                int most = Integer.getInteger("relevance", SCORED);
                Map<String, Relevance> scores = Relevance.of(here, queries, most);
                Relevance.of(there, queries, most).forEach((kind, score) -> {
                    Relevance same = Objects.requireNonNull(scores.get(kind));
                    assertEquals(same.ofPosts(), score.ofPosts(), ALIKE, kind);
                    if (same.queriesOfSections() > 0) {
                        assertEquals(same.ofSections(), score.ofSections(), ALIKE, kind);
                    }
                });
            }
        }
    }

    /// @param asked  queries; none: some words of the archive
    private void compare(Path posts, String generator, List<String> asked) throws Exception {
        TestBlog blog = new TestBlog(posts, folder.resolve("index")).builtBy(new Generator(generator));
        blog.update();
        try (ClusterSections sections = new ClusterSections(TestCluster.shared().options())) {
            blog.indexer(blog.options(false, false)).update(blog.archive(), new ClusterStore(sections, null));
            try (SectionSearcher here = new SectionSearcher(blog.index());
                    RemoteSearcher there = new RemoteSearcher(sections, null, SearchOptions.NONE)) {
                assertEquals(here.stats().posts(), there.stats().posts());
                assertEquals(here.stats().sections(), there.stats().sections());
                assertEquals(here.stats().facets(), there.stats().facets());
                List<String> others = new ArrayList<>();
                List<String> queries = asked.isEmpty() ? queries(here) : asked;
                for (int i = 0; i < queries.size(); i++) {
                    SearchRequest request = request(queries.get(i), i % 5 == 4);
                    SearchResponse one = here.search(request);
                    SearchResponse two = there.search(request);
                    if (!first(one).equals(first(two)) || (!asked.isEmpty() && !isCountedAlike(one, two))) {
                        others.add(request.query() + ": " + first(one) + " but " + first(two));
                    }
                    assertTrue(!asked.isEmpty() || isCountedAlike(one, two), request::query);
                    assertEquals(one.didYouMean(), two.didYouMean(), request::query);
                }
                assertTrue(others.size() <= queries.size() * (1 - SAME), others::toString);
            }
        }
    }

    private static boolean isCountedAlike(SearchResponse one, SearchResponse two) {
        return one.facets().equals(two.facets()) && one.total().equals(two.total()) && one.relaxed() == two.relaxed();
    }

    private static SearchRequest request(String query, boolean isTyping) {
        return new SearchRequest(
                query,
                Map.of(),
                DayRange.ALWAYS,
                SearchRequest.Order.RELEVANCE,
                SearchRequest.DEFAULT_LIMIT,
                0,
                isTyping);
    }

    private static List<String> first(SearchResponse response) {
        return response.posts().stream().limit(5).map(PostHit::url).toList();
    }

    /// Words that stand side by side in titles, headings and prose: some in quotes, some misspelt, some with a filter.
    private static List<String> queries(SectionSearcher searcher) throws IOException {
        List<String> texts = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        SearchRequest all = new SearchRequest(
                "", Map.of(), DayRange.ALWAYS, SearchRequest.Order.NEWEST, SearchRequest.MAX_LIMIT, 0, false);
        for (PostHit post : searcher.search(all).posts()) {
            texts.add(post.title());
            tags.addAll(post.labels().getOrDefault(Facet.TAG, List.of()));
            post.sections().forEach(section -> {
                texts.add(section.heading());
                if (section.snippet() != null) {
                    texts.add(section.snippet().text());
                }
            });
        }
        Random random = new Random(42);
        List<String> queries = new ArrayList<>();
        while (queries.size() < QUERIES) {
            String[] words = texts.get(random.nextInt(texts.size()))
                    .replaceAll("[\"*()|:]", " ")
                    .strip()
                    .split("\\s+", -1);
            int from = random.nextInt(words.length);
            int end = Math.min(words.length, from + 1 + random.nextInt(4));
            String query = String.join(" ", List.of(words).subList(from, end));
            if (!query.isBlank()) {
                queries.add(varied(query, tags, random));
            }
        }
        return queries;
    }

    private static String varied(String query, List<String> tags, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "\"" + query + "\"";
            case 1 -> query.length() < 4 ? query : query.substring(0, 1) + query.substring(2);
            case 2 -> tags.isEmpty() ? query : query + " tag:\"" + tags.get(random.nextInt(tags.size())) + "\"";
            case 3 -> "title:" + query;
            default -> query;
        };
    }
}
