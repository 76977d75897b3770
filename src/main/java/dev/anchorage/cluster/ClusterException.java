package dev.anchorage.cluster;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What a cluster refuses however often it is asked.
final class ClusterException extends IOException {
    private static final long serialVersionUID = 1;

    private ClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// That a node has answered so.
    ///
    /// @param status  of the answer
    /// @param reason  in the node's words, bounded and in one line
    static ClusterException refused(int status, String reason) {
        String advice = switch (status) {
            case 401 ->
                "; `user` of `opensearch` with ANCHORAGE_OPENSEARCH_PASSWORD, or ANCHORAGE_OPENSEARCH_API_KEY, must be"
                        + " what it knows";
            case 403 -> "; the user must be allowed to read, write and create the indexes of `prefix`";
            default -> "";
        };
        return new ClusterException("the cluster refuses: " + reason + advice, null);
    }

    /// That a node doesn't prove to be what it says.
    ///
    /// @param reason  in one line
    static ClusterException untrusted(String reason, Throwable cause) {
        return new ClusterException(
                "the cluster is not trusted: " + reason + "; `certificates` of `opensearch` must name the file with the"
                        + " authority that signed the certificates of its nodes, and these their host names",
                cause);
    }
}
