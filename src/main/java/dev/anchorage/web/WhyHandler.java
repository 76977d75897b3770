package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.ExplanationJson;
import dev.anchorage.search.SearchRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// `GET /api/v1/why`: why a post or section ranks where it does, for the owner.
record WhyHandler(Site site) implements HttpHandler {
    static final String PATH = "/api/v1/why";

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Map<String, List<String>> asked = Parameters.of(exchange);
        String url = Parameters.first(asked, "url");
        SearchRequest request;
        try {
            request = SearchRequest.parse(asked);
            if (url.isBlank()) {
                throw new BadParameterException("url", url, "the address of a post or section");
            }
        } catch (BadParameterException bad) {
            ProblemHandler.answer(exchange, StatusCodes.BAD_REQUEST, "bad-parameter", bad.sentence());
            return;
        }
        byte[] json = ExplanationJson.of(site.searcher().explain(request, url));
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/json")
                .put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(ByteBuffer.wrap(json));
    }
}
