package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.post.Generator;
import dev.anchorage.post.Post;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostReader;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random requests, against counting by hand over the posts as they are read from their files.
final class FacetsTest {
    private static final List<Facet> FACETS = List.of(Facet.values());
    private static final int REQUESTS = 300;
    private static final int MAX_VALUES = 50;

    @Test
    void ofTheSampleArchive(@TempDir Path folder) throws IOException {
        countsAreAsByHand(new TestBlog(Path.of("data"), folder), "sphinx", List.of("", "", "ferry", "tide", "lisbon"));
    }

    @ParameterizedTest
    @CsvSource({"v8.dev/src, eleventy-id", "letsencrypt/content/en/post, hugo"})
    void ofRealArchives(String archive, String generator, @TempDir Path folder) throws IOException {
        Path posts = TestBlog.shared("archives").resolve(archive);
        countsAreAsByHand(new TestBlog(posts, folder), generator, List.of("", "", "release", "security", "javascript"));
    }

    /// Each city lies in a region, each region in a country; posts name cities, regions or countries, up to three.
    @Test
    void ofPlacesThatLieInOneAnother(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder).withLocationHierarchy();
        Random random = new Random(7);
        for (int i = 0; i < 120; i++) {
            blog.write("post-" + i + ".md", placed(random));
        }
        countsAreAsByHand(blog, "hugo", List.of("", "ferry", "tide"));
    }

    @Test
    void aCountryFindsAllPostsBelowIt(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder)
                .builtBy(new Generator("hugo"))
                .withLocationHierarchy()
                .write("a.md", "---\nlocation: Chicago, Illinois, USA\n---\n# A\n")
                .write("b.md", "---\nlocations: ['Joliet, Illinois, USA', 'Chicago,Illinois,USA']\n---\n# B\n")
                .write("c.md", "---\nlocation: usa\n---\n# C\n")
                .write("d.md", "---\nlocation: Oslo, Norway\n---\n# D\n")
                .write("e.md", "---\nlocation: " + "a, ".repeat(20) + "USA\n---\n# E\n");
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(Set.of("a.md", "b.md", "c.md"), at(searcher, "USA"));
            assertEquals(Set.of("a.md", "b.md"), at(searcher, "illinois, usa"));
            assertEquals(Set.of("b.md"), at(searcher, "Joliet, Illinois, USA"));
            assertEquals(Set.of("a.md", "b.md", "d.md"), at(searcher, "Illinois, USA", "Norway"));
            assertEquals(Set.of("a.md", "b.md"), at(searcher, "Illinois"));
            assertEquals(Set.of("b.md"), at(searcher, "joliet"));
            assertEquals(Set.of("a.md", "b.md"), at(searcher, "Chicago,Illinois ,USA"));
            assertEquals(Set.of(), at(searcher, "Illi"));
            assertEquals(Set.of("d.md", "e.md"), paths(searcher, request("-location:USA", Map.of(), DayRange.ALWAYS)));
            assertEquals(
                    Set.of("a.md", "b.md"),
                    paths(searcher, request("location:\"Illinois, USA\"", Map.of(), DayRange.ALWAYS)));
            assertEquals(
                    Set.of("d.md", "c.md", "e.md"),
                    paths(searcher, request("-location:Illinois", Map.of(), DayRange.ALWAYS)));
            assertEquals(
                    "Illinois, USA",
                    searcher.completions("illi").orElseThrow().queries().getFirst());
            SearchResponse all = searcher.search(request("", Map.of(), DayRange.ALWAYS));
            assertEquals(
                    List.of("USA 3", "Chicago, Illinois, USA 2", "Illinois, USA 2", "Joliet, Illinois, USA 1"),
                    all.facets().getOrDefault(Facet.LOCATION, List.of()).stream()
                            .limit(4)
                            .map(value -> value.value() + " " + value.posts())
                            .toList());
            assertEquals(
                    List.of("Joliet, Illinois, USA", "Chicago, Illinois, USA"),
                    all.posts().stream()
                            .filter(post -> post.path().equals("b.md"))
                            .flatMap(post -> post.labels().getOrDefault(Facet.LOCATION, List.of()).stream())
                            .toList());
        }
    }

    @Test
    void unlessAskedForAPlaceIsOnlyItself(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder).builtBy(new Generator("hugo"));
        blog.write("a.md", "---\nlocation: Chicago, Illinois, USA\n---\n# A\n").update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(Set.of("a.md"), at(searcher, "Chicago, Illinois, USA"));
            assertEquals(Set.of(), at(searcher, "USA"));
        }
    }

    @ParameterizedTest
    @CsvSource({"Işık, IŞIK", "İstanbul, istanbul", "Straße, STRASSE", "cafe\u0301, Café", "Zoë, ZOE\u0308"})
    void valuesMatchWithoutCaseInAnyScript(String tag, String asked, @TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder).write("a.md", "---\ntags: [" + tag + "]\n---\n# A\n");
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            SearchResponse answer = searcher.search(SearchRequest.of("tag:" + asked));
            assertEquals(1, answer.total().posts());
            assertTrue(answer.facets()
                    .getOrDefault(Facet.TAG, List.of())
                    .getFirst()
                    .isSelected());
        }
    }

    /// `georgia` is a place by itself, so that Atlanta's is not meant.
    @Test
    void aPlaceOfThatNameComesBeforeThoseThatLieInOthers(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder)
                .builtBy(new Generator("hugo"))
                .withLocationHierarchy()
                .write("a.md", "---\nlocation: Georgia\n---\n# A\n")
                .write("b.md", "---\nlocation: Atlanta, Georgia, USA\n---\n# B\n");
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(Set.of("a.md"), at(searcher, "Georgia"));
            assertEquals(Set.of("b.md"), at(searcher, "Atlanta"));
        }
    }

    private static Set<String> at(SectionSearcher searcher, String... places) throws IOException {
        return paths(searcher, request("", Map.of(Facet.LOCATION, List.of(places)), DayRange.ALWAYS));
    }

    private static String placed(Random random) {
        List<String> places = List.of(
                "Chicago, Illinois, USA",
                "CHICAGO,  illinois, usa",
                "Springfield,Illinois,USA",
                "Springfield, Oregon, USA",
                "Oregon, USA",
                "USA",
                "Bergen, Norway",
                "Norway",
                "the open sea",
                "Illinois, Illinois, Illinois");
        List<String> named = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            named.add("'" + places.get(random.nextInt(places.size())) + "'");
        }
        return "---\ntitle: Post\ntags: [t" + random.nextInt(3) + "]\ndate: 20" + (14 + random.nextInt(9))
                + "-05-01\nlocations: " + named + "\n---\n" + (random.nextBoolean() ? "A ferry." : "The tide.") + "\n";
    }

    private static void countsAreAsByHand(TestBlog blog, String name, List<String> queries) throws IOException {
        Generator generator = new Generator(name);
        blog.builtBy(generator).update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            Map<String, Post> posts = posts(blog, searcher);
            Map<String, List<Post>> found = new HashMap<>();
            Random random = new Random(1);
            for (int i = 0; i < REQUESTS; i++) {
                String query = queries.get(random.nextInt(queries.size()));
                if (!found.containsKey(query)) {
                    found.put(
                            query,
                            paths(searcher, request(query, Map.of(), DayRange.ALWAYS)).stream()
                                    .map(posts::get)
                                    .toList());
                }
                SearchRequest request = request(query, filters(random, posts), days(random));
                assertAsByHand(request, searcher, found.getOrDefault(query, List.of()));
            }
        }
    }

    /// By path; every visible post stands among the newest.
    private static Map<String, Post> posts(TestBlog blog, SectionSearcher searcher) throws IOException {
        PostReader reader = blog.reader();
        Map<String, Post> read = new TreeMap<>();
        Set<String> visible = paths(searcher, request("", Map.of(), DayRange.ALWAYS));
        for (SourceFile file : blog.archive().scan().files()) {
            if (visible.contains(file.path())) {
                try {
                    read.put(file.path(), reader.read(file.path(), file.bytes()));
                } catch (PostFormatException unexpected) {
                    throw new AssertionError(unexpected);
                }
            }
        }
        assertEquals(visible, read.keySet());
        assertTrue(read.size() > 20, read.keySet()::toString);
        return read;
    }

    private static SearchRequest request(String query, Map<Facet, List<String>> filters, DayRange days) {
        return new SearchRequest(query, filters, days, Order.NEWEST, SearchRequest.MAX_LIMIT, 0, false);
    }

    private static Set<String> paths(SectionSearcher searcher, SearchRequest request) throws IOException {
        Set<String> paths = new TreeSet<>();
        SearchResponse response;
        do {
            response = searcher.search(new SearchRequest(
                    request.query(),
                    request.filters(),
                    request.days(),
                    request.sort(),
                    request.limit(),
                    paths.size(),
                    false));
            response.posts().stream().map(PostHit::path).forEach(paths::add);
        } while (response.hasMore());
        return paths;
    }

    /// Up to three facets, each with one or two values that posts have, in any case.
    private static Map<Facet, List<String>> filters(Random random, Map<String, Post> posts) {
        List<Post> all = List.copyOf(posts.values());
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            Facet facet = FACETS.get(random.nextInt(FACETS.size()));
            List<String> values = values(all.get(random.nextInt(all.size())), facet);
            if (!values.isEmpty()) {
                String value = values.get(random.nextInt(values.size()));
                filters.computeIfAbsent(facet, first -> new ArrayList<>())
                        .add(random.nextBoolean() ? value : value.toUpperCase(Locale.ROOT));
            }
        }
        return filters;
    }

    private static DayRange days(Random random) {
        return new DayRange(
                random.nextInt(4) == 0 ? period(random) : null, random.nextInt(4) == 0 ? period(random) : null);
    }

    private static DayRange.Period period(Random random) {
        LocalDate day = LocalDate.of(2014 + random.nextInt(13), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String written = day.toString().substring(0, new int[] {4, 7, 10}[random.nextInt(3)]);
        return Objects.requireNonNull(DayRange.Period.parse(written));
    }

    private static List<String> values(Post post, Facet facet) {
        return switch (facet) {
            case TAG -> post.tags();
            case LOCATION -> withEnclosing(post.locations());
            case CATEGORY -> post.categories();
            case AUTHOR -> post.authors();
            case LANGUAGE -> post.language() == null ? List.of() : List.of(post.language());
            case YEAR ->
                post.date() == null
                        ? List.of()
                        : List.of(Integer.toString(post.date().getYear()));
        };
    }

    /// The other archives have no commas within a place.
    private static List<String> withEnclosing(List<String> locations) {
        List<String> all = new ArrayList<>();
        for (String location : locations) {
            String place = location.replaceAll("\\s*,\\s*", ", ");
            all.add(place);
            for (int comma = place.indexOf(", "); comma >= 0; comma = place.indexOf(", ")) {
                place = place.substring(comma + 2);
                all.add(place);
            }
        }
        return all;
    }

    private static Set<String> folded(Post post, Facet facet) {
        return values(post, facet).stream()
                .map(Facet::fold)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean passes(Post post, SearchRequest request, @Nullable Facet but) {
        DayRange days = request.days();
        LocalDate day = post.date();
        boolean isInDays = days.isAlways()
                || (day != null
                        && (days.after() == null || !day.isBefore(days.after().firstDay()))
                        && (days.before() == null || day.isBefore(days.before().firstDay())));
        return isInDays
                && request.filters().entrySet().stream()
                        .filter(filter -> filter.getKey() != but)
                        .allMatch(filter -> filter.getValue().stream()
                                .anyMatch(value -> folded(post, filter.getKey()).contains(Facet.fold(value))));
    }

    private static void assertAsByHand(SearchRequest request, SectionSearcher searcher, List<Post> found)
            throws IOException {
        SearchResponse response = searcher.search(request);
        List<Post> expected =
                found.stream().filter(post -> passes(post, request, null)).toList();
        assertEquals(expected.size(), response.total().posts(), request::toString);
        if (expected.isEmpty()) {
            return; // what is counted then is what was found instead
        }
        assertEquals(
                expected.stream().map(Post::path).collect(Collectors.toCollection(TreeSet::new)),
                paths(searcher, request),
                request::toString);
        for (Facet facet : Facet.values()) {
            Map<String, Integer> byHand = new TreeMap<>();
            found.stream()
                    .filter(post -> passes(post, request, facet))
                    .forEach(post -> folded(post, facet).forEach(value -> byHand.merge(value, 1, Integer::sum)));
            assertCounts(byHand, response.facets().getOrDefault(facet, List.of()), facet + " of " + request);
            assertAuthored(found, facet, response.facets().getOrDefault(facet, List.of()));
            assertSelected(
                    request.filters().getOrDefault(facet, List.of()),
                    response.facets().getOrDefault(facet, List.of()));
        }
    }

    private static void assertCounts(Map<String, Integer> byHand, List<FacetValue> counted, String request) {
        Map<String, Integer> counts =
                counted.stream().collect(Collectors.toMap(value -> Facet.fold(value.value()), FacetValue::posts));
        assertTrue(counts.size() >= Math.min(MAX_VALUES, byHand.size()), request);
        counts.forEach(
                (value, posts) -> assertEquals(byHand.getOrDefault(value, 0), posts, () -> value + " as " + request));
    }

    private static void assertAuthored(List<Post> posts, Facet facet, List<FacetValue> counted) {
        Set<String> authored = posts.stream()
                .flatMap(post -> values(post, facet).stream())
                .map(String::strip)
                .collect(Collectors.toSet());
        counted.forEach(value -> assertTrue(value.isSelected() || authored.contains(value.value()), value::toString));
    }

    /// Also those that no post found has, so that they can be given up.
    private static void assertSelected(List<String> wanted, List<FacetValue> counted) {
        assertEquals(
                wanted.stream().map(Facet::fold).collect(Collectors.toSet()),
                counted.stream()
                        .filter(FacetValue::isSelected)
                        .map(value -> Facet.fold(value.value()))
                        .collect(Collectors.toSet()));
    }
}
