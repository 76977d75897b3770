package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.Indexer.Earlier;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexerTest {
    private TestBlog blog = new TestBlog(Path.of("unset"), Path.of("unset"));

    @BeforeEach
    void openTheBlog(@TempDir Path folder) throws IOException {
        blog = new TestBlog(folder)
                .write("oban.md", "# Oban\n\nA ferry to Mull.\n\n## The pier\n\nGulls.\n")
                .write("kobe.md", "# Kobe\n\nA harbour at night.\n");
    }

    @Test
    void onlyWhatChangedIsWrittenAgain() throws IOException {
        assertEquals(new Counts(2, 2, 0, 0, 0, 0, 0), Counts.of(blog.update()));
        assertEquals(new Counts(2, 0, 0, 0, 2, 0, 0), Counts.of(blog.update()));
        blog.write("oban.md", "# Oban\n\nNo ferry today.\n")
                .write("lisbon.md", "# Lisbon\n")
                .delete("kobe.md");
        assertEquals(new Counts(2, 1, 1, 1, 0, 0, 0), Counts.of(blog.update()));
        assertEquals(List.of("Oban"), titles("ferry"));
        assertEquals(List.of(), titles("harbour"));
        assertEquals(List.of(), titles("gulls"));
    }

    @Test
    void whatWasSeenOfTheArchiveCountsUnlessSomebodyHasCommittedSince() throws IOException {
        blog.update();
        SectionStore store = new FolderStore(blog.index());
        Indexer indexer = blog.indexer(blog.options(false, false));
        Earlier earlier = new Earlier(blog.archive().scan(), String.valueOf(store.mark()));
        blog.write("lisbon.md", "# Lisbon\n\nA tram.\n");
        assertEquals(2, indexer.update(blog.archive(), store, earlier).found());
        blog.update();
        IndexReport report = indexer.update(blog.archive(), store, earlier);
        assertEquals(3, report.found());
        assertEquals(0, report.removed());
        assertEquals(List.of("Lisbon"), titles("tram"));
    }

    @Test
    void segmentsAreWrittenWithTheCodecOfPosts() throws IOException {
        blog.update();
        try (FSDirectory files = FSDirectory.open(blog.index())) {
            SegmentInfos segments = SegmentInfos.readLatestCommit(files);
            assertInstanceOf(PostCodec.class, segments.info(0).info.getCodec());
        }
    }

    @Test
    void anUpdateThatChangesNothingMakesNoNewGeneration() throws IOException {
        assertEquals(1, blog.update().generation());
        assertEquals(1, blog.update().generation());
        blog.write("kobe.md", "# Kobe by day\n");
        assertEquals(2, blog.update().generation());
    }

    @Test
    void aHiddenPostIsOnlyANumber() throws IOException {
        blog.write("secret.md", "---\ndraft: true\ntags: [xyzzy]\n---\n# Plugh\n\nFrotz.\n");
        IndexReport report = blog.update();
        assertEquals(1, report.hidden());
        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), titles("plugh"));
        for (String word : List.of("xyzzy", "Plugh", "plugh", "Frotz", "frotz", "secret")) {
            assertTrue(!indexHolds(word), word + " is in the index folder");
        }
    }

    @Test
    void aPostThatBecomesADraftLeavesTheIndex() throws IOException {
        blog.update();
        blog.write("kobe.md", "---\ndraft: true\n---\n# Kobe\n\nA harbour at night.\n");
        assertEquals(new Counts(2, 0, 0, 1, 1, 1, 0), Counts.of(blog.update()));
        assertEquals(List.of(), titles("harbour"));
    }

    @Test
    void aFuturePostAppearsWhenItIsDueAndAnExpiredOneGoes() throws IOException {
        blog.write("soon.md", "---\ndate: 2026-11-23\n---\n# Tomorrow\n");
        blog.write("short.md", "---\ndate: 2026-11-01\nexpiryDate: 2026-11-23\n---\n# Briefly\n");
        blog.update();
        assertEquals(List.of(), titles("tomorrow"));
        assertEquals(List.of("Briefly"), titles("briefly"));
        blog.at(Instant.parse("2026-11-24T12:00:00Z")).update();
        assertEquals(List.of("Tomorrow"), titles("tomorrow"));
        assertEquals(List.of(), titles("briefly"));
    }

    @Test
    void aFileThatIsNoTextIsNamedAndItsFormerVersionStays() throws IOException {
        blog.update();
        blog.write("kobe.md", new byte[] {0, 1, 2, 0, 0, 3, 0, 0, 0, 0});
        IndexReport report = blog.update();
        assertEquals(new Counts(2, 0, 0, 0, 1, 0, 1), Counts.of(report));
        assertEquals("kobe.md", report.problems().getFirst().path());
        assertEquals(List.of("Kobe"), titles("harbour"));
    }

    @Test
    void twoPostsWithOneAddressAreBothNamedAndBothFound() throws IOException {
        blog.write("a.md", "# First\n\nCormorant.\n").write("a.markdown", "# Second\n\nCormorant.\n");
        IndexReport report = blog.update();
        assertEquals(
                List.of("a.markdown", "a.md"),
                report.problems().stream().map(problem -> problem.path()).toList());
        assertEquals(2, titles("cormorant").size());
    }

    @Test
    void anArchiveThatShrankToATenthIsRefusedUntilAllowed() throws IOException {
        for (int i = 0; i < 20; i++) {
            blog.write("post" + i + ".md", "# Number " + i + "\n");
        }
        blog.update();
        for (int i = 0; i < 20; i++) {
            blog.delete("post" + i + ".md");
        }
        var refused = assertThrows(IndexRefusedException.class, blog::update);
        assertTrue(String.valueOf(refused.getMessage()).contains("--allow-shrink"), refused.getMessage());
        assertEquals(20, titles("number").size());
        blog.update(false, true);
        assertEquals(List.of(), titles("number"));
    }

    @Test
    void aSecondWriterIsTurnedAway() throws IOException {
        blog.update();
        try (FSDirectory files = FSDirectory.open(blog.index());
                Lock held = files.obtainLock("write.lock")) {
            assertNotNull(held);
            var refused = assertThrows(IndexRefusedException.class, blog::update);
            assertTrue(String.valueOf(refused.getMessage()).contains("another process"), refused.getMessage());
        }
        blog.update();
    }

    @Test
    void aDamagedIndexIsNamedAsSuchAndHealedByAFullIndex() throws IOException {
        blog.update();
        try (Stream<Path> files = Files.list(blog.index())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, "rubbish".getBytes(StandardCharsets.UTF_8));
            }
        }
        var damaged = assertThrows(IndexDamagedException.class, blog::update);
        assertTrue(String.valueOf(damaged.getMessage()).contains("--full"), damaged.getMessage());
        assertEquals(2, blog.update(true, false).added());
        assertEquals(List.of("Oban"), titles("ferry"));
    }

    @Test
    void anotherSettingMakesEveryPostBeReadAgain() throws IOException {
        blog.update();
        assertEquals(
                new Counts(2, 0, 2, 0, 0, 0, 0),
                Counts.of(blog.builtBy(new dev.anchorage.post.Generator("github-slugger"))
                        .update()));
    }

    private List<String> titles(String query) throws IOException {
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            SearchRequest request = SearchRequest.parse(java.util.Map.of("q", List.of(query), "limit", List.of("100")));
            return searcher.search(request).posts().stream()
                    .map(post -> post.title())
                    .toList();
        } catch (dev.anchorage.search.BadParameterException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private boolean indexHolds(String word) throws IOException {
        try (Stream<Path> files = Files.list(blog.index())) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Counts(int found, int added, int changed, int removed, int unchanged, int hidden, int skipped) {
        static Counts of(IndexReport report) {
            return new Counts(
                    report.found(),
                    report.added(),
                    report.changed(),
                    report.removed(),
                    report.unchanged(),
                    report.hidden(),
                    report.skipped());
        }
    }
}
