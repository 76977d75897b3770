package dev.anchorage.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say where things are. All commands take them, so that one set of options serves every command.
final class Places {
    static final String DEFAULT_POSTS = "data";
    static final String DEFAULT_INDEX = "index";

    @Option(
            names = "--posts",
            paramLabel = "DIR",
            defaultValue = DEFAULT_POSTS,
            description = "The archive's folder (default: ${DEFAULT-VALUE}).")
    Path posts = Path.of(DEFAULT_POSTS);

    @Option(
            names = "--index",
            paramLabel = "DIR",
            defaultValue = DEFAULT_INDEX,
            description = "The folder of the index, or of the sites' indexes (default: ${DEFAULT-VALUE}).")
    Path index = Path.of(DEFAULT_INDEX);

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = FolderEngine.NAME,
            completionCandidates = Choices.Engines.class,
            description = "What keeps the sections: lucene or opensearch (default: ${DEFAULT-VALUE}).")
    String engine = FolderEngine.NAME;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration (default: anchorage.yaml in the archive's folder).")
    @Nullable
    Path config;

    @Option(
            names = "--site-name",
            paramLabel = "NAME",
            description = "The one that is meant of the sites in the configuration.")
    @Nullable
    String siteName;

    void take(PlainLine line) {
        posts = line.path("posts", posts);
        index = line.path("index", index);
        engine = line.value("engine", engine);
        config = line.path("config");
        siteName = line.value("site-name");
    }
}
