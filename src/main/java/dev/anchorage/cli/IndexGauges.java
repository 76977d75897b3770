package dev.anchorage.cli;

import dev.anchorage.search.IndexStats;
import dev.anchorage.search.SectionSearcher;
import dev.anchorage.web.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What the metrics say of the index.
final class IndexGauges {
    private IndexGauges() {}

    static void addTo(Metrics metrics, SectionSearcher searcher, Path index) {
        add(metrics, searcher, "index_posts", "Posts that readers can find.", IndexStats::posts);
        add(metrics, searcher, "index_sections", "Sections of all posts.", IndexStats::sections);
        add(metrics, searcher, "index_generation", "Grows with every commit.", IndexStats::generation);
        add(metrics, searcher, "index_age_seconds", "Time since the last commit.", IndexGauges::age);
        metrics.gauge("index_bytes", "Size of the index folder.", () -> {
            try {
                return bytes(index);
            } catch (IOException gone) {
                return Double.NaN;
            }
        });
    }

    private static void add(
            Metrics metrics, SectionSearcher searcher, String name, String help, ToDoubleFunction<IndexStats> number) {
        metrics.gauge(name, help, () -> {
            try {
                return number.applyAsDouble(searcher.stats());
            } catch (IOException unreadable) {
                return Double.NaN;
            }
        });
    }

    private static double age(IndexStats stats) {
        return Duration.between(stats.updated(), Instant.now()).toMillis() / 1e3;
    }

    /// The size of an index folder.
    static long bytes(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
