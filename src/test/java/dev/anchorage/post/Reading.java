package dev.anchorage.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Short ways to read a post in a test.
final class Reading {
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
}
