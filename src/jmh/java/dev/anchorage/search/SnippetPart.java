package dev.anchorage.search;

import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.Snippet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to cut one snippet out of a long section.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SnippetPart {
    private static final String SENTENCE = "Between the pier and the harbour wall there is room for one boat. ";

    private final String text = SENTENCE.repeat(100);
    private final List<Highlight> matches = List.of(new Highlight(3_000, 3_004), new Highlight(3_050, 3_060));

    /// The stretch around two matches.
    @Benchmark
    public @Nullable Snippet snippet() {
        return Snippets.cut(text, matches);
    }
}
