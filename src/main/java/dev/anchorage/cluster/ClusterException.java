package dev.anchorage.cluster;

import java.io.IOException;

/// What a cluster refuses however often it is asked.
final class ClusterException extends IOException {
    private static final long serialVersionUID = 1;

    ClusterException(String reason) {
        super("the cluster refuses: " + reason);
    }
}
