package dev.anchorage.cli;

import dev.anchorage.search.IndexStats;
import dev.anchorage.web.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/// What the metrics say of the index.
final class IndexGauges {
    private IndexGauges() {}

    /// Of several sites, each number has the name of its site as a label.
    static void addTo(Metrics metrics, List<ServedBlog> blogs) {
        add(metrics, blogs, "index_posts", "Posts that readers can find.", IndexStats::posts);
        add(metrics, blogs, "index_sections", "Sections of all posts.", IndexStats::sections);
        add(metrics, blogs, "index_generation", "Grows with every commit.", IndexStats::generation);
        add(metrics, blogs, "index_age_seconds", "Time since the last commit.", IndexGauges::age);
        each(metrics, blogs, "index_bytes", "Size of the index folder.", ServedBlog::bytes);
    }

    private static void add(
            Metrics metrics, List<ServedBlog> blogs, String name, String help, ToDoubleFunction<IndexStats> number) {
        each(
                metrics,
                blogs,
                name,
                help,
                blog -> number.applyAsDouble(blog.site().searcher().stats()));
    }

    private static void each(Metrics metrics, List<ServedBlog> blogs, String name, String help, Gauge gauge) {
        Map<String, DoubleSupplier> values = new LinkedHashMap<>();
        blogs.forEach(blog -> values.put(blog.site().label(), () -> gauge.knownOf(blog)));
        if (values.size() == 1 && values.containsKey("")) {
            metrics.gauge(name, help, values.values().iterator().next());
        } else {
            metrics.gauge(name, help, values);
        }
    }

    /// A number of a blog.
    private interface Gauge {
        double of(ServedBlog blog) throws IOException;

        /// NaN when it isn't known now.
        default double knownOf(ServedBlog blog) {
            try {
                return of(blog);
            } catch (IOException unreadable) {
                return Double.NaN;
            }
        }
    }

    private static double age(IndexStats stats) {
        return Duration.between(stats.updated(), Instant.now()).toMillis() / 1e3;
    }
}
