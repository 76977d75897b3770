package dev.anchorage.web;

import dev.anchorage.search.Completions;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import java.io.IOException;
import java.util.Optional;

/// What answers requests: a searcher, several as one, or an answer made by hand. Thread-safe.
interface Answers {
    SearchResponse to(SearchRequest request) throws IOException;

    /// What a reader may be about to ask, after what was typed so far; empty while that is not known yet.
    default Optional<Completions> completions(String typed) throws IOException {
        return Optional.of(Completions.NONE);
    }

    /// Another text whenever a request may get another answer.
    String version() throws IOException;

    /// Whether an answer takes no more than a search.
    default boolean isAtHand() throws IOException {
        return true;
    }
}
