package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class LibraryLogsTest {
    @Test
    void adviceOfLibrariesIsNotPrintedAndWhatIsWrongIsOneLine() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Speaking.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.strip().endsWith("WARNING org.example.Library: it is broken"), said);
    }

    /// A program whose libraries speak.
    static final class Speaking {
        private Speaking() {}

        public static void main(String[] args) {
            LibraryLogs.quieten();
            Logger.getLogger("org.apache.lucene.store.Files").warning("use another flag");
            Logger.getLogger("org.example.Library").info("it goes well");
            Logger.getLogger("org.example.Library").warning("it is broken");
        }
    }
}
