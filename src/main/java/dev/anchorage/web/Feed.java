package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `GET /search.atom`, the same answer as the page's, and `GET /feed.atom`, what a feed reader keeps up with.
///
/// @param path  of the feed
/// @param order  of the posts when the request names none
record Feed(String path, Order order) implements Answerer {
    @Override
    public String name() {
        return path;
    }

    @Override
    public String type() {
        return AtomFeed.TYPE;
    }

    @Override
    public boolean hasBase() {
        return true;
    }

    @Override
    public Made answer(Scope scope, Question question) throws IOException {
        Question ordered = ordered(question);
        PageLinks links = new PageLinks(ordered.parameters());
        String here = question.base();
        SearchResponse response = scope.answers().to(ordered.request());
        AtomFeed feed = new AtomFeed(
                title(scope.blog(), links.first("q")), here + links.as(path), here + links.as("/search"), response);
        return new Made(feed.bytes(), response);
    }

    private Question ordered(Question question) {
        if (!question.first("sort").isEmpty()) {
            return question;
        }
        Map<String, List<String>> parameters = Parameters.with(question.parameters(), "sort", List.of(order.key()));
        try {
            return new Question(question.base(), SearchRequest.parse(parameters), question.shape(), parameters);
        } catch (BadParameterException impossible) {
            throw new IllegalStateException("these parameters have been read before", impossible);
        }
    }

    private static String title(String blog, String query) {
        return query.isBlank() ? blog : "“" + query + "” · " + blog;
    }
}
