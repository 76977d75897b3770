package dev.anchorage.bench;

import dev.anchorage.bench.Load.Times;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/// Rows of services that are asked over HTTP; the client takes its share of the same machine.
///
/// @param subject  whose index and reference are there
/// @param queries  all different
record Asking(Subject subject, Page page, List<String> queries) {
    private static final int FIRST = 1_000;
    private static final int CACHED = 200_000;
    private static final int ROUNDS = 6;
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 64);

    /// What happens on the machine meanwhile then happens to both.
    private static final int TURNS = 3;

    static String ours(String query) {
        return "/api/v1/search?limit=10&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String raw(String query) {
        return "/?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /// Answers that no cache has.
    void uncached() throws Exception {
        List<Service> services =
                inTurn(queries, new Asked(this::service, Asking::ours), new Asked(this::rawLucene, Asking::raw));
        Service ours = services.getFirst();
        Service raw = services.getLast();
        page.row("queries, first 1,000, p95 ms", ours.first.millis(.95), raw.first.millis(.95));
        page.row("queries, warm, 1 connection, p50 ms", ours.millis(.5), raw.millis(.5));
        page.row("queries, warm, 1 connection, p95 ms", ours.millis(.95), raw.millis(.95));
        page.row("queries, warm, 1 connection, p99 ms", ours.millis(.99), raw.millis(.99));
        page.row("queries, 8 connections, answers a second", ours.perSecond(8), raw.perSecond(8));
        page.row("queries, 64 connections, answers a second", ours.perSecond(64), raw.perSecond(64));
    }

    /// As readers type: a part of each query, its last word unfinished.
    void typing() throws Exception {
        List<String> typed = queries.stream()
                .map(query -> query.substring(0, Math.max(1, query.length() - 2)))
                .distinct()
                .toList();
        Service ours = inTurn(typed, new Asked(this::service, query -> ours(query) + "&typing=true"))
                .getFirst();
        page.row("as typed, warm, 1 connection, p50 ms", ours.millis(.5));
        page.row("as typed, warm, 1 connection, p95 ms", ours.millis(.95));
    }

    /// With 64 MB of heap; the reference is the same service with 1 GB.
    void memory() throws Exception {
        List<Service> services = inTurn(
                queries,
                new Asked(port -> subject.server(port, "-Xmx64m"), Asking::ours),
                new Asked(this::service, Asking::ours));
        page.row(
                "-Xmx64m beside 1 GB, 8 connections, answers a second",
                services.getFirst().perSecond(8),
                services.getLast().perSecond(8));
    }

    /// One answer again and again, in turns with a bare Undertow that sends the same bytes.
    void cached() throws Exception {
        String path = ours(queries.getFirst());
        Path answer = subject.folder().resolve("answer");
        try (Server ours = Server.start(this::service)) {
            try (InputStream body =
                    URI.create("http://127.0.0.1:" + ours.port() + path).toURL().openStream()) {
                Files.copy(body, answer, StandardCopyOption.REPLACE_EXISTING);
            }
            try (Server bare =
                    Server.start(port -> Subject.program(Subject.HEAP, "bare", answer.toString(), "" + port))) {
                double[] our = new double[ROUNDS];
                double[] reference = new double[ROUNDS];
                for (int i = 0; i < ROUNDS; i++) {
                    our[i] = cached(ours, path);
                    reference[i] = cached(bare, path);
                }
                page.row("cached, 16 connections, answers a second", last(our), last(reference));
            }
        }
    }

    /// The median of the last three rounds; those before warm up.
    private static double last(double[] rounds) {
        return Arrays.stream(rounds, ROUNDS - 3, ROUNDS).sorted().toArray()[1];
    }

    private static double cached(Server server, String path) throws Exception {
        return new Load(server.port(), 16)
                .ask(Collections.nCopies(CACHED, path))
                .perSecond();
    }

    private List<String> service(int port) {
        return subject.server(port, Subject.HEAP);
    }

    private List<String> rawLucene(int port) {
        return Subject.program(Subject.HEAP, "serve", subject.raw().toString(), "" + port);
    }

    /// Asks services that run beside each other the same queries. A third warms up; the rest goes over one, eight and
    /// sixty-four connections, each its own part, in turns.
    private static List<Service> inTurn(List<String> queries, Asked... asked) throws Exception {
        int warm = queries.size() / 3;
        int turn = (queries.size() - warm) / (CONNECTIONS.size() * TURNS);
        List<Service> services = new ArrayList<>();
        try {
            for (Asked one : asked) {
                services.add(new Service(Server.start(one.command), one.path));
                services.getLast().warmUp(queries.subList(0, warm));
            }
            int from = warm;
            for (int connections : CONNECTIONS) {
                for (int i = 0; i < TURNS; i++) {
                    List<String> part = queries.subList(from, from + turn);
                    for (Service service : services) {
                        service.ask(part, connections);
                    }
                    from += turn;
                }
            }
            return services;
        } finally {
            services.forEach(service -> service.server.close());
        }
    }

    /// @param command  that starts it on a port
    /// @param path  of the answer to a query
    private record Asked(IntFunction<List<String>> command, UnaryOperator<String> path) {}

    /// One that runs, and how long its answers took.
    private static final class Service {
        private final Server server;
        private final UnaryOperator<String> path;
        private final Map<Integer, Times> warm = new HashMap<>();
        private Times first = Times.NONE;

        Service(Server server, UnaryOperator<String> path) {
            this.server = server;
            this.path = path;
        }

        void warmUp(List<String> queries) throws Exception {
            int end = Math.min(FIRST, queries.size());
            first = times(queries.subList(0, end), 1);
            times(queries.subList(end, queries.size()), 2);
        }

        void ask(List<String> queries, int connections) throws Exception {
            warm.merge(connections, times(queries, connections), Times::plus);
        }

        private Times times(List<String> queries, int connections) throws Exception {
            return new Load(server.port(), connections)
                    .ask(queries.stream().map(path).toList());
        }

        /// Over one connection.
        double millis(double share) {
            return warm.getOrDefault(1, Times.NONE).millis(share);
        }

        double perSecond(int connections) {
            return warm.getOrDefault(connections, Times.NONE).perSecond();
        }
    }
}
