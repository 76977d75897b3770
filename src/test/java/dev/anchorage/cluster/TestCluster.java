package dev.anchorage.cluster;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// OpenSearch nodes on loopback, each a process of its own, with what `mvn -Pcluster` fetched for them. Nodes are
/// numbered from 0.
public final class TestCluster implements AutoCloseable {
    /// The folder with their class path.
    static final String NODES = "cluster.nodes";

    /// What takes longer hangs.
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static @Nullable TestCluster shared;

    private final Path folder;
    private final List<TestNode> nodes = new ArrayList<>();

    private TestCluster(Path folder) {
        this.folder = folder;
    }

    /// One node for all tests of this process.
    static synchronized TestCluster shared() throws Exception {
        TestCluster known = shared;
        if (known == null) {
            known = start(1);
            shared = known;
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
        }
        return known;
    }

    /// Starts nodes and waits until they are one cluster.
    public static TestCluster start(int nodes) throws Exception {
        TestCluster cluster = new TestCluster(Files.createTempDirectory("anchorage-cluster-"));
        try {
            for (int i = 0; i < nodes; i++) {
                cluster.nodes.add(new TestNode(cluster.folder, i));
            }
            List<String> settings = cluster.settings();
            for (TestNode node : cluster.nodes) {
                node.start(settings);
            }
            cluster.await(nodes);
            return cluster;
        } catch (Exception | Error failed) {
            cluster.close();
            throw failed;
        }
    }

    private List<String> settings() {
        return List.of(
                "network.host=127.0.0.1",
                "discovery.type=zen",
                "discovery.seed_hosts=" + all(TestNode::seed),
                "cluster.initial_cluster_manager_nodes=" + all(TestNode::name),
                // However full the disk of this machine is.
                "cluster.routing.allocation.disk.threshold_enabled=false",
                "cluster.fault_detection.follower_check.timeout=2s");
    }

    private String all(Function<TestNode, String> what) {
        return nodes.stream().map(what).collect(Collectors.joining(","));
    }

    /// Waits until so many nodes are one cluster.
    public void await(int count) throws Exception {
        until(
                "a cluster of " + count + " nodes",
                "/_cluster/health",
                health -> Answers.number(health, "number_of_nodes") == count);
    }

    /// Waits until every part of an index has as many copies as it should.
    void awaitGreen(String index) throws Exception {
        until(
                "all copies of " + index,
                "/_cluster/health/" + index,
                health -> Answers.text(health, "status").equals("green"));
    }

    /// The node that is the elected manager; waits for an election.
    int manager() throws Exception {
        JsonObject elected = until(
                "a manager",
                "/_cluster/state/cluster_manager_node,nodes",
                state -> living(state, Answers.text(state, "cluster_manager_node"))
                        .isPresent());
        return living(elected, Answers.text(elected, "cluster_manager_node")).orElseThrow();
    }

    /// The node with the first copy of the only part of an index; waits until one has it.
    int primaryOf(String index) throws Exception {
        JsonObject started = until(
                "a first copy of " + index,
                "/_cluster/state/routing_table,nodes/" + index,
                state -> primary(state, index).isPresent());
        return primary(started, index).orElseThrow();
    }

    private OptionalInt primary(JsonObject state, String index) {
        JsonArray copies =
                Answers.at(state, "routing_table", "indices", index, "shards").getJsonArray("0");
        return copies == null
                ? OptionalInt.empty()
                : copies.getValuesAs(JsonObject.class).stream()
                        .filter(copy -> copy.getBoolean("primary")
                                && Answers.text(copy, "state").equals("STARTED"))
                        .map(copy -> living(state, Answers.text(copy, "node")))
                        .findFirst()
                        .orElseGet(OptionalInt::empty);
    }

    /// The number of a node, unless it is dead, which others may not have noticed.
    private OptionalInt living(JsonObject state, String id) {
        String name = Answers.text(Answers.at(state, "nodes", id), "name");
        boolean isLiving = !name.isEmpty() && nodes.get(TestNode.number(name)).isAlive();
        return isLiving ? OptionalInt.of(TestNode.number(name)) : OptionalInt.empty();
    }

    /// Asks the living nodes until one of them gives the right answer.
    private JsonObject until(String what, String path, Predicate<JsonObject> isRight) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !living().isEmpty()) {
            for (URI node : living()) {
                try (ClusterClient client = new ClusterClient(options(List.of(node)))) {
                    JsonObject answer = client.read("GET", path, Map.of(), null);
                    if (answer != null && isRight.test(answer)) {
                        return answer;
                    }
                } catch (IOException notYet) {
                    // goes on waiting
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("there is not " + what + "\n"
                + nodes.stream().map(TestNode::said).collect(Collectors.joining("\n")));
    }

    private List<URI> living() {
        return nodes.stream().filter(TestNode::isAlive).map(TestNode::address).toList();
    }

    /// The addresses of all nodes, dead ones included.
    public List<URI> addresses() {
        return nodes.stream().map(TestNode::address).toList();
    }

    /// Options with names that nothing else has.
    ClusterOptions options() {
        return options(addresses());
    }

    private ClusterOptions options(List<URI> addresses) {
        return new ClusterOptions(
                addresses,
                "t" + Long.toString(System.nanoTime(), 36),
                1,
                Math.min(1, nodes.size() - 1),
                null,
                null,
                Duration.ofMinutes(2));
    }

    /// The same by another address.
    static ClusterOptions at(URI address, ClusterOptions options) {
        return new ClusterOptions(
                List.of(address),
                options.prefix(),
                options.shards(),
                options.replicas(),
                options.credentials(),
                options.authorities(),
                options.patience());
    }

    /// Ends a node as a power cut would.
    public void kill(int node) {
        nodes.get(node).kill();
    }

    /// Starts a node again that was killed, with what it had.
    public void restart(int node) throws IOException {
        nodes.get(node).start(settings());
    }

    @Override
    public void close() {
        nodes.forEach(TestNode::kill);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            System.err.println("left behind: " + left);
        }
    }
}
