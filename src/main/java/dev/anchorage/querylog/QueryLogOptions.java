package dev.anchorage.querylog;

import java.nio.file.Path;

/// How queries are counted.
///
/// @param folder  where the counts are kept; made when it isn't there
/// @param minClients  so many clients must have asked a query on one day before it is written down, at least 1
/// @param keptDays  so many days are kept, today included, at least 1
public record QueryLogOptions(Path folder, int minClients, int keptDays) {
    /// Clients when nothing else is said.
    public static final int DEFAULT_MIN_CLIENTS = 3;

    /// Days when nothing else is said.
    public static final int DEFAULT_KEPT_DAYS = 90;

    /// More clients than these would be remembered for nothing.
    private static final int MOST_CLIENTS = 1_000;

    public QueryLogOptions {
        if (minClients < 1 || minClients > MOST_CLIENTS) {
            throw new IllegalArgumentException("query-log-clients is " + minClients + ", expected 1 to 1000");
        }
        if (keptDays < 1) {
            throw new IllegalArgumentException("query-log-days is " + keptDays + ", expected 1 or more");
        }
    }
}
