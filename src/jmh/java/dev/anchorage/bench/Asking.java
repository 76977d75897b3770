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
import java.util.List;
import java.util.function.IntFunction;

/// Rows of services that are asked over HTTP; the client takes its share of the same machine.
///
/// @param subject  whose index and reference are there
/// @param queries  all different
record Asking(Subject subject, Page page, List<String> queries) {
    private static final int FIRST = 1_000;
    private static final int CACHED = 200_000;
    private static final int ROUNDS = 6;

    static String ours(String query) {
        return "/api/v1/search?limit=10&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String raw(String query) {
        return "/?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /// Answers that no cache has.
    void uncached() throws Exception {
        Figures ours = ask(this::service, queries.stream().map(Asking::ours).toList());
        Figures raw = ask(this::rawLucene, queries.stream().map(Asking::raw).toList());
        page.row("queries, first 1,000, p95 ms", ours.first.millis(.95), raw.first.millis(.95));
        page.row("queries, warm, 1 connection, p50 ms", ours.one.millis(.5), raw.one.millis(.5));
        page.row("queries, warm, 1 connection, p95 ms", ours.one.millis(.95), raw.one.millis(.95));
        page.row("queries, warm, 1 connection, p99 ms", ours.one.millis(.99), raw.one.millis(.99));
        page.row("queries, 8 connections, answers a second", ours.eight.perSecond(), raw.eight.perSecond());
        page.row("queries, 64 connections, answers a second", ours.many.perSecond(), raw.many.perSecond());
    }

    /// As readers type: a part of each query, its last word unfinished.
    void typing() throws Exception {
        List<String> typed = queries.stream()
                .map(query -> query.substring(0, Math.max(1, query.length() - 2)))
                .distinct()
                .map(query -> ours(query) + "&typing=true")
                .toList();
        Figures figures = ask(this::service, typed);
        page.row("as typed, warm, 1 connection, p50 ms", figures.one.millis(.5));
        page.row("as typed, warm, 1 connection, p95 ms", figures.one.millis(.95));
    }

    /// With 64 MB of heap; the reference is the same service with 1 GB.
    void memory() throws Exception {
        List<String> paths = queries.stream().map(Asking::ours).toList();
        Figures small = ask(port -> subject.server(port, "-Xmx64m"), paths);
        Figures large = ask(this::service, paths);
        page.row(
                "-Xmx64m beside 1 GB, 8 connections, answers a second",
                small.eight.perSecond(),
                large.eight.perSecond());
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

    /// A third warms up; the rest goes over one, eight and sixty-four connections, each its own part.
    private static Figures ask(IntFunction<List<String>> command, List<String> paths) throws Exception {
        int warm = paths.size() / 3;
        int each = (paths.size() - warm) / 3;
        int first = Math.min(FIRST, warm);
        try (Server server = Server.start(command)) {
            Times cold = new Load(server.port(), 1).ask(paths.subList(0, first));
            new Load(server.port(), 2).ask(paths.subList(first, warm));
            List<Times> times = new ArrayList<>();
            for (int connections : new int[] {1, 8, 64}) {
                int from = warm + times.size() * each;
                times.add(new Load(server.port(), connections).ask(paths.subList(from, from + each)));
            }
            return new Figures(cold, times.get(0), times.get(1), times.get(2));
        }
    }

    private record Figures(Times first, Times one, Times eight, Times many) {}
}
