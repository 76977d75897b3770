package dev.anchorage.web;

import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import java.io.IOException;

/// What answers requests: the searcher, or an answer made by hand.
@FunctionalInterface
interface Answers {
    SearchResponse to(SearchRequest request) throws IOException;
}
