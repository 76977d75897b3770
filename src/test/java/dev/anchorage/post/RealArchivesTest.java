package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.archive.Scan;
import dev.anchorage.archive.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealArchivesTest {
    @ParameterizedTest
    @CsvSource({
        "archives/astro-docs, astro, 848, 0, 0",
        "archives/choldgraf, sphinx, 55, 0, 44",
        "archives/hexo-site, hexo, 133, 0, 48",
        "archives/letsencrypt, hugo, 77, 0, 76",
        "archives/nodejs, github-slugger, 1049, 0, 1048",
        "archives/react-native, docusaurus, 94, 0, 94",
        "archives/rust-blog, zola, 754, 0, 750",
        "archives/this-week-in-rust, pelican, 668, 0, 666",
        "archives/v8.dev, eleventy, 202, 0, 198",
        "seed, sphinx, 1, 1, 0"
    })
    void everyPostIsRead(String folder, String generator, int posts, int problems, int dated) throws Exception {
        Optional<Path> root = Reading.shared(folder);
        if (root.isPresent()) {
            Scan scan = new Archive(root.get(), ArchiveOptions.defaults()).scan();
            assertEquals(List.of(), scan.skipped());
            List<Post> read = read(scan, PostOptions.of(new Generator(generator)));
            List<String> found = read.stream()
                    .flatMap(p -> p.problems().stream())
                    .map(Object::toString)
                    .toList();
            assertEquals(posts, read.size());
            assertEquals(problems, found.size(), String.join("\n", found));
            assertTrue(
                    read.stream().filter(p -> p.date() != null).count() >= dated,
                    () -> "dated: "
                            + read.stream().filter(p -> p.date() != null).count());
            assertEquals(List.of(), hidden(read), "posts hidden");
        }
    }

    private static List<Post> read(Scan scan, PostOptions options) throws IOException, PostFormatException {
        var reader = new PostReader(options);
        List<Post> posts = new ArrayList<>();
        for (SourceFile file : scan.files()) {
            posts.add(reader.read(file));
        }
        return posts;
    }

    private static List<String> hidden(List<Post> posts) {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        return posts.stream()
                .filter(p -> !p.visibility().isVisibleAt(now))
                .map(p -> p.path() + " " + p.visibility())
                .toList();
    }
}
