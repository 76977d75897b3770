package dev.anchorage.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say where things are. All commands take them, so that one set of options serves every command.
final class Places {
    static final String DEFAULT_POSTS = "data";

    @Option(
            names = "--posts",
            paramLabel = "DIR",
            defaultValue = DEFAULT_POSTS,
            description = "The archive's folder (default: ${DEFAULT-VALUE}).")
    Path posts = Path.of(DEFAULT_POSTS);

    @Option(
            names = "--index",
            paramLabel = "DIR",
            defaultValue = "index",
            description = "The folder of the index (default: ${DEFAULT-VALUE}).")
    Path index = Path.of("index");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration (default: anchorage.yaml in the archive's folder).")
    @Nullable
    Path config;
}
