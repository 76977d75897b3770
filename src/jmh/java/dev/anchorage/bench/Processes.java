package dev.anchorage.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rows of whole processes, each the median of some runs, ours and the reference in turn.
///
/// @param subject  whose index is up to date, but for {@link #build}
record Processes(Subject subject, Page page) {
    private static final int BUILDS = 3;
    private static final int RUNS = 11;
    private static final int POLL_MILLIS = 5;
    private static final int PATIENCE = 30_000 / POLL_MILLIS;

    /// What a service does behind an update has an end by then.
    private static final int REST_MILLIS = 2_000;

    private static final Pattern TOTAL = Pattern.compile("\"total\":\\{\"posts\":(\\d+)");

    /// The whole index, from Markdown; the reference gets sections that are cut already.
    void build() throws IOException, InterruptedException {
        Run[] ours = new Run[BUILDS];
        Run[] raw = new Run[BUILDS];
        for (int i = 0; i < BUILDS; i++) {
            Subject.delete(subject.ours());
            ours[i] = Run.of(subject.anchorage("index", "--quiet"));
            Subject.delete(subject.raw());
            raw[i] = Run.of(Subject.program(
                    Subject.HEAP,
                    "build",
                    subject.sections().toString(),
                    subject.raw().toString()));
        }
        page.row("build, seconds", Run.median(ours).seconds(), Run.median(raw).seconds());
        page.row(
                "build, processor seconds",
                Run.median(ours).cpuSeconds(),
                Run.median(raw).cpuSeconds());
        page.row(
                "build, most memory, MB",
                Run.median(ours).peakMegabytes(),
                Run.median(raw).peakMegabytes());
        page.row("index, MB", Subject.megabytes(subject.ours()), Subject.megabytes(subject.raw()));
        page.row("index against its text, MB", Subject.megabytes(subject.ours()), subject.text() / 1e6);
    }

    /// A search from the shell, beside a Java program that does nothing, and beside ripgrep, which reads all posts,
    /// where that is installed.
    void shell(List<String> queries) throws IOException, InterruptedException {
        Run[] ours = new Run[RUNS];
        Run[] nothing = new Run[RUNS];
        Run[] reading = new Run[RUNS];
        boolean hasRipgrep = isInstalled("rg");
        for (int i = 0; i < RUNS; i++) {
            String query = queries.get(i % queries.size());
            ours[i] = Run.of(subject.anchorage("search", query));
            nothing[i] = Run.of(Subject.nothing());
            reading[i] = hasRipgrep ? Run.of(ripgrep(query)) : nothing[i];
        }
        double seconds = Run.median(ours).seconds();
        page.row("search from the shell, seconds", seconds, Run.median(nothing).seconds());
        if (hasRipgrep) {
            page.row(
                    "search from the shell beside rg --ignore-case, seconds",
                    seconds,
                    Run.median(reading).seconds());
        }
    }

    /// Looks for the first word of a query in all posts, whether it is there or not.
    private List<String> ripgrep(String query) {
        String word = query.split(" ", 2)[0];
        return List.of(
                "sh",
                "-c",
                "rg --ignore-case --fixed-strings --count -- \"$0\" \"$1\" || true",
                word,
                subject.posts().toString());
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// The command that finds nothing new, and the one that finds one post changed, each time another one: what was
    /// changed lately lies in a small segment, which is quickly written anew.
    void update() throws IOException, InterruptedException {
        List<Path> posts = posts();
        Run[] unchanged = new Run[RUNS];
        Run[] changed = new Run[RUNS];
        for (int i = 0; i < RUNS; i++) {
            unchanged[i] = Run.of(subject.anchorage("index", "--quiet"));
            Path post = posts.get((2 * i + 1) * posts.size() / (2 * RUNS));
            Files.writeString(post, "\nOne line more, the " + i + "th.\n", StandardOpenOption.APPEND);
            changed[i] = Run.of(subject.anchorage("index", "--quiet"));
        }
        page.row(
                "update of an archive without changes, seconds",
                Run.median(unchanged).seconds());
        page.row("update with one post changed, seconds", Run.median(changed).seconds());
    }

    private List<Path> posts() throws IOException {
        try (Stream<Path> files = Files.walk(subject.posts())) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /// From the start of the service to its first answer.
    void start(List<String> queries) throws Exception {
        double[] seconds = new double[BUILDS];
        for (int i = 0; i < BUILDS; i++) {
            long start = System.nanoTime();
            try (Server server = Server.start(port -> subject.server(port, Subject.HEAP))) {
                new Load(server.port(), 1).ask(List.of(Asking.ours(queries.get(i % queries.size()))));
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        page.row("service from start to first answer, seconds", seconds[BUILDS / 2]);
    }

    /// From the end of writing a post to the first answer that has it, of a service that watches; the time for which it
    /// waits whether more is written is part of it. Each time another post, and none that {@link #update} changed.
    void watch() throws Exception {
        List<Path> posts = posts();
        double[] seconds = new double[RUNS];
        try (Server server = Server.start(port -> {
                    List<String> line = new ArrayList<>(subject.server(port, Subject.HEAP));
                    line.add("--watch");
                    return line;
                });
                HttpClient client = HttpClient.newHttpClient()) {
            find(client, server.port(), "until it answers", 0);
            Thread.sleep(REST_MILLIS);
            for (int i = 0; i < RUNS; i++) {
                String line = "watched " + System.nanoTime() + " once";
                Path post = posts.get((4 * i + 1) * posts.size() / (4 * RUNS));
                Files.writeString(post, "\n" + line + "\n", StandardOpenOption.APPEND);
                long start = System.nanoTime();
                find(client, server.port(), line, 1);
                seconds[i] = (System.nanoTime() - start) / 1e9;
                Thread.sleep(REST_MILLIS);
            }
        }
        Arrays.sort(seconds);
        page.row("watching, from a post written to its answer, seconds", seconds[RUNS / 2]);
    }

    /// Asks for a phrase until so many posts at least have it.
    private static void find(HttpClient client, int port, String phrase, int least)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + Asking.ours('"' + phrase + '"'));
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        for (int i = 0; i < PATIENCE; i++) {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            Matcher total = TOTAL.matcher(answer);
            if (total.find() && Integer.parseInt(total.group(1)) >= least) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IOException("nobody finds " + phrase);
    }
}
