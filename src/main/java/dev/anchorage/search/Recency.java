package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import java.util.regex.Pattern;
import org.apache.lucene.util.IntroSelector;

/// What the newness of a post is worth in an archive: most for its newest post, half of that for a post of middling
/// age. Measured against the newest post and never the clock, so that the same archive answers the same.
///
/// @param newestDay  days since 1970
/// @param halfLifeDays  how much older than the newest the post in the middle is, at least 1
record Recency(long newestDay, long halfLifeDays) {
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\p{L}\\p{N}.])(?:19|20)\\p{Nd}{2}(?![\\p{L}\\p{N}&&[^年년]])");

    /// @param days  of publication of all posts that have one; they change places
    static Recency of(long... days) {
        if (days.length == 0) {
            return new Recency(0, 1);
        }
        long newest = days[0];
        for (long day : days) {
            newest = Math.max(newest, day);
        }
        int middle = days.length / 2;
        new Selector(days).select(0, days.length, middle);
        return new Recency(newest, Math.max(1, newest - days[middle]));
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

    /// Puts the day that would stand at a place there, without putting all the others in order.
    private static final class Selector extends IntroSelector {
        private final long[] days;
        private long pivot;

        Selector(long[] days) {
            this.days = days;
        }

        @Override
        protected void swap(int i, int j) {
            long day = days[i];
            days[i] = days[j];
            days[j] = day;
        }

        @Override
        protected void setPivot(int i) {
            pivot = days[i];
        }

        @Override
        protected int comparePivot(int j) {
            return Long.compare(pivot, days[j]);
        }
    }
}
