package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.Completions;
import dev.anchorage.search.Completions.Target;
import dev.anchorage.search.DayRange;
import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `GET /api/v1/suggest`: what a reader may be about to ask, and the posts that this leads to.
///
/// @param isForBrowsers  in the form that browsers expect of a search engine
record Suggestions(boolean isForBrowsers) implements Answerer {
    private static final String FOR_BROWSERS = "application/x-suggestions+json";
    private static final int MAX_QUERIES = 8;
    private static final int MAX_POSTS = 5;

    /// Whether a request asks for the form for browsers: by its type, or with `format=opensearch`.
    ///
    /// @throws BadParameterException when it asks for another one
    static boolean isForBrowsers(HttpServerExchange exchange) throws BadParameterException {
        String format = Parameters.first(Parameters.of(exchange), "format");
        if (!format.isEmpty() && !format.equals("opensearch")) {
            throw new BadParameterException("format", format, "opensearch");
        }
        String accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        return !format.isEmpty() || (accept != null && accept.contains(FOR_BROWSERS));
    }

    @Override
    public String name() {
        return isForBrowsers ? "suggestions" : "completions";
    }

    @Override
    public String type() {
        return isForBrowsers ? FOR_BROWSERS : "application/json";
    }

    @Override
    public Made answer(Scope scope, Question question) throws IOException {
        Answers answers = scope.answers();
        String typed = question.request().query();
        Optional<Completions> known = answers.completions(typed);
        Completions completions = known.orElse(Completions.NONE);
        boolean isWhole = known.isPresent();
        if (!isWhole || typed.isBlank()) {
            SearchResponse response = answers.to(
                    new SearchRequest(typed, Map.of(), DayRange.ALWAYS, Order.RELEVANCE, MAX_POSTS, 0, true));
            completions = found(response, typed);
            isWhole &= !response.isPartial();
        }
        byte[] json = isForBrowsers
                ? ResponseJson.suggestions(typed, completions.queries())
                : ResponseJson.completions(typed, completions);
        return new Made(json, isWhole);
    }

    /// What a search finds while the archive's phrases are gathered, and the newest posts before anything is typed.
    private static Completions found(SearchResponse response, String typed) {
        List<Target> posts = response.posts().stream()
                .map(post -> new Target(post.title(), post.url()))
                .toList();
        return new Completions(typed.isBlank() ? List.of() : queries(response), posts);
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
