package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.anchorage.TestBlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the sample archive answers to some queries, one reviewed file for each, and a summary.
///
/// `mvn test -Dtest=GoldenRankingTest -Dranking.rewrite=true` writes the files anew; the diff is what is reviewed. A
/// new file needs the lines `query:` and `wanted:` only.
final class GoldenRankingTest {
    private static final Path FILES = Path.of("src/test/resources/dev/anchorage/search/ranking");
    private static final boolean REWRITES = Boolean.getBoolean("ranking.rewrite");
    private static final int SHOWN = 5;

    @TempDir
    Path folder;

    @Test
    void everyQueryFindsWhatItFoundWhenItsFileWasReviewed() throws Exception {
        TestBlog blog = new TestBlog(Path.of("data"), folder.resolve("index"));
        blog.update();
        List<Path> files;
        try (var found = Files.list(FILES)) {
            files = found.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertFalse(files.isEmpty());
        List<Integer> ranks = new ArrayList<>();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            for (Path file : files) {
                List<String> lines = Files.readAllLines(file);
                String query = lines.get(0).substring("query:".length()).strip();
                String wanted = lines.get(1).substring("wanted:".length()).strip();
                List<String> hits = hits(searcher, query);
                ranks.add(hits.indexOf(wanted) + 1);
                check(file, report(query, wanted, hits));
            }
        }
        check(FILES.resolve("summary.md"), summary(ranks));
    }

    private static List<String> hits(SectionSearcher searcher, String query) throws IOException {
        return searcher.search(SearchRequest.of(query)).posts().stream()
                .map(post -> post.sections().isEmpty()
                        ? post.url()
                        : post.sections().getFirst().url())
                .map(url -> url.replaceFirst("^https?://[^/]+", ""))
                .toList();
    }

    private static String report(String query, String wanted, List<String> hits) {
        StringBuilder text = new StringBuilder("query:  " + query + "\nwanted: " + wanted + "\n");
        int rank = hits.indexOf(wanted) + 1;
        text.append("rank:   ").append(rank == 0 ? "none" : rank).append("\n");
        for (int i = 0; i < Math.min(SHOWN, hits.size()); i++) {
            text.append(i + 1).append(". ").append(hits.get(i)).append('\n');
        }
        return text.toString();
    }

    private static String summary(List<Integer> ranks) {
        double reciprocal =
                ranks.stream().mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank).sum();
        return String.format(
                Locale.ROOT,
                "# Ranking of the sample archive%n%nqueries %d, recall@1 %.3f, recall@5 %.3f, MRR %.3f%n",
                ranks.size(),
                (double) ranks.stream().filter(rank -> rank == 1).count() / ranks.size(),
                (double) ranks.stream().filter(rank -> rank >= 1 && rank <= 5).count() / ranks.size(),
                reciprocal / ranks.size());
    }

    private static void check(Path file, String now) throws IOException {
        if (REWRITES) {
            Files.writeString(file, now);
        }
        assertEquals(
                Files.exists(file) ? Files.readString(file) : "",
                now,
                file.getFileName().toString());
    }
}
