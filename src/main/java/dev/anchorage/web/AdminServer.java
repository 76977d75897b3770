package dev.anchorage.web;

import dev.anchorage.search.Recent;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// A second listener for the owner's eyes: metrics, health and what readers ask. It holds to the usual limits of the
/// first, with few connections, and on this machine's own address it answers under that only. Thread-safe.
public final class AdminServer implements AutoCloseable {
    private static final HttpLimits LIMITS = HttpLimits.of(Map.of("connections", "64"));

    private final Listener listener;

    /// Binds the address and begins to answer.
    ///
    /// @param port  0 picks a free one
    /// @throws UncheckedIOException when the address can't be bound; the cause is a `BindException`
    public AdminServer(String host, int port, Backstage backstage) {
        this(host, port, Sites.only(Site.only(new WebOptions(host, port, null), backstage)), backstage);
    }

    /// Binds the address and begins to answer.
    ///
    /// @param port  0 picks a free one
    /// @throws UncheckedIOException when the address can't be bound; the cause is a `BindException`
    public AdminServer(String host, int port, Sites sites, Backstage backstage) {
        PathHandler paths = new PathHandler(new ProblemHandler(404, "not-found", "There is nothing at this address."));
        Health.addTo(paths, sites);
        paths.addExactPath("/metrics", exchange -> metrics(exchange, backstage.metrics()));
        if (sites.all().stream().allMatch(site -> site.queries() != null)) {
            ReportPage.addTo(paths, sites);
        }
        HttpHandler gate = new Gate(
                MethodHandler.get(new BlockingHandler(new FaultHandler(paths))),
                Hosts.of(new WebOptions(host, port, null)),
                new Clients(List.of()),
                new ClientRates(LIMITS, System::nanoTime),
                LIMITS,
                List.of(),
                new Recent<>());
        try {
            listener = new Listener(
                    new InetSocketAddress(host, port),
                    LIMITS,
                    new RefusalAnswers(
                            List.of(), (access, problem) -> backstage.metrics().rejected(problem)),
                    new SafeHandler(new FaultHandler(gate)));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static void metrics(HttpServerExchange exchange, Metrics metrics) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Metrics.TYPE).put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(metrics.text()));
    }

    /// The address it listens on, with the port that was picked.
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.address();
    }

    @Override
    public void close() {
        listener.close();
    }
}
