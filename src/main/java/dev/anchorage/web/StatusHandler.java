package dev.anchorage.web;

import dev.anchorage.index.UpdateRuns;
import dev.anchorage.search.ResponseJson;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;

/// `GET /api/v1/status`; the owner's key adds what is wrong with which file.
record StatusHandler(Site site) implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Owner owner = site.owner();
        UpdateRuns runs = owner.runs();
        byte[] status = ResponseJson.status(
                site.searcher().stats(),
                runs == null ? null : runs.lastReport(),
                KeyHandler.isGiven(exchange, owner.key()));
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/json")
                .put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(status));
    }
}
