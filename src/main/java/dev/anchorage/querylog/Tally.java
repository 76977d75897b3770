package dev.anchorage.querylog;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of a query on one day; what is written down is counted anew. Not thread-safe.
final class Tally {
    private final long[] clients;
    private int known;
    private int asked;
    private @Nullable Outcome outcome;
    private double slowestMillis;
    private final Map<Integer, Integer> chosen = new TreeMap<>();

    /// @param minClients  that must have asked before anything is told
    Tally(int minClients) {
        clients = new long[minClients];
    }

    void ask(Asking asking) {
        asked++;
        remember(asking.client());
        if (asking.outcome() != null) {
            outcome = asking.outcome();
        }
        slowestMillis = Math.max(slowestMillis, asking.millis());
    }

    private void remember(long client) {
        for (int i = 0; i < known; i++) {
            if (clients[i] == client) {
                return;
            }
        }
        if (known < clients.length) {
            clients[known++] = client;
        }
    }

    void choose(int rank) {
        chosen.merge(rank, 1, Integer::sum);
    }

    /// Whether enough clients have asked, and there is anything new to tell.
    boolean isTold() {
        return known == clients.length && (asked > 0 || !chosen.isEmpty());
    }

    /// What came since the last time.
    QueryCount take(String query) {
        QueryCount count = new QueryCount(query, asked, outcome, slowestMillis, chosen);
        asked = 0;
        slowestMillis = 0;
        chosen.clear();
        return count;
    }
}
