package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Objects;

/// Gives a page to whoever takes HTML, and else JSON or a feed when that is what they take.
record NegotiatedHandler(HttpHandler page, HttpHandler json, HttpHandler feed) implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.getResponseHeaders().add(Headers.VARY, "Accept");
        String accept = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(Headers.ACCEPT), "");
        chosen(accept).handleRequest(exchange);
    }

    private HttpHandler chosen(String accept) {
        if (accept.contains("text/html")) {
            return page;
        }
        if (accept.contains("application/json")) {
            return json;
        }
        return accept.contains("application/atom+xml") ? feed : page;
    }
}
