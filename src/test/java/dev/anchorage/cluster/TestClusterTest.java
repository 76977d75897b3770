package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the tests of this package stand on.
@NeedsCluster
@Timeout(900)
final class TestClusterTest {
    @Test
    void aNodeIsTheOpenSearchThatIsPromised() throws Exception {
        TestCluster cluster = TestCluster.shared();
        try (ClusterClient client = new ClusterClient(cluster.options())) {
            var node = Objects.requireNonNull(client.read("GET", "/", Map.of(), null));
            assertEquals("3.8.0", Answers.text(Answers.at(node, "version"), "number"));
        }
        assertSame(cluster, TestCluster.shared());
    }

    @Test
    void threeNodesElectAnotherManagerWhenTheirsIsKilled() throws Exception {
        try (TestCluster cluster = TestCluster.start(3);
                ClusterClient client = new ClusterClient(cluster.options())) {
            client.write("PUT", "/posts", Map.of(), null);
            cluster.awaitGreen("posts");
            int manager = cluster.manager();
            cluster.kill(manager);
            assertNotEquals(manager, cluster.manager());
            assertNotEquals(manager, cluster.primaryOf("posts"));
            cluster.await(2);
            cluster.restart(manager);
            cluster.await(3);
            cluster.awaitGreen("posts");
        }
    }
}
