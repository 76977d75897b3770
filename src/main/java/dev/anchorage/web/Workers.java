package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.concurrent.atomic.AtomicInteger;

/// Does what takes time outside the I/O threads, and no more at once than it should. Thread-safe.
final class Workers {
    private final int most;
    private final AtomicInteger requests = new AtomicInteger();

    /// @param most  requests that are answered or wait for it
    Workers(int most) {
        this.most = most;
    }

    /// Runs a handler on a worker's thread, or says that there are too many requests before this one.
    void run(HttpServerExchange exchange, HttpHandler handler) {
        if (requests.incrementAndGet() > most) {
            requests.decrementAndGet();
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            ProblemHandler.answer(exchange, 503, "busy", "The service is busy; please ask again in a moment.");
            return;
        }
        HttpHandler safe = new FaultHandler(handler);
        exchange.dispatch(later -> {
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
