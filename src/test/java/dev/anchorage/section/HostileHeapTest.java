package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Thousands of small hostile posts and some of 1 MB, in a process that has 100 MB for them. To try others:
/// `-Danchorage.hostile="SEED SMALL LARGE"`.
class HostileHeapTest {
    private static final int LIMIT_MB = 103;

    /// Ten times the two seconds that are promised.
    private static final double HANGS_SECONDS = 20;

    private static final Pattern REPORT =
            Pattern.compile("base (\\d+) MB, limit (\\d+) MB, (\\d+) posts, worst ([\\d.,]+) s.*");

    @Test
    @Timeout(600)
    void everyPostIsReadWithinAHundredMegabytes() throws IOException, InterruptedException {
        String[] what = System.getProperty("anchorage.hostile", "1 3000 12").split(" ", -1);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + LIMIT_MB + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileReading.class.getName(),
                        what[0],
                        what[1],
                        what[2])
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        System.out.print(said);
        Matcher report =
                REPORT.matcher(said.lines().reduce((first, last) -> last).orElse(""));
        assertTrue(report.matches(), said);
        int spare = LIMIT_MB - Integer.parseInt(report.group(1));
        assertTrue(spare <= 100, "the limit leaves " + spare + " MB, more than is promised");
        assertTrue(Double.parseDouble(report.group(4).replace(',', '.')) < HANGS_SECONDS, said);
    }
}
