package dev.anchorage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Rows of whole processes, each the median of some runs, ours and the reference in turn.
///
/// @param subject  whose index is up to date, but for {@link #build}
record Processes(Subject subject, Page page) {
    private static final int BUILDS = 3;
    private static final int RUNS = 11;

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

    /// A search from the shell, beside a Java program that does nothing.
    void shell(List<String> queries) throws IOException, InterruptedException {
        Run[] ours = new Run[RUNS];
        Run[] nothing = new Run[RUNS];
        for (int i = 0; i < RUNS; i++) {
            ours[i] = Run.of(subject.anchorage("search", queries.get(i % queries.size())));
            nothing[i] = Run.of(Subject.nothing());
        }
        page.row(
                "search from the shell, seconds",
                Run.median(ours).seconds(),
                Run.median(nothing).seconds());
    }

    /// The command that finds nothing new, and the one that finds one post changed, each time another one: what was
    /// changed lately lies in a small segment, which is quickly written anew.
    void update() throws IOException, InterruptedException {
        List<Path> posts;
        try (Stream<Path> files = Files.walk(subject.posts())) {
            posts = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
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
}
