package dev.anchorage.cluster;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// An OpenSearch node on loopback, a process of its own that ends with this one.
final class TestNode {
    private static final String NAME = "node-";

    /// The second compiler would take half of a node's start; for measuring, `-Dcluster.java="-Xmx2g"` has both.
    private static final List<String> JAVA =
            List.of(System.getProperty("cluster.java", "-Xmx512m -XX:TieredStopAtLevel=1")
                    .split(" "));

    private static final int SHOWN_LINES = 40;

    /// None is given twice, for a node that was killed comes back to its own.
    private static final Set<Integer> GIVEN = new HashSet<>();

    private final Path folder;
    private final String name;
    private final int port = freePort();
    private final int transport = freePort();
    private @Nullable Process process;

    /// @param folder  for its data and its log
    TestNode(Path folder, int number) throws IOException {
        this.folder = folder;
        name = NAME + number;
    }

    /// From below those that connections go out from: one of them could take a killed node's port before it comes back.
    private static synchronized int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (GIVEN.add(socket.getLocalPort())) {
                    return port;
                }
            } catch (BindException taken) {
                // another one
            }
        }
    }

    /// The number in a node's name.
    static int number(String name) {
        return Integer.parseInt(name.substring(NAME.length()));
    }

    String name() {
        return name;
    }

    /// Where it answers, once it does.
    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Where other nodes find it.
    String seed() {
        return "127.0.0.1:" + transport;
    }

    /// Starts it with what it had before.
    ///
    /// @param settings  that it shares with the other nodes
    void start(List<String> settings) throws IOException {
        Path program = Path.of(System.getProperty(TestCluster.NODES));
        Path scratch = Files.createDirectories(folder.resolve(name).resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + scratch,
                "-classpath",
                program.resolve("lib") + "/*",
                program.resolve("Node.java").toString(),
                folder.resolve(name).toString(),
                "node.name=" + name,
                "http.port=" + port,
                "transport.port=" + transport));
        command.addAll(1, JAVA);
        command.addAll(settings);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /// `kill -9`; returns when it is gone.
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    private Path log() {
        return folder.resolve(name + ".log");
    }

    /// The end of its log.
    String said() {
        try {
            List<String> lines = Files.readAllLines(log());
            return name + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
