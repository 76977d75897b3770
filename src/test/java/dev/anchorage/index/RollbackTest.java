package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestAnswers;
import dev.anchorage.TestBlog;
import dev.anchorage.post.Generator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The state before a full reindex can be put back, as it was and in one step.
final class RollbackTest {
    private static final List<String> REQUESTS = List.of("q=", "q=ferry", "q=harbour", "q=gulls&tag=ports", "q=pier");
    private static final String SECRET = "zugzwang";

    private TestBlog blog = new TestBlog(Path.of("unset"), Path.of("unset"));
    private TestAnswers good = TestAnswers.none();

    @BeforeEach
    void index(@TempDir Path folder) throws IOException {
        blog = new TestBlog(folder)
                .write("oban.md", "---\ntags: [ports]\n---\n# Oban\n\nA ferry to Mull.\n\n## The pier\n\nGulls.\n")
                .write("kobe.md", "# Kobe\n\nA harbour at night, " + SECRET + ".\n")
                .write("fleet.md", "# Fleet\n\nA harbour by day.\n");
        blog.update();
        good = TestAnswers.of(blog.index(), REQUESTS);
    }

    @Test
    void aFullReindexIsTakenBackAndForthAgain() throws IOException {
        blog.write("oban.md", "# Oban\n\nNo ferry.\n");
        blog.update(true, false);
        TestAnswers bad = TestAnswers.of(blog.index(), REQUESTS);
        assertFalse(bad.isSameAs(good));
        assertEquals(3, back().generation());
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(good, "back");
        assertEquals(4, back().generation());
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(bad, "forth");
    }

    @Test
    void anUpdateForcedByOtherSettingsIsAFullOne() throws IOException {
        blog.builtBy(new Generator("hugo")).update();
        back();
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(good, "back");
    }

    @Test
    void changesSinceAreTakenBackToo() throws IOException {
        blog.update(true, false);
        blog.write("lisbon.md", "# Lisbon\n\nA tram to the pier.\n").update();
        back();
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(good, "back");
    }

    @Test
    void whatWasRolledBackIsNotIndexedAgainUntilPostsOrSettingsChange() throws IOException {
        blog.builtBy(new Generator("hugo")).update();
        back();
        IndexRefusedException refused = assertThrows(IndexRefusedException.class, blog::update);
        assertTrue(String.valueOf(refused.getMessage()).contains("was rolled back"), refused.getMessage());
        blog.builtBy(new Generator("sphinx"));
        assertEquals(3, blog.update().unchanged());
        blog.builtBy(new Generator("hugo"));
        assertThrows(IndexRefusedException.class, blog::update);
        blog.write("lisbon.md", "# Lisbon\n\nA tram.\n");
        assertEquals(1, blog.update().added());
        assertSameAsFresh();
    }

    @Test
    void aFullReindexMakesItAllTheSame() throws IOException {
        blog.builtBy(new Generator("hugo")).update();
        TestAnswers bad = TestAnswers.of(blog.index(), REQUESTS);
        back();
        blog.update(true, false);
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(bad, "full");
        back();
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(good, "back once more");
    }

    @Test
    void updatesAfterItBringTheIndexUpToDate() throws IOException {
        blog.write("oban.md", "# Oban\n\nNo ferry.\n");
        blog.update(true, false);
        back();
        blog.write("kobe.md", "# Kobe\n\nA pier.\n").delete("fleet.md").update();
        assertSameAsFresh();
        assertEquals(0, blog.update().changed());
    }

    @Test
    void postsThatAFullReindexDidNotFindComeBack() throws IOException {
        Path away = blog.posts().resolveSibling("kobe.md");
        Files.move(blog.posts().resolve("kobe.md"), away);
        blog.update(true, true);
        back();
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(good, "back");
    }

    @Test
    void thereIsNoWayBackToAPostThatIsHiddenOrDeletedSince() throws IOException {
        blog.write("kobe.md", "---\ndraft: true\n---\n# Kobe\n");
        blog.update(true, false);
        assertTrue(FolderRollback.of(blog.index()).isEmpty());
        assertNothingIsLeft();
        blog.write("kobe.md", "# Kobe\n\nA harbour at night, " + SECRET + ".\n").update();
        blog.update(true, false);
        blog.delete("kobe.md").update();
        assertTrue(FolderRollback.of(blog.index()).isEmpty());
        assertNothingIsLeft();
    }

    @Test
    void visibilityCountsMoreThanWhatWasRolledBack() throws IOException {
        Instant day = Instant.parse("2026-11-22T12:00:00Z");
        blog.builtBy(new Generator("hugo")).write("soon.md", "---\nexpiryDate: 2026-11-23\n---\nA harbour fair.\n");
        blog.update();
        blog.builtBy(new Generator("jekyll")).update();
        back();
        assertThrows(IndexRefusedException.class, blog::update);
        blog.at(day.plusSeconds(2 * 86_400)).update();
        assertTrue(FolderRollback.of(blog.index()).isEmpty());
    }

