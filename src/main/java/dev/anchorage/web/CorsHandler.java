package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.List;

/// Lets pages of listed origins read answers, never with credentials. A search is a simple GET, so that no browser asks
/// beforehand; one that does is answered.
///
/// @param origins  `*` stands for all
record CorsHandler(HttpHandler inner, List<String> origins) implements HttpHandler {
    static final List<String> ANYONE = List.of("*");
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString ALLOW_METHODS = new HttpString("Access-Control-Allow-Methods");
    private static final HttpString MAX_AGE = new HttpString("Access-Control-Max-Age");
    private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
    private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        allow(exchange, origins);
        inner.handleRequest(exchange);
    }

    /// Lets pages of listed origins read whatever is answered.
    static void allow(HttpServerExchange exchange, List<String> origins) {
        if (origins.contains("*")) {
            allow(exchange, "*");
        } else if (!origins.isEmpty()) {
            exchange.getResponseHeaders().add(Headers.VARY, "Origin");
            String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
            if (origin != null && origins.contains(origin)) {
                allow(exchange, origin);
            }
        }
    }

    private static void allow(HttpServerExchange exchange, String origin) {
        exchange.getResponseHeaders()
                .put(ALLOW_ORIGIN, origin)
                .put(EXPOSE_HEADERS, "Retry-After")
                .put(RESOURCE_POLICY, "cross-origin");
        if (exchange.getRequestMethod().equals(Methods.OPTIONS)) {
            exchange.getResponseHeaders().put(ALLOW_METHODS, "GET, HEAD").put(MAX_AGE, "86400");
        }
    }
}
