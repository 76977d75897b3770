package dev.anchorage.web;

import dev.anchorage.querylog.Outcome;
import dev.anchorage.querylog.QueryLog;
import dev.anchorage.search.DayRange;
import dev.anchorage.search.SearchRequest;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/// Tells the query log what was asked, when there is one.
record QueryNotes(@Nullable QueryLog log) {
    /// Tells of the first page of an answer.
    ///
    /// @param outcome  null when it isn't known
    /// @param millis  that the search took; 0 when there was none
    void asked(HttpServerExchange exchange, SearchRequest request, @Nullable Outcome outcome, double millis) {
        if (log != null && request.offset() == 0) {
            boolean isNarrowed = !request.filters().isEmpty() || !request.days().equals(DayRange.ALWAYS);
            log.asked(client(exchange), request.query(), isNarrowed ? null : outcome, millis);
        }
    }

    /// Tells of a hit that was chosen.
    ///
    /// @return false when there is no query log
    boolean chosen(HttpServerExchange exchange, String query, int rank) {
        if (log != null) {
            log.chosen(client(exchange), query, rank);
        }
        return log != null;
    }

    private static byte[] client(HttpServerExchange exchange) {
        return ClientPrefix.of(Clients.asking(exchange)).bytes();
    }
}
