package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.Relevance;
import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SectionSearcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Types the last words of link texts and titles whose answers authors gave by linking. However many letters
/// are missing, the finished word brings its answer higher in the mean, and more answers higher than lower. Those whose
/// answer stands lower with the word finished than at some key before are counted by why that is:
/// `mvn test -Dtest=TypedRelevanceTest -Dtyped=400`, the number being that of queries of each set.
@EnabledIfSystemProperty(named = "typed", matches = "\\d+")
final class TypedRelevanceTest {
    private static final int FIRST_KEY = 2;
    private static final int ASKED = 30;

    /// Of fewer words with so many letters missing, a mean says little.
    private static final int ENOUGH = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"rust-blog, rustblog", "astro-docs, astroen", "astro-docs, astrode", "astro-docs, astrozh"})
    void finishedWordsAgainstTheirPrefixes(String archive, String queries) throws Exception {
        Path posts = TestBlog.shared("archives/" + archive);
        Path index = folder.resolve("index");
        assertEquals(
                "",
                Cli.run("index", "--posts", posts.toString(), "--index", index.toString(), "--quiet")
                        .out());
        int asked = 0;
        List<Worse> worse = new ArrayList<>();
        Map<Integer, List<Double>> gains = new TreeMap<>();
        try (SectionSearcher searcher = new SectionSearcher(index)) {
            for (String line : Files.readAllLines(TestBlog.shared("relevance/queries/" + queries + ".queries.tsv"))) {
                String[] parts = line.split("\t", -1);
                boolean isAsked = !line.startsWith("#")
                        && parts.length > 5
                        && (parts[1].equals("link") || parts[1].equals("title"))
                        && lastWord(parts[3]).length() > FIRST_KEY;
                if (isAsked && asked < Integer.getInteger("typed")) {
                    asked++;
                    Worse found = typed(searcher, parts[3], pages(parts[4]), pages(parts[5]), gains);
                    if (found != null) {
                        worse.add(found);
                    }
                }
            }
        }
        Map<String, Long> reasons =
                worse.stream().collect(Collectors.groupingBy(Worse::reason, TreeMap::new, Collectors.counting()));
        System.out.printf("%s: %d of %d worse, %s%n", queries, worse.size(), asked, reasons);
        worse.sort(Comparator.comparingDouble(Worse::lost).reversed());
        worse.forEach(System.out::println);
        gains.forEach((missing, each) -> assertGain(queries + ", " + missing + " letters missing", each));
    }

    /// @param gains by how much the finished word raised the reciprocal of its answer's rank, for each query
    private static void assertGain(String what, List<Double> gains) {
        double mean = gains.stream().mapToDouble(gain -> gain).average().orElseThrow();
        long higher = gains.stream().filter(gain -> gain > 0).count();
        long lower = gains.stream().filter(gain -> gain < 0).count();
        String found = String.format(
                Locale.ROOT,
                "%s: %+.3f in the mean of %d, %d higher, %d lower",
                what,
                mean,
                gains.size(),
                higher,
                lower);
        System.out.println(found);
        assertTrue(gains.size() < ENOUGH || (mean >= 0 && higher >= lower), found);
    }

    private static String lastWord(String query) {
        return query.substring(query.lastIndexOf(' ') + 1);
    }

    private static Set<String> pages(String urls) {
        return Arrays.stream(urls.split(" ", -1)).map(Relevance::page).collect(Collectors.toSet());
    }

    private static @org.jspecify.annotations.Nullable Worse typed(
            SectionSearcher searcher,
            String query,
            Set<String> right,
            Set<String> sources,
            Map<Integer, List<Double>> gains)
            throws Exception {
        List<String> finished = ahead(searcher, query, right, sources);
        String best = query;
        List<String> fewest = finished;
        for (int end = query.lastIndexOf(' ') + 1 + FIRST_KEY; end < query.length(); end++) {
            List<String> ahead = ahead(searcher, query.substring(0, end), right, sources);
            gains.computeIfAbsent(query.length() - end, missing -> new ArrayList<>())
                    .add(worth(finished) - worth(ahead));
            if (ahead.size() < fewest.size()) {
                best = query.substring(0, end);
                fewest = ahead;
            }
        }
        if (best.equals(query)) {
            return null;
        }
        Set<String> having = having(searcher, lastWord(query));
        List<String> passing = new ArrayList<>(finished);
        passing.removeAll(fewest);
        String reason = right.stream().noneMatch(having::contains)
                ? "the answer lacks the word"
                : having.containsAll(passing) ? "passed by posts with the word" : "passed by others, too";
        return new Worse(query, best, finished.size() + 1, fewest.size() + 1, reason);
    }

    private static double worth(List<String> ahead) {
        return ahead.size() < ASKED ? 1.0 / (ahead.size() + 1) : 0;
    }

    /// What stands before the answer.
    private static List<String> ahead(SectionSearcher searcher, String query, Set<String> right, Set<String> sources)
            throws Exception {
        return pages(searcher, Map.of("q", query, "typing", "true", "limit", String.valueOf(ASKED))).stream()
                .filter(page -> !sources.contains(page))
                .takeWhile(page -> !right.contains(page))
                .toList();
    }

    /// All posts with a word as it is.
    private static Set<String> having(SectionSearcher searcher, String word) throws Exception {
        Set<String> having = new HashSet<>();
        List<String> page;
        do {
            page = pages(
                    searcher,
                    Map.of(
                            "q",
                            '"' + word.replace("\"", "") + '"',
                            "sort",
                            "newest",
                            "limit",
                            String.valueOf(SearchRequest.MAX_LIMIT),
                            "offset",
                            String.valueOf(having.size())));
            having.addAll(page);
        } while (page.size() == SearchRequest.MAX_LIMIT);
        return having;
    }

    private static List<String> pages(SectionSearcher searcher, Map<String, String> parameters) throws Exception {
        Map<String, List<String>> each = new TreeMap<>();
        parameters.forEach((name, value) -> each.put(name, List.of(value)));
        SearchResponse answer = searcher.searchBriefly(SearchRequest.parse(each));
        return answer.posts().stream().map(post -> Relevance.page(post.url())).toList();
    }

    /// @param rank  of the answer with the word finished
    /// @param best  the best before
    private record Worse(String query, String prefix, int rank, int best, String reason) {
        double lost() {
            return 1.0 / best - 1.0 / rank;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f %s: %d, %s: %d, %s", lost(), query, rank, prefix, best, reason);
        }
    }
}
