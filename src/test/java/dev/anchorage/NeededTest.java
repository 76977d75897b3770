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
    void aTestWithoutWhatItNeedsFailsWhereEverythingIsTestedAndIsSkippedElsewhere() {
        assertThrows(AssertionFailedError.class, () -> Needed.that(false, "bill of materials", true));
        assertThrows(TestAbortedException.class, () -> Needed.that(false, "bill of materials", false));
        assertDoesNotThrow(() -> Needed.that(true, "bill of materials", true));
    }

    @Test
    void aProgramThatIsThereIsFound() {
        assertDoesNotThrow(() -> Needed.program(Path.of(System.getProperty("java.home"), "bin", "java")));
    }

    @Test
    void aProgramThatIsAbsentStopsTheTest(@TempDir Path empty) {
        // Skipped or failed, by the machine.
        assertThrows(Throwable.class, () -> Needed.program(empty.resolve("dpkg-deb")));
    }
}
