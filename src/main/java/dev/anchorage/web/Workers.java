package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Does what takes time outside the I/O threads, and no more at once than it should. Thread-safe.
final class Workers {
    /// Requests that wait in the lane for what costs much.
    static final int MOST_COSTLY = 8;

    private final int most;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger costly = new AtomicInteger();
    private final Executor lane = new CostlyLane();

    /// @param most  requests that are answered or wait for it
    Workers(int most) {
        this.most = most;
    }

    /// Runs a handler on a worker's thread, or says that there are too many requests before this one.
    void run(HttpServerExchange exchange, HttpHandler handler) {
        run(exchange, handler, requests, most, null);
    }

    /// Runs a handler that may cost many times what others do after those that came before it, so that they hold up
    /// nobody but each other.
    void runInTurn(HttpServerExchange exchange, HttpHandler handler) {
        run(exchange, handler, costly, MOST_COSTLY, lane);
    }

    /// @param executor  null for the workers
    private static void run(
            HttpServerExchange exchange,
            HttpHandler handler,
            AtomicInteger requests,
            int most,
            @Nullable Executor executor) {
        if (requests.incrementAndGet() > most) {
            requests.decrementAndGet();
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            ProblemHandler.answer(exchange, 503, "busy", "The service is busy; please ask again in a moment.");
            return;
        }
        HttpHandler safe = new FaultHandler(handler);
        exchange.dispatch(executor, later -> {
            try {
                safe.handleRequest(later);
            } finally {
                requests.decrementAndGet();
            }
        });
    }

    /// A handler that runs another one here.
    HttpHandler of(HttpHandler handler) {
        return exchange -> run(exchange, handler);
    }
}
