package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the README shows is what the program says.
final class ReadmeTest {
    @Test
    void theTestCommandOfCiIsTheOneShown() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(Files.readString(Path.of(".ci/run")).contains("mvn -B verify -Pcluster\n"));
        assertTrue(readme.contains("\n    mvn verify -Pcluster\n"));
    }
}
