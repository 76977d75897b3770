package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Lets only those in who know the owner's key (RFC 6750, in the header only: a URL is written down in too many
/// places).
record KeyHandler(@Nullable Secret key, HttpHandler inner) implements HttpHandler {
    private static final String SCHEME = "bearer ";

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (key == null) {
            ProblemHandler.answer(
                    exchange,
                    StatusCodes.FORBIDDEN,
                    "no-key-configured",
                    "This service has no key, so nobody can do this over HTTP; ANCHORAGE_KEY or key-file sets one.");
        } else if (isGiven(exchange, key)) {
            inner.handleRequest(exchange);
        } else {
            refuse(exchange);
        }
    }

    /// Whether a request carries the key.
    static boolean isGiven(HttpServerExchange exchange, @Nullable Secret key) {
        String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        return key != null
                && authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                && key.is(authorization.substring(SCHEME.length()).strip());
    }

    private static void refuse(HttpServerExchange exchange) {
        boolean isWrong = exchange.getRequestHeaders().contains(Headers.AUTHORIZATION);
        exchange.getResponseHeaders()
                .put(
                        Headers.WWW_AUTHENTICATE,
                        "Bearer realm=\"anchorage\"" + (isWrong ? ", error=\"invalid_token\"" : ""));
        ProblemHandler.answer(
                exchange,
                StatusCodes.UNAUTHORIZED,
                isWrong ? "wrong-key" : "key-needed",
                isWrong
                        ? "That is not this service's key."
                        : "This needs the owner's key, as `Authorization: Bearer …`.");
    }
}
