package dev.anchorage.querylog;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How often something was asked, and what came of it.
///
/// @param query  normalised
/// @param asked  how often
/// @param outcome  of the last time that it was known; null when it never was
/// @param slowestMillis  that a search took; 0 when all were answered without one
/// @param chosen  how often the post at a rank, from 1, was chosen
public record QueryCount(
        String query, long asked, @Nullable Outcome outcome, double slowestMillis, Map<Integer, Integer> chosen) {
    public QueryCount {
        chosen = new TreeMap<>(chosen);
    }

    /// The number of posts that matched, for a table.
    public String postsText() {
        return outcome == null ? "?" : Integer.toString(outcome.posts());
    }

    /// The step that was taken when none matched, for a table; empty for none.
    public String relaxedText() {
        return outcome == null || outcome.relaxed() == null ? "" : outcome.relaxed();
    }

    /// Ranks with the times they were chosen, for a table, such as `1 (12), 3 (2)`.
    public String chosenText() {
        return chosen.entrySet().stream()
                .map(rank -> rank.getKey() + " (" + rank.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /// Both together; the other one is the later.
    QueryCount and(QueryCount later) {
        Map<Integer, Integer> all = new TreeMap<>(chosen);
        later.chosen.forEach((rank, times) -> all.merge(rank, times, Integer::sum));
        return new QueryCount(
                query,
                asked + later.asked,
                later.outcome == null ? outcome : later.outcome,
                Math.max(slowestMillis, later.slowestMillis),
                all);
    }
}
