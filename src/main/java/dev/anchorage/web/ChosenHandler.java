package dev.anchorage.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Map;

/// `POST /api/v1/chosen`: the search box or the results page tells that a hit was chosen.
record ChosenHandler(QueryNotes notes) implements HttpHandler {
    static final String PATH = "/api/v1/chosen";
    private static final int MAX_DIGITS = 3;

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Map<String, List<String>> asked = Parameters.of(exchange);
        String rank = Parameters.first(asked, "rank");
        if (rank.isEmpty() || rank.length() > MAX_DIGITS || !rank.chars().allMatch(c -> c >= '0' && c <= '9')) {
            ProblemHandler.answer(
                    exchange, 400, "bad-parameter", "\"rank\" is no whole number from 1 to 100, as that of a hit is.");
        } else if (notes.chosen(exchange, Parameters.first(asked, "q"), Integer.parseInt(rank))) {
            exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
            exchange.setStatusCode(StatusCodes.NO_CONTENT).endExchange();
        } else {
            ProblemHandler.answer(exchange, 404, "not-found", "This service keeps no query log.");
        }
    }
}
