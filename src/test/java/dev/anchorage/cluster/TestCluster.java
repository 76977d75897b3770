package dev.anchorage.cluster;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// OpenSearch nodes on loopback, each a process of its own, with what `mvn -Pcluster` fetched for them.
final class TestCluster implements AutoCloseable {
    /// The folder with their class path.
    static final String NODES = "cluster.nodes";

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final int TAIL = 4_000;

    private static @Nullable TestCluster shared;

    private final Path folder;
    private final List<Integer> ports = new ArrayList<>();
    private final List<Integer> transports = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

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
    static TestCluster start(int nodes) throws Exception {
        TestCluster cluster = new TestCluster(Files.createTempDirectory("anchorage-cluster-"));
        for (int i = 0; i < nodes; i++) {
            cluster.ports.add(freePort());
            cluster.transports.add(freePort());
        }
        for (int i = 0; i < nodes; i++) {
            cluster.processes.add(cluster.process(i));
        }
        cluster.await(nodes);
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process process(int node) throws IOException {
        Path nodes = Path.of(System.getProperty(NODES));
        String seeds = transports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        String names = Stream.iterate(0, i -> i + 1)
                .limit(ports.size())
                .map(TestCluster::name)
                .collect(Collectors.joining(","));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        nodes.resolve("lib") + "/*",
                        nodes.resolve("Node.java").toString(),
                        folder.resolve(name(node)).toString(),
                        "node.name=" + name(node),
                        "http.port=" + ports.get(node),
                        "transport.port=" + transports.get(node),
                        "network.host=127.0.0.1",
                        "discovery.type=zen",
                        "discovery.seed_hosts=" + seeds,
                        "cluster.initial_cluster_manager_nodes=" + names,
                        "cluster.routing.allocation.disk.threshold_enabled=false",
                        "cluster.fault_detection.follower_check.timeout=2s")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(node).toFile()))
                .start();
    }

    private static String name(int node) {
        return "node-" + node;
    }

    private Path log(int node) {
        return folder.resolve(name(node) + ".log");
    }

    /// Waits until so many nodes are one cluster.
    void await(int nodes) throws Exception {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            for (int i = 0; i < processes.size(); i++) {
                try (ClusterClient client = new ClusterClient(options(List.of(address(i))))) {
                    var health = client.read("GET", "/_cluster/health", Map.of(), null);
                    if (health != null && Answers.number(health, "number_of_nodes") == nodes) {
                        return;
                    }
                } catch (IOException notYet) {
                    // goes on waiting
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("no cluster of " + nodes + " nodes came up: " + tail());
    }

    /// Waits until every part of an index has as many copies as it should.
    void awaitGreen(String index) throws Exception {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            try (ClusterClient client = new ClusterClient(options(living()))) {
                var health = client.read("GET", "/_cluster/health/" + index, Map.of(), null);
                if (health != null && Answers.text(health, "status").equals("green")) {
                    return;
                }
            } catch (IOException notYet) {
                // goes on waiting
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(index + " has not all copies: " + tail());
    }

    private String tail() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < processes.size(); i++) {
            try {
                String log = Files.readString(log(i), StandardCharsets.UTF_8);
                all.append('\n').append(log.substring(Math.max(0, log.length() - TAIL)));
            } catch (IOException unreadable) {
                all.append('\n').append(unreadable);
            }
        }
        return all.toString();
    }

    private URI address(int node) {
        return URI.create("http://127.0.0.1:" + ports.get(node));
    }

    private List<URI> living() {
        List<URI> living = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            if (processes.get(i).isAlive()) {
                living.add(address(i));
            }
        }
        return living;
    }

    /// The addresses of all nodes, dead ones included.
    List<URI> addresses() {
        List<URI> all = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            all.add(address(i));
        }
        return all;
    }

    /// Options with names that nothing else has.
    ClusterOptions options() {
        return options(addresses());
    }

    private ClusterOptions options(List<URI> nodes) {
        return new ClusterOptions(
                nodes,
                "t" + Long.toString(System.nanoTime(), 36),
                1,
                Math.min(1, ports.size() - 1),
                null,
                null,
                Duration.ofMinutes(2));
    }

    /// The node that is the elected manager.
    int manager() throws Exception {
        JsonObject state = state("/_cluster/state/cluster_manager_node,nodes");
        return node(state, Answers.text(state, "cluster_manager_node"));
    }

    /// The node with the first copy of the only part of an index.
    int primaryOf(String index) throws Exception {
        JsonObject state = state("/_cluster/state/routing_table,nodes/" + index);
        JsonArray copies =
                Answers.at(state, "routing_table", "indices", index, "shards").getJsonArray("0");
        for (JsonObject copy : copies.getValuesAs(JsonObject.class)) {
            if (copy.getBoolean("primary")) {
                return node(state, Answers.text(copy, "node"));
            }
        }
        throw new IllegalStateException("no part of " + index);
    }

    private JsonObject state(String path) throws IOException {
        try (ClusterClient client = new ClusterClient(options(living()))) {
            JsonObject state = client.read("GET", path, Map.of(), null);
            return state == null ? JsonValue.EMPTY_JSON_OBJECT : state;
        }
    }

    private static int node(JsonObject state, String id) {
        String name = Answers.text(Answers.at(state, "nodes", id), "name");
        return Integer.parseInt(name.substring(name.indexOf('-') + 1));
    }

    /// Ends a node as a power cut would.
    void kill(int node) throws InterruptedException {
        processes.get(node).destroyForcibly().waitFor();
    }

    /// Starts a node again that was killed, with what it had.
    void restart(int node) throws IOException {
        processes.set(node, process(node));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        try {
            for (Process process : processes) {
                process.waitFor();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            System.err.println("left behind: " + left);
        }
    }
}
