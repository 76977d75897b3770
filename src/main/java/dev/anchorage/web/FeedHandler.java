package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchRequest.Order;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `GET /search.atom`, the same answer as the page's, and `GET /feed.atom`, what a feed reader keeps up with.
///
/// @param order  of the posts when the request names none
record FeedHandler(Answers answers, String blog, PublicUrl base, Order order) implements HttpHandler {
    private static final String ASK_AGAIN = "public, max-age=0, must-revalidate";

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Map<String, List<String>> parameters = Parameters.of(exchange);
        if (Parameters.first(parameters, "sort").isEmpty()) {
            parameters = Parameters.with(parameters, "sort", List.of(order.key()));
        }
        try {
            PageLinks links = new PageLinks(parameters);
            String here = base.of(exchange);
            AtomFeed feed = new AtomFeed(
                    title(links.first("q")),
                    here + links.as(exchange.getRequestPath()),
                    here + links.as("/search"),
                    answers.to(SearchRequest.parse(parameters)));
            new Entity(AtomFeed.TYPE, feed.bytes()).send(exchange, ASK_AGAIN);
        } catch (BadParameterException bad) {
            ProblemHandler.answer(exchange, StatusCodes.BAD_REQUEST, "bad-parameter", bad.sentence());
        }
    }

    private String title(String query) {
        return query.isBlank() ? blog : "“" + query + "” · " + blog;
    }
}
