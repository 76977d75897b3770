package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `GET /api/v1/suggest`: titles and headings that what was typed so far leads to.
///
/// Browsers, which ask for `application/x-suggestions+json` or with `format=opensearch`, get the form they expect.
record SuggestHandler(Answers answers) implements HttpHandler {
    private static final String SUGGESTIONS = "application/x-suggestions+json";
    private static final int MAX_QUERIES = 8;

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Map<String, List<String>> parameters = Parameters.of(exchange);
        String query = Parameters.first(parameters, "q");
        SearchResponse response;
        try {
            response = answers.to(
                    SearchRequest.parse(Map.of("q", List.of(query), "typing", List.of("true"), "limit", List.of("5"))));
        } catch (BadParameterException bad) {
            ProblemHandler.answer(exchange, StatusCodes.BAD_REQUEST, "bad-parameter", bad.sentence());
            return;
        }
        List<String> queries = query.isBlank() ? List.of() : queries(response);
        if (wantsSuggestions(exchange, parameters)) {
            new Entity(SUGGESTIONS, ResponseJson.suggestions(query, queries)).send(exchange, "public, max-age=60");
        } else {
            new Entity("application/json", ResponseJson.completions(query, queries, response.posts()))
                    .send(exchange, "public, max-age=60");
        }
    }

    private static boolean wantsSuggestions(HttpServerExchange exchange, Map<String, List<String>> parameters) {
        String accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        return Parameters.first(parameters, "format").equals("opensearch")
                || (accept != null && accept.contains(SUGGESTIONS));
    }

    /// Headings that match, then the titles of the posts they stand in.
    private static List<String> queries(SearchResponse response) {
        Set<String> queries = new LinkedHashSet<>();
        for (PostHit post : response.posts()) {
            for (SectionHit section : post.sections()) {
                if (!section.headingHighlights().isEmpty()) {
                    queries.add(section.heading());
                }
            }
        }
        response.posts().forEach(post -> queries.add(post.title()));
        return queries.stream().limit(MAX_QUERIES).toList();
    }
}
