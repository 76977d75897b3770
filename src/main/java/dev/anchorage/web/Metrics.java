package dev.anchorage.web;

import dev.anchorage.index.UpdateRun;
import dev.anchorage.index.UpdateRun.State;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// What the service counts, for Prometheus. Thread-safe. Nothing in it comes from a query or a post.
public final class Metrics {
    static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Counter requests = Counter.builder()
            .name("anchorage_requests")
            .help("Answers by route and class of status.")
            .labelNames("route", "status")
            .register(registry);
    private final Histogram latency = Histogram.builder()
            .name("anchorage_request_seconds")
            .help("Time from a request's head to its answer's end.")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
            .register(registry);
    private final Histogram sizes = Histogram.builder()
            .name("anchorage_response_bytes")
            .help("Size of answers as sent, without their head.")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(0, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576)
            .register(registry);
    private final Counter rejected = Counter.builder()
            .name("anchorage_rejected_requests")
            .help("Requests answered with a problem, by the last part of its type.")
            .labelNames("reason")
            .register(registry);
    private final Counter updates = Counter.builder()
            .name("anchorage_updates")
            .help("Updates of the index while the service runs, by how they ended.")
            .labelNames("state")
            .register(registry);
    private final Map<String, Route> routes = new ConcurrentHashMap<>();

    /// With nothing counted yet.
    public Metrics() {
        List.of(State.DONE, State.FAILED, State.REFUSED).forEach(state -> updates.initLabelValues(state.key()));
        JvmMetrics.addTo(this);
    }

    /// Shows a number that is asked for anew each time.
    ///
    /// @param name  without the prefix `anchorage_`
    /// @param value  NaN when it isn't known now
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name("anchorage_" + name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /// Shows a number of each site.
    ///
    /// @param name  without the prefix `anchorage_`
    /// @param values  by the site's name; NaN when it isn't known now
    public void gauge(String name, String help, Map<String, DoubleSupplier> values) {
        GaugeWithCallback.builder()
                .name("anchorage_" + name)
                .help(help)
                .labelNames("site")
                .callback(callback -> values.forEach((site, value) -> callback.call(value.getAsDouble(), site)))
                .register(registry);
    }

    /// Shows a number that only grows, and is asked for anew each time.
    ///
    /// @param name  without the prefix `anchorage_`, to which `_total` is added
    void counter(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name("anchorage_" + name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /// Counts an update that is over.
    public void ended(UpdateRun run) {
        updates.labelValues(run.state().key()).inc();
    }

    void answered(String route, int status, Duration time, long bytes, @Nullable String problem) {
        routes.computeIfAbsent(route, Route::new).answered(status, time, bytes);
        if (problem != null) {
            rejected.labelValues(problem).inc();
        }
    }

    /// What is counted of one route; finding it by its labels takes longer than counting.
    private final class Route {
        private final DistributionDataPoint times;
        private final DistributionDataPoint lengths;
        private final Map<Integer, CounterDataPoint> byClass = new ConcurrentHashMap<>();
        private final String name;

        Route(String name) {
            this.name = name;
            times = latency.labelValues(name);
            lengths = sizes.labelValues(name);
        }

        void answered(int status, Duration time, long bytes) {
            byClass.computeIfAbsent(status / 100, digit -> requests.labelValues(name, digit + "xx"))
                    .inc();
            times.observe(time.toNanos() / 1e9);
            lengths.observe((double) bytes);
        }
    }

    /// Counts a request that was turned away before it was one.
    void rejected(String reason) {
        rejected.labelValues(reason).inc();
    }

    /// Everything in Prometheus' text format.
    byte[] text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
        try {
            writer.write(bytes, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory never fails", e);
        }
        return bytes.toByteArray();
    }
}
