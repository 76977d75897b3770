package dev.anchorage.web;

import dev.anchorage.search.Completions;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;
import java.util.Optional;

/// What answers requests: the searcher, or an answer made by hand. Thread-safe.
interface Answers {
    SearchResponse to(SearchRequest request) throws IOException;

    /// What a reader may be about to ask, after what was typed so far; empty while that is not known yet.
    default Optional<Completions> completions(String typed) throws IOException {
        return Optional.of(Completions.NONE);
    }

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
            public Optional<Completions> completions(String typed) throws IOException {
                return searcher.completions(typed);
            }

            @Override
            public String version() throws IOException {
                return searcher.version();
            }
        };
    }
}
