package dev.anchorage.web;

import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.index.IndexOptions;
import dev.anchorage.index.Indexer;
import dev.anchorage.post.Generator;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import dev.anchorage.search.SectionSearcher;
import dev.anchorage.section.SectionSplitter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A server over a real archive, indexed anew; `main` keeps one running to look at.
final class ArchiveServer implements AutoCloseable {
    static final String BLOG = "https://blog.example";

    private final SectionSearcher searcher;
    private final WebServer server;

    private ArchiveServer(SectionSearcher searcher, WebServer server) {
        this.searcher = searcher;
        this.server = server;
    }

    /// @param generator  the generator's name
    /// @param port  0 picks a free one
    static ArchiveServer start(Path posts, String generator, int port) throws IOException {
        Path directory = Files.createTempDirectory("anchorage-web-");
        Generator rules = new Generator(generator, Map.of());
        Indexer indexer = new Indexer(
                new PostReader(PostOptions.of(rules).withSite(BLOG)),
                new SectionSplitter(AnchorStyles.of(rules)),
                new IndexOptions(directory, true, true, "", null, Instant.now()));
        indexer.update(new Archive(posts, ArchiveOptions.defaults()));
        SectionSearcher searcher = new SectionSearcher(directory);
        WebOptions options = new WebOptions("127.0.0.1", port, null, List.of(BLOG), "Harbour Notes", null);
        return new ArchiveServer(searcher, new WebServer(options, searcher));
    }

    URI address() {
        return SampleServer.address(server);
    }

    @Override
    public void close() throws IOException {
        server.close();
        searcher.close();
    }

    /// Serves the archive `args[0]` of the generator `args[1]` on the port `args[2]`.
    public static void main(String[] args) throws IOException, InterruptedException {
        try (ArchiveServer server = start(Path.of(args[0]), args[1], Integer.parseInt(args[2]))) {
            System.err.println(server.address());
            Thread.currentThread().join();
        }
    }
}
