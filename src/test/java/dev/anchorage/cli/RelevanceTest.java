package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SectionSearcher;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scores the ranking by queries whose answers authors gave by linking, and prints the table:
/// `mvn test -Dtest=RelevanceTest -Drelevance=400`, the number being that of queries of each kind.
@EnabledIfSystemProperty(named = "relevance", matches = "\\d+")
final class RelevanceTest {
    private static final int ASKED = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"rust-blog, rustblog", "astro-docs, astroen", "astro-docs, astrode", "astro-docs, astrozh"})
    void meanReciprocalRanks(String archive, String queries) throws Exception {
        Path posts = TestBlog.shared("archives/" + archive);
        Path index = folder.resolve("index");
        assertEquals(
                "",
                Cli.run("index", "--posts", posts.toString(), "--index", index.toString(), "--quiet")
                        .out());
        Map<String, Score> scores = new TreeMap<>();
        try (SectionSearcher searcher = new SectionSearcher(index)) {
            for (String line : Files.readAllLines(TestBlog.shared("relevance/queries/" + queries + ".queries.tsv"))) {
                String[] parts = line.split("\t", -1);
                if (!line.startsWith("#") && parts.length > 5) {
                    Score score = scores.computeIfAbsent(parts[1], kind -> new Score());
                    if (score.posts.size() < Integer.getInteger("relevance")) {
                        score(score, searcher, parts[3], parts[4], parts[5]);
                    }
                }
            }
        }
        scores.forEach((kind, score) -> System.out.printf(
                Locale.ROOT,
                "%-10s %-10s n %3d  post MRR %.3f  section MRR %.3f (of %d)%n",
                queries,
                kind,
                score.posts.size(),
                mean(score.posts),
                mean(score.sections),
                score.sections.size()));
    }

    private static void score(Score score, SectionSearcher searcher, String query, String relevant, String source)
            throws Exception {
        SearchRequest request =
                SearchRequest.parse(Map.of("q", List.of(query), "limit", List.of(String.valueOf(ASKED))));
        List<String> sources =
                List.of(source.split(" ", -1)).stream().map(RelevanceTest::page).toList();
        List<PostHit> hits = searcher.search(request).posts().stream()
                .filter(hit -> !sources.contains(page(hit.url())))
                .limit(10)
                .toList();
        int post = 0;
        int section = 0;
        for (String right : relevant.split(" ", -1)) {
            for (int i = 0; i < hits.size(); i++) {
                if (page(hits.get(i).url()).equals(page(right))) {
                    post = post == 0 ? i + 1 : Math.min(post, i + 1);
                    section = section == 0 && isSection(hits.get(i), right) ? i + 1 : section;
                }
            }
        }
        score.posts.add(post == 0 ? 0 : 1.0 / post);
        if (relevant.contains("#")) {
            score.sections.add(section == 0 ? 0 : 1.0 / section);
        }
    }

    private static boolean isSection(PostHit hit, String right) {
        if (right.indexOf('#') < 0 || hit.sections().isEmpty()) {
            return false;
        }
        String anchor = hit.sections().getFirst().anchor();
        for (String alias : right.substring(right.indexOf('#') + 1).split("\\|", -1)) {
            if (loose(alias).equals(loose(anchor == null ? "" : anchor))) {
                return true;
            }
        }
        return false;
    }

    static String page(String url) {
        return decoded(url)
                .replaceFirst("^[a-z]+://[^/]+", "")
                .replaceFirst("[?#].*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(?:/index)?\\.(?:html?|md|mdx|markdown)$", "")
                .replaceFirst("/?_?index$", "")
                .replaceAll("^/+|/+$", "");
    }

    private static String loose(String anchor) {
        return decoded(anchor).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    private static final class Score {
        private final List<Double> posts = new ArrayList<>();
        private final List<Double> sections = new ArrayList<>();
    }
}
