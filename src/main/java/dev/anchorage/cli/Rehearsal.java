package dev.anchorage.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Does in a scratch folder what people do, so that a Java that is told to remember (`-XX:AOTCacheOutput`) starts the
/// same quicker from then on; the launcher runs it once for each build.
public final class Rehearsal {
    private static final String POST = """
            ---
            title: A walk along the harbour
            date: 2024-05-01
            tags: [walks, boats]
            location: Oban, Scotland
            ---

            We walked *before* breakfast, with the [map](map.md) of `old_harbours`.

            ## The pier

            - Gulls, and a boat from Barra.

            ```java
            Harbour harbour = Harbour.of("Oban");
            ```

            ![the pier at dawn](pier-at-dawn.jpg)
            """;

    private Rehearsal() {}

    /// Indexes posts, twice so that there are two segments as in any large index, and searches for them; prints
    /// nothing.
    ///
    /// @param args  none
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("anchorage-");
        try (PrintWriter nowhere = new PrintWriter(Writer.nullWriter())) {
            Path posts = Files.createDirectory(folder.resolve("posts"));
            Files.writeString(posts.resolve("walk.md"), POST);
            String[] places = {
                "--posts", posts.toString(), "--index", folder.resolve("index").toString()
            };
            run(nowhere, "index", places);
            Files.writeString(posts.resolve("rain.md"), POST.replace("tags: [walks, boats]", "tags: rain"));
            run(nowhere, "index", places);
            run(nowhere, "search", "--index", places[3], "pier", "boat");
            run(nowhere, "search", "--index", places[3], "brekfast", "map");
            run(nowhere, "search", "--index", places[3], "--json", "harbor");
        } finally {
            delete(folder);
        }
    }

    private static void run(PrintWriter nowhere, String command, String... options) {
        Main.run(Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new), nowhere, nowhere);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
