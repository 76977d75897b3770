package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.Relevance;
import dev.anchorage.TestBlog;
import dev.anchorage.search.SectionSearcher;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scores the ranking by queries whose answers authors gave by linking, and prints the table:
/// `mvn test -Dtest=RelevanceTest -Drelevance=400`, the number being that of queries of each kind.
@EnabledIfSystemProperty(named = "relevance", matches = "\\d+")
final class RelevanceTest {
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
        Map<String, Relevance> scores;
        try (SectionSearcher searcher = new SectionSearcher(index)) {
            scores = Relevance.of(searcher, queries, Integer.getInteger("relevance"));
        }
        scores.forEach((kind, score) -> System.out.printf(
                Locale.ROOT,
                "%-10s %-10s n %3d  post MRR %.3f  section MRR %.3f (of %d)%n",
                queries,
                kind,
                score.queries(),
                score.ofPosts(),
                score.ofSections(),
                score.queriesOfSections()));
    }
}
