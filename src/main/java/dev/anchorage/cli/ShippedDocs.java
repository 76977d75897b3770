package dev.anchorage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The documentation as the distribution has it: a link to a source that is not in there is only its text.
final class ShippedDocs {
    private static final Pattern TO_SOURCES = Pattern.compile("\\[([^\\]]*)]\\((?:\\.\\./)+(?:jmh|main|test)/[^)]*\\)");

    private ShippedDocs() {}

    /// @param to  made when it isn't there
    static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            if (file.toString().endsWith(".md")) {
                Files.writeString(copy, shipped(Files.readString(file)));
            } else {
                Files.write(copy, Files.readAllBytes(file));
            }
        }
    }

    static String shipped(String page) {
        return TO_SOURCES.matcher(page).replaceAll("$1");
    }
}
