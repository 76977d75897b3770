package dev.anchorage.web;

import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SectionSearcher;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;

/// `GET /api/v1/status`.
record StatusHandler(SectionSearcher searcher) implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/json")
                .put(Headers.CACHE_CONTROL, "no-cache");
        exchange.getResponseSender().send(ByteBuffer.wrap(ResponseJson.of(searcher.stats(), -1)));
    }
}
