package dev.anchorage.querylog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What was asked on one day by whom; it goes with everything in it when the day is over. Not thread-safe.
final class Day {
    private static final int MAX_QUERIES = 10_000;
    private static final int MAX_CLIENTS = 10_000;

    /// Who asks nothing more for so long has asked what was meant.
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final LocalDate date;
    private final int minClients;
    private final Salt salt = new Salt();
    private final SequencedMap<Long, Asking> typing = new LinkedHashMap<>(64, 0.75f, true);
    private final SequencedMap<String, Tally> tallies = new LinkedHashMap<>(64, 0.75f, true);
    private final List<QueryCount> pushedOut = new ArrayList<>();

    Day(LocalDate date, int minClients) {
        this.date = date;
        this.minClients = minClients;
    }

    LocalDate date() {
        return date;
    }

    long client(byte[] address) {
        return salt.of(address);
    }

    /// Takes note of a query that may be but a step to what will be asked.
    void ask(Asking asking) {
        Asking before = typing.put(asking.client(), asking);
        boolean isStep =
                before != null && asking.nanos() - before.nanos() < PAUSE_NANOS && before.becomes(asking.query());
        if (before != null && !isStep) {
            count(before);
        }
        if (typing.size() > MAX_CLIENTS) {
            count(typing.pollFirstEntry().getValue());
        }
    }

    /// A hit was chosen, so that the query was what its client meant.
    void choose(long client, String query, int rank) {
        Asking asking = typing.get(client);
        if (asking != null && asking.query().equals(query)) {
            typing.remove(client);
            count(asking);
        }
        Tally tally = tallies.get(query);
        if (tally != null) {
            tally.choose(rank);
        }
    }

    private void count(Asking asking) {
        tallies.computeIfAbsent(asking.query(), query -> new Tally(minClients)).ask(asking);
        if (tallies.size() > MAX_QUERIES) {
            Map.Entry<String, Tally> eldest = tallies.pollFirstEntry();
            if (eldest.getValue().isTold()) {
                pushedOut.add(eldest.getValue().take(eldest.getKey()));
            }
        }
    }

    /// What may be told and wasn't yet.
    ///
    /// @param isOver  whether nobody will go on typing
    List<QueryCount> take(long nanos, boolean isOver) {
        typing.values().removeIf(asking -> {
            boolean isMeant = isOver || nanos - asking.nanos() >= PAUSE_NANOS;
            if (isMeant) {
                count(asking);
            }
            return isMeant;
        });
        List<QueryCount> told = new ArrayList<>(pushedOut);
        pushedOut.clear();
        tallies.forEach((query, tally) -> {
            if (tally.isTold()) {
                told.add(tally.take(query));
            }
        });
        return told;
    }
}
