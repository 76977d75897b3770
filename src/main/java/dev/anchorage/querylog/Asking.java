package dev.anchorage.querylog;

import org.jspecify.annotations.Nullable;

/// A query that was asked.
///
/// @param client  who asked, as a number that means something only today and here
/// @param query  normalised
/// @param outcome  null when it isn't known, or was narrowed by more than the query
/// @param millis  the search took; 0 when there was none
/// @param nanos  when, by a clock that only moves forward
record Asking(long client, String query, @Nullable Outcome outcome, double millis, long nanos) {
    /// Whether this one and the next are steps of typing one query.
    boolean becomes(String next) {
        return next.startsWith(query) || query.startsWith(next);
    }
}
