package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestAnswers;
import dev.anchorage.TestBlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever fails while an update is written: the last commit opens and answers, the next update works, nothing is left
/// over.
final class FaultsTest {
    private static final List<String> REQUESTS = List.of("q=", "q=ferry", "q=harbour", "q=tram", "q=gulls&tag=ports");
    private static final long SEED = Long.getLong("anchorage.test.seed", System.nanoTime());

    private TestBlog blog = new TestBlog(Path.of("unset"), Path.of("unset"));
    private Path scratch = Path.of("unset");
    private Path before = Path.of("unset");
    private TestAnswers old = TestAnswers.none();
    private TestAnswers wanted = TestAnswers.none();

    /// An index of three posts, and then an edited, a new, a deleted and a hidden one to index.
    @BeforeEach
    void changeFourPosts(@TempDir Path folder) throws IOException {
        scratch = folder;
        blog = new TestBlog(folder)
                .write("oban.md", "---\ntags: [ports]\n---\n# Oban\n\nA ferry to Mull.\n\n## The pier\n\nGulls.\n")
                .write("kobe.md", "# Kobe\n\nA harbour at night.\n")
                .write("secret.md", "# Secret\n\nA harbour that will be hidden.\n");
        blog.update();
        old = TestAnswers.of(blog.index(), REQUESTS);
        before = Files.move(blog.index(), folder.resolve("before"));
        blog.write("oban.md", "---\ntags: [ports]\n---\n# Oban\n\nNo ferry today.\n")
                .write("lisbon.md", "# Lisbon\n\nA tram.\n")
                .write("secret.md", "---\ndraft: true\n---\n# Secret\n\nA harbour that is hidden.\n")
                .delete("kobe.md");
        updateOf(folder.resolve("wanted")).update(blog.archive());
        wanted = TestAnswers.of(folder.resolve("wanted"), REQUESTS);
    }

    @Test
    void aDiskThatIsFullAtAnyPointLosesNothing() throws IOException {
        int failed = 0;
        int point = 0;
        boolean isReached = true;
        while (isReached) {
            point++;
            try (FaultyDirectory faulty = new FaultyDirectory(copyOf(before), point, false)) {
                failed += fails(faulty) ? 1 : 0;
                isReached = faulty.points() >= point;
            }
            assertAllIsWell("point " + point);
        }
        System.out.println(point + " points failed one at a time, " + failed + " updates with them");
        assertTrue(failed > 40, failed + " of " + point);
    }

    @Test
    void aPowerCutAtAnyPointLosesNothing() throws IOException {
        Random random = new Random(SEED);
        int point = 0;
        boolean isReached = true;
        while (isReached) {
            point++;
            try (FaultyDirectory faulty = new FaultyDirectory(copyOf(before), point, true)) {
                fails(faulty);
                faulty.cutPower(random);
                isReached = faulty.points() >= point;
            }
            assertAllIsWell("seed " + SEED + ", power cut at point " + point);
        }
        System.out.println(point + " power cuts, seed " + SEED);
        assertTrue(point > 40, point + " points");
    }

    /// Says whether an update fails, and holds that it does so in one way.
    private boolean fails(FaultyDirectory faulty) throws IOException {
        try {
            updateOf(trial()).update(blog.archive(), faulty);
            return false;
        } catch (IndexFailedException failed) {
            assertTrue(
                    String.valueOf(failed.getMessage()).contains("no space is left on the disk"), failed.getMessage());
            return true;
        }
    }

    private void assertAllIsWell(String situation) throws IOException {
        TestAnswers answers = TestAnswers.of(trial(), REQUESTS);
        assertTrue(
                answers.isSameAs(old) || answers.isSameAs(wanted), situation + ": the answers are neither old nor new");
        updateOf(trial()).update(blog.archive());
        TestAnswers.of(trial(), REQUESTS).assertSameAs(wanted, situation);
        IndexFiles.assertAllNeeded(trial(), situation);
    }

    @Test
    void anIndexThatIsAFileIsNamedAsSuch() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "no folder");
        var failed =
                assertThrows(IndexFailedException.class, () -> updateOf(file).update(blog.archive()));
        assertEquals(
                file + " is a file, not the folder of an index; --index names another folder", failed.getMessage());
    }

    private Indexer updateOf(Path index) {
        return blog.indexer(blog.indexedIn(index).options(false, false));
    }

    private Path trial() {
        return scratch.resolve("trial");
    }

    private Path copyOf(Path index) throws IOException {
        deleteRecursively(trial());
        Files.createDirectories(trial());
        for (Path file : list(index)) {
            Files.copy(file, trial().resolve(file.getFileName()));
        }
        return trial();
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : list(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
