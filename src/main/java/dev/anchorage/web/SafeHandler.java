package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What holds for every request: methods by allow-list, headers that keep browsers careful, no trace of a fault in an
/// answer.
final class SafeHandler implements HttpHandler {
    private static final Logger LOG = Logger.getLogger(SafeHandler.class.getName());
    private static final Set<HttpString> METHODS = Set.of(Methods.GET, Methods.HEAD);
    private static final Set<String> POSTED = Set.of(ReindexHandler.PATH, GitHookHandler.PATH);
    private static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'";

    private final HttpHandler inner;

    SafeHandler(HttpHandler inner) {
        this.inner = inner;
    }

    /// The owner's addresses say themselves what they answer to.
    private static boolean isAllowed(HttpServerExchange exchange) {
        HttpString method = exchange.getRequestMethod();
        return METHODS.contains(method) || (method.equals(Methods.POST) && POSTED.contains(exchange.getRelativePath()));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_SECURITY_POLICY, POLICY)
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .put(REFERRER_POLICY, "strict-origin-when-cross-origin");
        if (!isAllowed(exchange)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            ProblemHandler.answer(exchange, 405, "method-not-allowed", "This address answers GET and HEAD only.");
            return;
        }
        try {
            inner.handleRequest(exchange);
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.log(Level.WARNING, "a request could not be answered: {0}", unreadable.toString());
            if (!exchange.isResponseStarted()) {
                exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
                ProblemHandler.answer(exchange, 503, "index-unavailable", "The index can't be read now.");
            }
        } catch (Exception fault) {
            LOG.log(Level.WARNING, "a request failed", fault);
            if (!exchange.isResponseStarted()) {
                ProblemHandler.answer(exchange, 500, "internal", "Something went wrong here; it has been logged.");
            }
        }
    }
}