    @Test
    void withoutAFullReindexOrWhenItIsForgottenThereIsNothingToGoBackTo() throws IOException {
        assertTrue(FolderRollback.of(blog.index()).isEmpty());
        blog.write("lisbon.md", "# Lisbon\n").update();
        assertTrue(FolderRollback.of(blog.index()).isEmpty());
        IndexOptions options = blog.options(true, false);
        blog.indexer(new IndexOptions(
                        options.directory(),
                        true,
                        false,
                        options.settings(),
                        options.defaultLanguage(),
                        false,
                        options.now(),
                        0,
                        null,
                        IndexProgress.NONE,
                        false))
                .update(blog.archive());
        assertTrue(FolderRollback.of(blog.index()).isEmpty());
        IndexFiles.assertAllNeeded(blog.index(), "nothing is kept");
        Path absent = blog.index().resolveSibling("absent");
        assertThrows(NoSuchFileException.class, () -> FolderRollback.of(absent));
        assertThrows(NoSuchFileException.class, () -> FolderRollback.of(Files.createDirectory(absent)));
    }

    @Test
    void aFailedOrRefusedFullReindexLeavesTheWayBackAsItWas() throws IOException {
        blog.update(true, false);
        IndexOptions options = blog.options(true, false);
        IndexOptions picky = new IndexOptions(
                options.directory(),
                true,
                false,
                options.settings(),
                options.defaultLanguage(),
                false,
                options.now(),
                0,
                (next, state) -> {
                    throw new IndexRefusedException("no");
                },
                IndexProgress.NONE,
                true);
        List<String> before = files();
        assertThrows(IndexRefusedException.class, () -> blog.indexer(picky).update(blog.archive()));
        assertEquals(before, files());
        back();
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(good, "back");
    }

    @Test
    void aDiskThatIsFullAtAnyPointLeavesOneStateOrTheOther(@TempDir Path scratch) throws IOException {
        blog.write("oban.md", "# Oban\n\nNo ferry.\n");
        blog.update(true, false);
        TestAnswers bad = TestAnswers.of(blog.index(), REQUESTS);
        int failed = 0;
        boolean isReached = true;
        for (int point = 1; isReached; point++) {
            Path trial = copy(scratch.resolve("trial" + point));
            try (FaultyDirectory faulty = new FaultyDirectory(trial, point, false)) {
                try {
                    FolderRollback.of(faulty, trial);
                } catch (IndexFailedException full) {
                    failed++;
                }
                isReached = faulty.points() >= point;
            }
            TestAnswers answers = TestAnswers.of(trial, REQUESTS);
            assertTrue(answers.isSameAs(good) || answers.isSameAs(bad), "point " + point);
            if (answers.isSameAs(bad)) {
                FolderRollback.of(trial);
            }
            TestAnswers.of(trial, REQUESTS).assertSameAs(good, "point " + point);
        }
        assertTrue(failed > 1, failed + " failed");
    }

    @Test
    void aStateThatRottedIsNotPutBackAndHoldsUpNoUpdate() throws IOException {
        blog.update(true, false);
        TestAnswers now = TestAnswers.of(blog.index(), REQUESTS);
        for (String name : filesOfPrevious()) {
            Path file = blog.index().resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            byte[] rotten = bytes.clone();
            rotten[bytes.length / 2] ^= 1;
            Files.write(file, rotten);
            assertThrows(IndexRefusedException.class, () -> FolderRollback.of(blog.index()), name);
            TestAnswers.of(blog.index(), REQUESTS).assertSameAs(now, name);
            Files.write(file, bytes);
        }
        Path whole = copy(blog.index().resolveSibling("whole"));
        for (String name : filesOfPrevious()) {
            for (boolean isLost : List.of(true, false)) {
                Path trial = copy(blog.index().resolveSibling(name + isLost));
                Files.delete(trial.resolve(name));
                if (!isLost) {
                    Files.write(trial.resolve(name), new byte[] {1, 2, 3});
                }
                blog.indexedIn(trial).update();
                blog.indexedIn(trial).update(true, false);
                TestAnswers.of(trial, REQUESTS).assertSameAs(now, name);
            }
        }
        assertTrue(FolderRollback.of(whole).isPresent());
    }

    private List<String> filesOfPrevious() throws IOException {
        try (FSDirectory files = FSDirectory.open(blog.index())) {
            IndexState last = Objects.requireNonNull(LastCommit.verified(files, blog.index()));
            String previous = String.valueOf(last.lineage().previous());
            return List.copyOf(SegmentInfos.readCommit(files, previous).files(true));
        }
    }

    private Rollback back() throws IOException {
        return FolderRollback.of(blog.index()).orElseThrow();
    }

    private void assertSameAsFresh() throws IOException {
        Path fresh = blog.index().resolveSibling("fresh");
        blog.indexedIn(fresh).update();
        TestAnswers.of(blog.index(), REQUESTS).assertSameAs(TestAnswers.of(fresh, REQUESTS), "fresh");
    }

    private void assertNothingIsLeft() throws IOException {
        for (String file : files()) {
            String bytes = Files.readString(blog.index().resolve(file), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains(SECRET), file);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(blog.index())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path copy(Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : files()) {
            Files.copy(blog.index().resolve(file), to.resolve(file));
        }
        return to;
    }
}
