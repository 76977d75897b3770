package dev.anchorage.index;

import dev.anchorage.archive.ArchiveChanges;
import dev.anchorage.archive.Problem;
import dev.anchorage.archive.Scan;
import dev.anchorage.archive.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Adds up what an update did.
final class ReportDraft {
    private final IndexedPosts indexed;
    private final IndexedPosts replaced;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Set<String>> pathsByPermalink = new TreeMap<>();
    private final Set<String> skipped = new HashSet<>();
    private int added;
    private int changed;
    private int removed;
    private int unchanged;
    private int hidden;
    private boolean isWithdrawn;
    private @Nullable Instant due;

    /// @param replaced  the posts of the last commit, also when nothing of it is kept
    ReportDraft(IndexedPosts indexed, IndexedPosts replaced) {
        this.indexed = indexed;
        this.replaced = replaced;
    }

    void add(Scan scan, ArchiveChanges changes) {
        scan.skipped().forEach(this::skip);
        changes.skipped().forEach(this::skip);
        for (SourceFile file : changes.unchanged()) {
            unchanged++;
            remember(indexed.permalinkOf(file.path()), file.path());
            changesAt(indexed.expiryOf(file.path()));
        }
    }

    void add(PostWriter.Outcome outcome) {
        boolean wasIndexed = indexed.paths().contains(outcome.path());
        changesAt(outcome.due());
        isWithdrawn |= outcome.isHidden() && replaced.paths().contains(outcome.path());
        switch (outcome.kind()) {
            case WRITTEN -> {
                added += wasIndexed ? 0 : 1;
                changed += wasIndexed ? 1 : 0;
                problems.addAll(outcome.problems());
                remember(outcome.permalink(), outcome.path());
            }
            case HIDDEN -> {
                hidden++;
                removed += wasIndexed ? 1 : 0;
            }
            case NO_POST -> removed += wasIndexed ? 1 : 0;
            case SKIPPED -> outcome.problems().forEach(this::skip);
        }
    }

    /// Problems of other files than posts.
    void addProblems(List<Problem> others) {
        problems.addAll(others);
    }

    void addRemoved(int posts) {
        removed += posts;
    }

    /// Whether a path was named as one that can't be read.
    boolean isSkipped(String path) {
        return skipped.contains(path);
    }

    /// Whether posts are gone or hidden since the last commit.
    boolean hasRemoved() {
        return removed > 0;
    }

    /// Whether posts that readers could find are there and hidden now.
    boolean isWithdrawn() {
        return isWithdrawn;
    }

    /// Whether readers will see a difference.
    boolean hasChanges() {
        return added + changed + removed > 0;
    }

    IndexReport finish(long generation) {
        pathsByPermalink.forEach((permalink, paths) -> {
            if (paths.size() > 1) {
                paths.forEach(path -> problems.add(new Problem(
                        path,
                        0,
                        "it has the same address as " + others(paths, path) + ", " + permalink
                                + ": give it another slug or permalink")));
            }
        });
        problems.sort(Comparator.comparing(Problem::path).thenComparingInt(Problem::line));
        int found = added + changed + unchanged + hidden + skipped.size();
        return new IndexReport(
                found, added, changed, removed, unchanged, hidden, skipped.size(), generation, problems, due);
    }

    private static String others(Set<String> paths, String path) {
        Set<String> others = new TreeSet<>(paths);
        others.remove(path);
        return String.join(" and ", others);
    }

    private void remember(String permalink, String path) {
        pathsByPermalink.computeIfAbsent(permalink, key -> new TreeSet<>()).add(path);
    }

    private void changesAt(@Nullable Instant moment) {
        if (moment != null && (due == null || moment.isBefore(due))) {
            due = moment;
        }
    }

    private void skip(Problem problem) {
        skipped.add(problem.path());
        problems.add(problem);
    }
}
