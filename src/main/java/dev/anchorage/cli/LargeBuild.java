package dev.anchorage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A build that takes so long that Java's second compiler pays. A command starts without it, since a short one is over
/// before that; it hands a large build over to a process that has both, which the launcher starts.
final class LargeBuild {
    /// What a command returns instead of an exit code when a process with both compilers had better do its work.
    static final int TO_BE_HANDED_OVER = -1;

    /// So much Markdown at least: both ways take about as long (ADR 49).
    static final long LEAST_BYTES = 128L << 20;

    /// The property in which the launcher says where it is, to a process without the second compiler.
    private static final String LAUNCHER = "anchorage.launcher";

    /// The variable that tells the launcher to start a process with it, and that process what it is.
    static final String LARGE = "ANCHORAGE_LARGE_BUILD";

    private LargeBuild() {}

    /// Whether this process lacks the second compiler and knows who could start one that has it.
    static boolean canBeHandedOver() {
        return launcher() != null;
    }

    /// Lets another process do the same command and say what there is to say.
    ///
    /// @return its exit code
    static int handOver(String... args) throws IOException, InterruptedException {
        List<String> line = Stream.concat(
                        Stream.of(Objects.requireNonNull(launcher(), "nobody to hand over to")), Stream.of(args))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
        builder.environment().put(LARGE, "yes");
        return builder.start().waitFor();
    }

    /// In a process that a build was handed over to: it ends when the one that did so is ended, by whatever signal. An
    /// index that is being written can be left at any moment.
    static void endWithWhoHandedOver() {
        ProcessHandle.current()
                .parent()
                .ifPresent(first -> Thread.ofPlatform().daemon().start(() -> {
                    first.onExit().join();
                    Runtime.getRuntime().halt(Main.NO_INDEX);
                }));
    }

    /// Null when there is none that could be started.
    private static @Nullable String launcher() {
        String launcher = System.getProperty(LAUNCHER);
        return launcher != null && Files.isExecutable(Path.of(launcher)) ? launcher : null;
    }
}
