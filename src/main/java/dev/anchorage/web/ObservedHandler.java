package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Counts every answer, and writes it down when that is wanted.
final class ObservedHandler implements HttpHandler {
    private static final HttpString TRACEPARENT = new HttpString("traceparent");

    /// W3C Trace Context; versions after 00 may say more at the end.
    private static final Pattern TRACE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.{0,200})?");

    private final HttpHandler inner;
    private final Backstage backstage;

    ObservedHandler(HttpHandler inner, Backstage backstage) {
        this.inner = inner;
        this.backstage = backstage;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        long start = System.nanoTime();
        exchange.addExchangeCompleteListener((done, next) -> {
            try {
                observe(done, Duration.ofNanos(System.nanoTime() - start));
            } finally {
                next.proceed();
            }
        });
        inner.handleRequest(exchange);
    }

    private void observe(HttpServerExchange exchange, Duration time) {
        AccessLog.Access access = new AccessLog.Access(
                Instant.now().minus(time),
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                exchange.getQueryString(),
                exchange.getStatusCode(),
                exchange.getResponseBytesSent(),
                time,
                traceId(exchange.getRequestHeaders().getFirst(TRACEPARENT)));
        backstage.answered(access, exchange.getAttachment(ProblemHandler.REASON));
    }

    /// The trace that a request belongs to; null when the header is missing or not as it must be.
    static @Nullable String traceId(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        Matcher matcher = TRACE.matcher(traceparent);
        boolean isValid = matcher.matches() && (matcher.group(2) == null || !traceparent.startsWith("00"));
        return isValid ? matcher.group(1) : null;
    }
}
