package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/// What holds for every answer: headers that keep browsers careful.
record SafeHandler(HttpHandler inner) implements HttpHandler {
    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'";
    static final String REFERRERS = "strict-origin-when-cross-origin";
    private static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        addTo(exchange.getResponseHeaders());
        inner.handleRequest(exchange);
    }

    /// Adds them to an answer's header.
    static void addTo(HeaderMap headers) {
        headers.put(Headers.CONTENT_SECURITY_POLICY, POLICY)
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .put(REFERRER_POLICY, REFERRERS);
    }
}
