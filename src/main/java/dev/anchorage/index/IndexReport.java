package dev.anchorage.index;

import dev.anchorage.archive.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an update did. `found = added + changed + unchanged + hidden + skipped`.
///
/// @param found  source files in the archive
/// @param added  posts that were not in the index before
/// @param changed  posts replaced by a new version
/// @param removed  posts that are no longer in the index, since their file is gone or they are hidden now
/// @param unchanged  posts left as they were
/// @param hidden  posts that readers may not see
/// @param skipped  files that could not be read; a version indexed before stays
/// @param generation  of the index after the update
/// @param problems  in the order of their paths; every skipped file has one
/// @param due  the next moment at which a post appears or expires by itself; null: no post will. Only for the program
///     that waits for it, never shown: it tells of hidden posts
public record IndexReport(
        int found,
        int added,
        int changed,
        int removed,
        int unchanged,
        int hidden,
        int skipped,
        long generation,
        List<Problem> problems,
        @Nullable Instant due) {
    public IndexReport {
        problems = List.copyOf(problems);
        if (found != added + changed + unchanged + hidden + skipped) {
            throw new IllegalArgumentException("the counts of the report do not add up: " + found + " found, " + added
                    + " added, " + changed + " changed, " + unchanged + " unchanged, " + hidden + " hidden, " + skipped
                    + " skipped");
        }
    }
}
