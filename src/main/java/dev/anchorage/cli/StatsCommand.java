package dev.anchorage.cli;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.IndexStats;
import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.Searcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `anchorage stats`.
@Command(name = "stats", description = "Show what is in the index.")
final class StatsCommand extends Subcommand {
    private static final int SHOWN_VALUES = 12;

    StatsCommand(Settings settings) {
        super(settings);
    }

    @Override
    int run() throws IOException, SettingsException {
        try (Engine engine = engine()) {
            IndexStats stats = engine.once(index(), SearchOptions.NONE, settings.site(), Searcher::stats);
            Long bytes = engine.bytes(index());
            if (output.isJson) {
                out().println(new String(ResponseJson.of(stats, bytes), StandardCharsets.UTF_8));
            } else {
                print(out(), stats, bytes);
            }
            return Main.DONE;
        }
    }

    private static void print(PrintWriter out, IndexStats stats, @Nullable Long bytes) {
        out.printf(Locale.ROOT, "posts        %,d%n", stats.posts());
        out.printf(Locale.ROOT, "sections     %,d%n", stats.sections());
        if (bytes != null) {
            out.printf(Locale.ROOT, "size         %,.1f kB%n", bytes / 1000.0);
        }
        out.printf(Locale.ROOT, "generation   %d%n", stats.generation());
        out.printf(Locale.ROOT, "last update  %s%n", stats.updated());
        for (Facet facet : Facet.values()) {
            List<FacetValue> values = stats.facets().getOrDefault(facet, List.of());
            if (!values.isEmpty()) {
                out.printf(Locale.ROOT, "%-12s %s%n", facet.key(), values(values));
            }
        }
    }

    private static String values(List<FacetValue> values) {
        String shown = values.stream()
                .limit(SHOWN_VALUES)
                .map(value -> Style.clean(value.value()) + " (" + value.posts() + ")")
                .collect(Collectors.joining(", "));
        return values.size() > SHOWN_VALUES ? shown + ", …" : shown;
    }
}
