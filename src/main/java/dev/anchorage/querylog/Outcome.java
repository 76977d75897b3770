package dev.anchorage.querylog;

import dev.anchorage.search.SearchResponse;
import org.jspecify.annotations.Nullable;

/// What a query found.
///
/// @param posts  that match strictly
/// @param relaxed  the step that was taken when none did, as answers name it; null for none
public record Outcome(int posts, @Nullable String relaxed) {
    /// What an answer says.
    public static Outcome of(SearchResponse response) {
        SearchResponse.Relaxation relaxed = response.relaxed();
        return new Outcome(response.total().posts(), relaxed == null ? null : relaxed.key());
    }
}
