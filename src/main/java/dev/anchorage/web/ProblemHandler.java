package dev.anchorage.web;

import dev.anchorage.search.ResponseJson;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;

/// Answers with a problem (RFC 9457).
///
/// @param type  last part of the problem's stable type, `tag:anchorage.dev,2026:problem/…`
/// @param title  a sentence that a person understands
record ProblemHandler(int status, String type, String title) implements HttpHandler {
    private static final String TYPES = "tag:anchorage.dev,2026:problem/";

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        answer(exchange, status, type, title);
    }

    /// Why a request was answered with a problem; for whoever counts.
    static final AttachmentKey<String> REASON = AttachmentKey.create(String.class);

    static void answer(HttpServerExchange exchange, int status, String type, String title) {
        exchange.putAttachment(REASON, type);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/problem+json")
                .put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(ResponseJson.problem(TYPES + type, title, status)));
    }
}
