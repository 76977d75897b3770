package dev.anchorage.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.Main;

/// Measures Anchorage, as its launcher starts it, beside raw Lucene and bare Undertow, all on this machine in one run,
/// and writes what it measured as one page. What to measure is said by system properties, see `src/jmh/README.md`.
final class Bench {
    private static final int[] SIZES = {100, 1_000, 10_000, 100_000};

    private final Path root = Path.of(property("root"));
    private final Path work = Path.of(property("work"));
    private final int posts = Integer.parseInt(property("posts"));
    private final int queries = Integer.parseInt(property("queries"));

    private Bench() {}

    /// Measures the rows that the properties name.
    ///
    /// @param args  none
    public static void main(String[] args) throws Exception {
        List<String> rows = List.of(property("rows").split(",", -1));
        new Bench().measure(rows);
    }

    private static String property(String name) {
        return System.getProperty("bench." + name, "");
    }

    private void measure(List<String> rows) throws Exception {
        if (rows.contains("parts")) {
            Main.main(new String[] {
                "-rf", "text", "-rff", runs().resolve("parts.txt").toString()
            });
        } else if (rows.contains("curve")) {
            write("curve", curve());
        } else {
            Subject subject = subject();
            write(subject.folder().getFileName().toString(), beside(subject, rows));
        }
    }

    private Subject subject() throws Exception {
        String archive = property("archive");
        return archive.equals("generated")
                ? Subject.generated(root, work, posts)
                : Subject.copied(root, work, Path.of(archive), property("generator"));
    }

    private Page beside(Subject subject, List<String> rows) throws Exception {
        subject.prepared();
        List<String> queries = new Sample(subject.sections()).queries(this.queries);
        Page page = new Page(
                subject.folder().getFileName().toString(),
                String.format(Locale.ROOT, "%d files, %d queries, %s.", subject.files(), queries.size(), machine()));
        Processes processes = new Processes(subject, page);
        Asking asking = new Asking(subject, page, queries);
        for (String row : rows) {
            switch (row) {
                case "build" -> processes.build();
                case "shell" -> processes.shell(queries);
                case "update" -> processes.update();
                case "watch" -> processes.watch();
                case "start" -> processes.start(queries);
                case "queries" -> asking.uncached();
                case "typing" -> asking.typing();
                case "memory" -> asking.memory();
                case "cached" -> asking.cached();
                case "engines" -> new Engines(subject, page, Path.of(property("nodes"))).measure(queries);
                default -> throw new IllegalArgumentException(row + " is no row; README.md has them all");
            }
        }
        return page;
    }

    /// What it costs that an archive is larger, as far as the posts asked for.
    private Page curve() throws Exception {
        Page page =
                new Page("Cost against size", "Posts that nobody wrote, about 9.5 sections each; " + machine() + ".");
        for (int size : SIZES) {
            if (size <= posts) {
                page.row("**" + size + " posts**", size);
                Subject subject = Subject.generated(root, work, size).prepared();
                List<String> queries = new Sample(subject.sections()).queries(this.queries);
                Processes processes = new Processes(subject, page);
                processes.build();
                processes.update();
                processes.shell(queries);
                new Asking(subject, page, queries).uncached();
            }
        }
        return page;
    }

    private static String machine() {
        return "Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    }

    private static Path runs() throws Exception {
        String machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch") + "-"
                + Runtime.getRuntime().availableProcessors();
        return Files.createDirectories(
                Path.of(property("runs"), LocalDate.now(ZoneOffset.UTC) + "-" + machine.toLowerCase(Locale.ROOT)));
    }

    /// Beside what was measured before on the same day.
    private static void write(String name, Page page) throws Exception {
        Path file = runs().resolve(name + ".md");
        for (int i = 2; Files.exists(file); i++) {
            file = runs().resolve(name + "-" + i + ".md");
        }
        Files.writeString(file, page.toString());
    }
}
