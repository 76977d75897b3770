package dev.anchorage.web;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// A second listener for the owner's eyes: metrics, health and what readers ask. Thread-safe.
public final class AdminServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int SLOW_MILLIS = 10_000;
    private static final int IDLE_MILLIS = 120_000;

    private final Undertow server;

    /// Binds the address and begins to answer.
    ///
    /// @param port  0 picks a free one
    /// @throws RuntimeException when the address can't be bound; the cause is a `BindException`
    public AdminServer(String host, int port, Backstage backstage) {
        PathHandler paths = new PathHandler(new ProblemHandler(404, "not-found", "There is nothing at this address."));
        backstage.health().addTo(paths);
        paths.addExactPath("/metrics", exchange -> metrics(exchange, backstage.metrics()));
        QueryWatch queries = backstage.queries();
        if (queries != null) {
            new ReportPage(queries.report(), Hosts.of(new WebOptions(host, port, null))).addTo(paths);
        }
        server = Undertow.builder()
                .addHttpListener(port, host)
                .setDirectBuffers(false)
                .setIoThreads(1)
                .setWorkerThreads(2)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, SLOW_MILLIS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS)
                .setHandler(new SafeHandler(new FaultHandler(MethodHandler.get(new BlockingHandler(paths)))))
                .build();
        server.start();
    }

    private static void metrics(HttpServerExchange exchange, Metrics metrics) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Metrics.TYPE).put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(metrics.text()));
    }

    /// The address it listens on, with the port that was picked.
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    }

    @Override
    public void close() {
        server.stop();
    }
}
