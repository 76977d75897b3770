package dev.anchorage.web;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/search`.
final class SearchHandler implements HttpHandler {
    private static final HttpString SERVER_TIMING = new HttpString("Server-Timing");

    private final Answers answers;

    SearchHandler(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Map<String, List<String>> parameters = Parameters.of(exchange);
        SearchResponse response;
        long start = System.nanoTime();
        try {
            response = answers.to(SearchRequest.parse(parameters));
        } catch (BadParameterException bad) {
            ProblemHandler.answer(exchange, StatusCodes.BAD_REQUEST, "bad-parameter", bad.sentence());
            return;
        }
        double millis = (System.nanoTime() - start) / 1e6;
        // The URL is the request, so within a generation it stands for the answer.
        ETag tag = new ETag(true, Long.toString(response.generation()));
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/json")
                .put(Headers.CACHE_CONTROL, "public, max-age=0, must-revalidate")
                .put(Headers.ETAG, tag.toString())
                .put(SERVER_TIMING, String.format(Locale.ROOT, "search;dur=%.2f", millis));
        if (!ETagUtils.handleIfNoneMatch(exchange, tag, true)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
            return;
        }
        exchange.getResponseSender()
                .send(ByteBuffer.wrap(
                        ResponseJson.of(AnswerShape.of(parameters).cut(response), next(response, parameters))));
    }

    private static @Nullable String next(SearchResponse response, Map<String, List<String>> parameters) {
        if (!response.hasMore()) {
            return null;
        }
        SearchRequest request = response.request();
        String offset = Integer.toString(request.offset() + response.posts().size());
        return Parameters.url("/api/v1/search", Parameters.with(parameters, "offset", List.of(offset)));
    }
}
