package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Whether the service can answer, as probes ask. Thread-safe.
public final class Health {
    private volatile @Nullable String problem;

    /// The index can be read.
    public void ready() {
        problem = null;
    }

    /// The index can't be read.
    ///
    /// @param reason  one sentence for anyone, without a path
    public void notReady(String reason) {
        problem = reason;
    }

    /// `/health/live`, which says that the process answers, and `/health/ready`, that it has an index to answer from.
    static void addTo(PathHandler paths, Sites sites) {
        paths.addExactPath("/health/live", exchange -> send(exchange, "live\n"))
                .addExactPath("/health/ready", sites.readiness());
    }

    HttpHandler readiness() {
        return exchange -> answer(exchange, problem);
    }

    /// Of several sites: one that has an index is enough.
    static HttpHandler readiness(Collection<Site> sites) {
        boolean isAny = sites.stream().anyMatch(site -> site.health().problem == null);
        return exchange -> answer(exchange, isAny ? null : "No site has an index that can be read.");
    }

    private static void answer(HttpServerExchange exchange, @Nullable String reason) {
        if (reason == null) {
            send(exchange, "ready\n");
        } else {
            ProblemHandler.answer(exchange, 503, "not-ready", reason);
        }
    }

    private static void send(HttpServerExchange exchange, String text) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(text);
    }
}
