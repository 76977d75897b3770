package dev.anchorage.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The archive that is measured, in a scratch folder since posts of it are changed, and what is made of it.
///
/// @param root  the project's folder
/// @param folder  for scratch
/// @param generator  its name; empty: to be found out
record Subject(Path root, Path folder, String generator) {
    static final String HEAP = "-Xmx1g";

    /// A copy of an archive.
    static Subject copied(Path root, Path work, Path archive, String generator) throws IOException {
        Subject subject = new Subject(root, work.resolve(archive.getFileName()), generator);
        if (!Files.exists(subject.posts())) {
            copy(archive, subject.posts());
        }
        return subject;
    }

    /// Posts that nobody wrote.
    static Subject generated(Path root, Path work, int posts) throws IOException {
        Subject subject = new Subject(root, work.resolve("generated-" + posts), "hugo");
        if (!Files.exists(subject.posts())) {
            new GeneratedArchive(42).write(subject.posts(), posts);
        }
        return subject;
    }

    Path posts() {
        return folder.resolve("posts");
    }

    /// The file that {@link CutSections} writes.
    Path sections() {
        return folder.resolve("sections");
    }

    Path ours() {
        return folder.resolve("ours");
    }

    Path raw() {
        return folder.resolve("raw");
    }

    /// Brings our index up to date, and makes what isn't there of the rest.
    Subject prepared() throws IOException, InterruptedException {
        Run.of(anchorage("index", "--quiet"));
        if (!Files.exists(sections())) {
            Run.of(program(
                    HEAP, "cut", posts().toString(), generator, sections().toString()));
        }
        if (!Files.exists(raw())) {
            Run.of(program(HEAP, "build", sections().toString(), raw().toString()));
        }
        return this;
    }

    /// A command line of ours.
    List<String> anchorage(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(root.resolve("anchorage").toString(), command));
        line.addAll(List.of("--index", ours().toString()));
        if (!command.equals("search")) {
            line.addAll(List.of("--posts", posts().toString()));
            line.addAll(generator.isEmpty() ? List.of() : List.of("--generator", generator));
        }
        line.addAll(Arrays.asList(more));
        return line;
    }

    List<String> server(int port, String heap) {
        List<String> line = new ArrayList<>(List.of("env", "ANCHORAGE_JAVA_OPTS=" + heap));
        line.addAll(anchorage("serve", "--listen", "127.0.0.1:" + port, "--admin-listen", "127.0.0.1:0"));
        return line;
    }

    /// A command line of {@link Programs}.
    static List<String> program(String option, String... arguments) {
        List<String> line = new ArrayList<>(List.of(java(), option, "--enable-native-access=ALL-UNNAMED", "-cp"));
        line.addAll(List.of(System.getProperty("java.class.path"), Programs.class.getName()));
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    static List<String> nothing() throws IOException {
        Path classes = Path.of(Nothing.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return List.of(java(), "-XX:+UseSerialGC", "-cp", classes.toString(), Nothing.class.getName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    long files() throws IOException {
        try (Stream<Path> files = Files.walk(posts())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /// UTF-8 bytes of all texts.
    long text() throws IOException {
        long bytes = 0;
        try (CutSections.Reader cuts = CutSections.read(sections())) {
            for (var next = cuts.next(1_000); !next.isEmpty(); next = cuts.next(1_000)) {
                for (var cut : next) {
                    bytes += cut.text().getBytes(StandardCharsets.UTF_8).length;
                }
            }
        }
        return bytes;
    }

    static double megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.mapToLong(
                            file -> Files.isRegularFile(file) ? file.toFile().length() : 0)
                    .sum();
            return bytes / 1e6;
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
