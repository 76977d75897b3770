package dev.anchorage.cluster;

import java.io.IOException;

/// That a query has more clauses than the cluster takes.
final class ClauseLimitException extends IOException {
    private static final long serialVersionUID = 1;

    ClauseLimitException(String message) {
        super(message);
    }
}
