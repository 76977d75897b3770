package dev.anchorage.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder that may hold a generator's configuration.
record SiteFolder(Path path) {
    private static final long MAX_BYTES = 256 * 1024;

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    /// The first of these files that is there.
    Optional<Path> first(String... names) {
        return Stream.of(names).map(path::resolve).filter(Files::isRegularFile).findFirst();
    }

    /// The first of `stem.js`, `stem.ts`, … that is there.
    Optional<Path> script(String stem) {
        return Stream.of("js", "ts", "mjs", "mts", "cjs", "cts")
                .map(extension -> path.resolve(stem + "." + extension))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// A file's text; empty when it can't be read or is too large to be a configuration.
    static String text(Path file) {
        try {
            boolean isReadable = Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES;
            return isReadable ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /// A data file's keys and values; what can't be read has none.
    static FrontMatter data(Path file) {
        return Configuration.parse(file.toString(), text(file));
    }

    /// The files in a folder, sorted; none when it can't be read.
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The dependencies and scripts in `package.json`, as text.
    String packageJson() {
        return text(path.resolve("package.json"));
    }
}
