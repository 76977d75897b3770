package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments of a real `anchorage index`. `-Danchorage.test.kills` says how often,
/// `-Danchorage.test.seed` repeats a run.
@Timeout(3_600)
final class KilledIndexTest {
    private static final int KILLS = Integer.getInteger("anchorage.test.kills", 6);
    private static final int POSTS = 300;

    private final long seed = Long.getLong("anchorage.test.seed", System.nanoTime());
    private Path posts = Path.of("unset");
    private Path index = Path.of("unset");

    @Test
    void theLastCommitAnswersAndTheNextRunWorks(@TempDir Path folder) throws Exception {
        Random random = new Random(seed);
        posts = Files.createDirectories(folder.resolve("posts"));
        index = folder.resolve("index");
        write(0);
        long start = System.nanoTime();
        assertEquals(0, index().waitFor());
        long wholeMillis = (System.nanoTime() - start) / 1_000_000;
        int committed = 0;
        int killed = 0;
        for (int version = 1; version <= KILLS; version++) {
            write(version);
            Process running = index();
            // The first half of a run is the machine's start; most of the moments should be in what follows.
            boolean hasEnded = running.waitFor(wholeMillis / 3 + random.nextLong(wholeMillis), TimeUnit.MILLISECONDS);
            running.destroyForcibly().waitFor();
            killed += hasEnded ? 0 : 1;
            committed = assertOneVersion(committed, version);
        }
        assertEquals(0, index().waitFor());
        assertEquals(POSTS, found("version" + KILLS));
        System.out.println("seed " + seed + ": " + killed + " of " + KILLS + " runs killed");
        assertTrue(sizeOf(index) < 4_000_000, "the index grew to " + sizeOf(index) + " bytes");
    }

    /// All posts answer in the old or all in the new version.
    private int assertOneVersion(int old, int young) {
        int foundOld = found("version" + old);
        int foundYoung = found("version" + young);
        String situation = "seed " + seed + ", version " + young + ": " + foundOld + " old, " + foundYoung + " new";
        assertTrue(foundOld + foundYoung == POSTS && (foundOld == 0 || foundYoung == 0), situation);
        return foundYoung > 0 ? young : old;
    }

    private int found(String word) {
        Cli search = Cli.run("search", "--json", "--index", index.toString(), word);
        assertNotEquals(3, search.exitCode(), search.err());
        String total = "\"total\":{\"posts\":";
        int start = search.out().indexOf(total) + total.length();
        return Integer.parseInt(search.out().substring(start, search.out().indexOf(',', start)));
    }

    private void write(int version) throws IOException {
        for (int i = 0; i < POSTS; i++) {
            String text = ("# Post " + i + "\n\nThis is version" + version + " of it.\n\n").repeat(1)
                    + ("## Part " + version + "\n\nWords " + i * version + " and more.\n\n").repeat(8);
            Files.writeString(posts.resolve("post-" + i + ".md"), text);
        }
    }

    private Process index() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "index",
                        "--posts",
                        posts.toString(),
                        "--index",
                        index.toString()))
                .redirectErrorStream(true)
                .redirectOutput(posts.resolveSibling("said.txt").toFile())
                .start();
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
