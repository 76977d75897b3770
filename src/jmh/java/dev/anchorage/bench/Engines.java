package dev.anchorage.bench;

import dev.anchorage.cluster.ClusterOptions;
import dev.anchorage.cluster.ClusterSections;
import dev.anchorage.search.RemoteSearcher;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.Searcher;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares the engines: the same posts in one OpenSearch node and in a folder, on this machine.
final class Engines {
    private static final int PORT = 19_321;
    private static final int WARM_UP = 3;
    private static final long LEASE_MILLIS = 45_000;
    private static final Pattern STORED = Pattern.compile("\"size_in_bytes\":(\\d+)");

    private final Subject subject;
    private final Page page;
    private final Path nodes;
    private final Path folder;

    /// @param nodes  what `mvn -Pcluster` fetched to run nodes with
    Engines(Subject subject, Page page, Path nodes) throws IOException {
        this.subject = subject;
        this.page = page;
        this.nodes = nodes;
        folder = Files.createTempDirectory("engines-");
    }

    /// Measures building, size, and queries with one and with 32 clients.
    void measure(List<String> queries) throws Exception {
        Process node = node();
        try {
            awaitNode();
            List<String> full = subject.anchorage("index", "--quiet", "--full", "--forget-previous");
            List<String> clustered = new ArrayList<>(full);
            clustered.addAll(List.of("--config", configuration().toString()));
            Run.of(clustered); // the node warms up
            page.row("full index, s, OpenSearch beside Lucene", seconds(clustered), seconds(full));
            page.row("one post changed, s", changed(clustered), changed(full));
            merge();
            page.row("size when merged, MB", stored() / 1e6, Subject.megabytes(subject.ours()));
            try (ClusterSections sections = new ClusterSections(options());
                    Searcher there = new RemoteSearcher(sections, null, SearchOptions.NONE);
                    Searcher here = new SectionSearcher(subject.ours())) {
                page.row("sections", there.stats().sections(), here.stats().sections());
                page.row("states, MB", states() / 1e6);
                int warm = queries.size() / WARM_UP;
                ask(there, queries.subList(0, warm), 1);
                ask(here, queries.subList(0, warm), 1);
                List<String> rest = queries.subList(warm, queries.size());
                for (int clients : List.of(1, 32)) {
                    long[] ours = ask(there, rest, clients);
                    long[] theirs = ask(here, rest, clients);
                    page.row("query p50, ms, clients: " + clients, percentile(ours, 50), percentile(theirs, 50));
                    page.row("query p99, ms, clients: " + clients, percentile(ours, 99), percentile(theirs, 99));
                }
            }
        } finally {
            node.destroyForcibly().waitFor();
            Subject.delete(folder);
        }
    }

    private Process node() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-classpath",
                        nodes.resolve("lib") + "/*",
                        nodes.resolve("Node.java").toString(),
                        folder.resolve("node").toString(),
                        "http.port=" + PORT,
                        "network.host=127.0.0.1",
                        "discovery.type=single-node",
                        "cluster.routing.allocation.disk.threshold_enabled=false")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
    }

    private static void awaitNode() throws InterruptedException, IOException {
        IOException last = null;
        for (int tries = 0; tries < 240; tries++) {
            try {
                ask("GET", "/");
                return;
            } catch (IOException notYet) {
                last = notYet;
                Thread.sleep(500);
            }
        }
        throw new IOException("the node did not come up", last);
    }

    private static String ask(String method, String path) throws IOException {
        HttpURLConnection asked = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + PORT + path).toURL().openConnection();
        asked.setRequestMethod(method);
        try (var body = asked.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ClusterOptions options() {
        return new ClusterOptions(
                List.of(URI.create("http://127.0.0.1:" + PORT)),
                ClusterOptions.PREFIX,
                1,
                0,
                null,
                null,
                ClusterOptions.PATIENCE);
    }

    private Path configuration() throws IOException {
        return Files.writeString(
                folder.resolve("anchorage.yaml"),
                String.format(
                        Locale.ROOT,
                        "engine: opensearch%nopensearch: {nodes: ['http://127.0.0.1:%d'], replicas: 0}%n",
                        PORT));
    }

    private static double seconds(List<String> line) throws Exception {
        long start = System.nanoTime();
        Run.of(line);
        return (System.nanoTime() - start) / 1e9;
    }

    private double changed(List<String> full) throws Exception {
        Path post = subject.posts().resolve("changed.md");
        Files.writeString(post, "# Changed\n\nAt " + System.nanoTime() + ".\n");
        List<String> line = new ArrayList<>(full);
        line.remove("--full");
        return seconds(line);
    }

    /// Takes out what former fillings and changes have left, as nodes do in the course of time. Copies of what was
    /// written, for nodes that were away for a moment, are kept until a lease is renewed, every 30 seconds.
    private static void merge() throws IOException, InterruptedException {
        Thread.sleep(LEASE_MILLIS);
        for (String step : List.of("_flush", "_forcemerge?max_num_segments=1", "_refresh", "_flush")) {
            ask("POST", "/anchorage-posts/" + step);
        }
    }

    private static long stored() throws IOException {
        return size("/anchorage-posts/_stats/store");
    }

    /// With the dictionary of the blog, packed.
    private static long states() throws IOException {
        return size("/anchorage-states/_stats/store");
    }

    private static long size(String statistics) throws IOException {
        Matcher bytes = STORED.matcher(ask("GET", statistics));
        return bytes.find() ? Long.parseLong(bytes.group(1)) : 0;
    }

    /// Each query once, by some clients at a time.
    ///
    /// @return how long each took, in nanoseconds, ascending
    private static long[] ask(Searcher searcher, List<String> queries, int clients) throws Exception {
        long[] taken = new long[queries.size()];
        try (ExecutorService all = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> answers = new ArrayList<>();
            for (int i = 0; i < queries.size(); i++) {
                int number = i;
                answers.add(all.submit(() -> {
                    long start = System.nanoTime();
                    searcher.search(SearchRequest.of(queries.get(number)));
                    taken[number] = System.nanoTime() - start;
                    return null;
                }));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        }
        Arrays.sort(taken);
        return taken;
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
