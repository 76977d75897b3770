package dev.anchorage.web;

import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;

/// What answers requests: the searcher, or an answer made by hand. Thread-safe.
interface Answers {
    SearchResponse to(SearchRequest request) throws IOException;

    /// Another text whenever a request may get another answer.
    String version() throws IOException;

    /// The answers from an index.
    static Answers of(SectionSearcher searcher) {
        return new Answers() {
            @Override
            public SearchResponse to(SearchRequest request) throws IOException {
                return searcher.search(request);
            }

            @Override
            public String version() throws IOException {
                return searcher.version();
            }
        };
    }
}
