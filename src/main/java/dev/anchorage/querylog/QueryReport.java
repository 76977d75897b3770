package dev.anchorage.querylog;

import dev.anchorage.archive.Problem;
import dev.anchorage.search.Proposals;
import dev.anchorage.search.Searcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What the counts of some days tell the owner.
///
/// @param from  the first day
/// @param until  the last day
/// @param asked  all queries, most asked first, cut at what was wanted
/// @param withoutHits  those that nothing matched strictly when they were last asked, most asked first, cut likewise
/// @param slow  those with a search of a tenth of a second or more, slowest first, cut likewise
/// @param problems  lines of the files that can't be read, the first hundred
public record QueryReport(
        LocalDate from,
        LocalDate until,
        List<QueryCount> asked,
        List<WithoutHits> withoutHits,
        List<QueryCount> slow,
        List<Problem> problems) {
    private static final double SLOW_MILLIS = 100;
    private static final int MOST_PROBLEMS = 100;
    private static final Comparator<QueryCount> MOST_ASKED =
            Comparator.comparingLong(QueryCount::asked).reversed().thenComparing(QueryCount::query);
    private static final Comparator<QueryCount> SLOWEST =
            Comparator.comparingDouble(QueryCount::slowestMillis).reversed().thenComparing(QueryCount::query);

    public QueryReport {
        asked = List.copyOf(asked);
        withoutHits = List.copyOf(withoutHits);
        slow = List.copyOf(slow);
        problems = List.copyOf(problems);
    }

    /// A query that found nothing.
    ///
    /// @param count  what was counted
    /// @param proposals  what the archive has instead, as it is now
    public record WithoutHits(QueryCount count, Proposals proposals) {}

    /// Reads the counts of the last days.
    ///
    /// @param days  how many, today included
    /// @param limit  at most so many queries in each list
    /// @param searcher  the archive to propose words from
    /// @throws java.nio.file.NoSuchFileException when there are no counts
    public static QueryReport of(Path folder, int days, int limit, Searcher searcher) throws IOException {
        LocalDate until = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        LocalDate from = until.minusDays(days - 1L);
        Map<String, QueryCount> counts = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        new CountFiles(new QueryLogOptions(folder, 1, 1))
                .read(from, count -> counts.merge(count.query(), count, QueryCount::and), problem -> {
                    if (problems.size() < MOST_PROBLEMS) {
                        problems.add(problem);
                    }
                });
        Collection<QueryCount> all = counts.values();
        List<WithoutHits> without = new ArrayList<>();
        for (QueryCount count : first(all, QueryReport::isWithoutHits, MOST_ASKED, limit)) {
            without.add(new WithoutHits(count, searcher.proposals(count.query())));
        }
        return new QueryReport(
                from,
                until,
                first(all, count -> true, MOST_ASKED, limit),
                without,
                first(all, count -> count.slowestMillis() >= SLOW_MILLIS, SLOWEST, limit),
                problems);
    }

    private static boolean isWithoutHits(QueryCount count) {
        Outcome outcome = count.outcome();
        return outcome != null && outcome.posts() == 0;
    }

    private static List<QueryCount> first(
            Collection<QueryCount> all, Predicate<QueryCount> isWanted, Comparator<QueryCount> order, int limit) {
        return all.stream().filter(isWanted).sorted(order).limit(limit).toList();
    }
}
