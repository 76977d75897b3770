package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Short ways to read a post in a test.
final class Reading {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration HANGS = Duration.ofSeconds(60);

    private Reading() {}

    static Post post(String path, String text, Generator generator) {
        return post(path, text, PostOptions.of(generator));
    }

    static Post post(String path, String text, PostOptions options) {
        return post(path, text.getBytes(StandardCharsets.UTF_8), options);
    }

    static Post post(String path, byte[] bytes, PostOptions options) {
        try {
            return new PostReader(options).read(path, bytes);
        } catch (PostFormatException e) {
            throw new AssertionError(e);
        }
    }

    static Post post(String text) {
        return post("a.md", text, new Generator("none"));
    }

    /// A folder beside the project that not everybody has; says so when it is missing.
    static Optional<Path> shared(String path) {
        Path folder = Path.of("../shared").resolve(path);
        if (Files.exists(folder)) {
            return Optional.of(folder);
        }
        // Tests may print: nobody should believe that these archives were read when they weren't.
        System.err.println("NOT TESTED: " + folder + " is not there");
        return Optional.empty();
    }

    interface Work<T> {
        T run();
    }

    /// Two seconds of the thread's own time, since others may keep the machine busy.
    static <T> T inTime(Work<T> work) {
        return assertTimeoutPreemptively(HANGS, () -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            T result = work.run();
            long nanos = threads.getCurrentThreadCpuTime() - before;
            assertTrue(nanos < LIMIT.toNanos(), () -> "took " + Duration.ofNanos(nanos));
            return result;
        });
    }
}
