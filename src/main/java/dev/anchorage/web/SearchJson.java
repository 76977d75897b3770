package dev.anchorage.web;

import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/search`.
record SearchJson() implements Answerer {
    @Override
    public String name() {
        return "search";
    }

    @Override
    public String type() {
        return "application/json";
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public Made answer(Scope scope, Question question) throws IOException {
        SearchResponse response = scope.answers().to(question.request());
        SearchResponse shown = question.shape().cut(response);
        return new Made(ResponseJson.of(shown, next(question, response)), response);
    }

    private static @Nullable String next(Question question, SearchResponse response) {
        SearchRequest request = question.request();
        int offset = request.offset() + response.posts().size();
        if (!response.hasMore() || offset > SearchRequest.MAX_OFFSET) {
            return null;
        }
        return Parameters.url(
                "/api/v1/search", Parameters.with(question.parameters(), "offset", List.of(Integer.toString(offset))));
    }
}
