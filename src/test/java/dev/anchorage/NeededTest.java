package dev.anchorage;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class NeededTest {
    @Test
    void aTestWithoutItsProgramFailsWhereEverythingIsTestedAndIsSkippedElsewhere(@TempDir Path empty) {
        Path absent = empty.resolve("dpkg-deb");
        assertThrows(AssertionFailedError.class, () -> Needed.program(absent, true));
        assertThrows(TestAbortedException.class, () -> Needed.program(absent, false));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertDoesNotThrow(() -> Needed.program(java, true));
    }
}
