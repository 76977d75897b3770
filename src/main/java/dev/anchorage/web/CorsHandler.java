package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets pages of listed origins read answers, never with credentials. A search is a simple GET, so that no browser asks
/// beforehand; one that does is answered.
///
/// @param origins  whose pages may read what a request is answered; `*` stands for all
record CorsHandler(HttpHandler inner, Function<HttpServerExchange, List<String>> origins) implements HttpHandler {
    static final List<String> ANYONE = List.of("*");
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString ALLOW_METHODS = new HttpString("Access-Control-Allow-Methods");
    private static final HttpString MAX_AGE = new HttpString("Access-Control-Max-Age");
    private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
    private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        allow(exchange, origins.apply(exchange));
        inner.handleRequest(exchange);
    }

    /// As browsers name them: a slash at the end is none of an origin's.
    static List<String> origins(List<String> configured) {
        return configured.stream()
                .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin)
                .toList();
    }

    /// Lets pages of listed origins read whatever is answered.
    static void allow(HttpServerExchange exchange, List<String> origins) {
        allow(
                exchange.getResponseHeaders(),
                origins,
                exchange.getRequestHeaders().getFirst(Headers.ORIGIN),
                exchange.getRequestMethod().toString());
    }

    /// The same for an answer that is made by hand.
    ///
    /// @param origin  what the request says; null when it says nothing
    static void allow(HeaderMap answer, List<String> origins, @Nullable String origin, String method) {
        if (origins.contains("*")) {
            allow(answer, "*", method);
        } else if (!origins.isEmpty()) {
            answer.add(Headers.VARY, "Origin");
            if (origin != null && origins.contains(origin)) {
                allow(answer, origin, method);
            }
        }
    }

    private static void allow(HeaderMap answer, String origin, String method) {
        answer.put(ALLOW_ORIGIN, origin).put(EXPOSE_HEADERS, "Retry-After").put(RESOURCE_POLICY, "cross-origin");
        if (method.equals(Methods.OPTIONS_STRING)) {
            answer.put(ALLOW_METHODS, "GET, HEAD").put(MAX_AGE, "86400");
        }
    }
}
