package dev.anchorage.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a cluster is and how it is to keep sections.
///
/// @param nodes  addresses of some of its nodes, `http` or `https`; at least one
/// @param prefix  what the names of all its indexes begin with
/// @param shards  into how many parts posts are cut when the index is made; a blog lies in one of them
/// @param replicas  how many copies there are of each part besides itself
/// @param credentials  who asks; null: nobody in particular
/// @param authorities  certificates in PEM that sign those of the nodes; null: those that Java trusts
/// @param patience  how long to try again what the cluster can't do now, when writing
public record ClusterOptions(
        List<URI> nodes,
        String prefix,
        int shards,
        int replicas,
        @Nullable Credentials credentials,
        @Nullable Path authorities,
        Duration patience) {
    /// For clusters that say nothing else.
    public static final String PREFIX = "anchorage";

    /// One minute.
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    public ClusterOptions {
        nodes = List.copyOf(nodes);
    }

    /// The value of the header `Authorization`; never shown.
    public record Credentials(String authorization) {
        @Override
        public String toString() {
            return "hidden";
        }
    }
}
