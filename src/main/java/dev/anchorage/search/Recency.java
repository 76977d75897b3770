package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import java.util.regex.Pattern;

/// What the newness of a post is worth in an archive: most for its newest post, half of that for a post of middling
/// age. Measured against the newest post and never the clock, so that the same archive answers the same.
///
/// @param newestDay  days since 1970
/// @param halfLifeDays  how much older than the newest the post in the middle is, at least 1
record Recency(long newestDay, long halfLifeDays) {
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\p{L}\\p{N}.])(?:19|20)\\p{Nd}{2}(?![\\p{L}\\p{N}&&[^年년]])");

    /// @param sorted  days of publication, ascending
    static Recency of(long... sorted) {
        if (sorted.length == 0) {
            return new Recency(0, 1);
        }
        long newest = sorted[sorted.length - 1];
        return new Recency(newest, Math.max(1, newest - sorted[sorted.length / 2]));
    }

    /// Whether a reader asks for a time, so that newer is no better.
    static boolean isOffFor(QueryText text, Filters filters) {
        return !filters.days().isAlways()
                || filters.selected().containsKey(Facet.YEAR)
                || filters.excluded().containsKey(Facet.YEAR)
                || YEAR.matcher(text.words()).find();
    }

    /// What the score of a post is multiplied by.
    ///
    /// @param day  days since 1970
    /// @param strength  by how much of its score the newest post gains
    float factor(long day, float strength) {
        return 1 + strength * (float) Math.pow(0.5, Math.max(0, newestDay - day) / (double) halfLifeDays);
    }
}
