package dev.anchorage.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveChangesTest {
    private final InstantSource muchLater = InstantSource.fixed(Instant.now().plusSeconds(3600));

    @TempDir
    Path root;

    @Test
    void addedChangedRemovedAndUnchangedAreTold() throws IOException {
        write("same.md", "one");
        write("edited.md", "two");
        write("gone.md", "three");
        Map<String, String> indexed = index();
        write("edited.md", "two and a half");
        write("new.md", "four");
        Files.delete(root.resolve("gone.md"));
        ArchiveChanges changes = ArchiveChanges.since(indexed, files());
        assertEquals(List.of("new.md"), pathsOf(changes.added()));
        assertEquals(List.of("edited.md"), pathsOf(changes.changed()));
        assertEquals(List.of("gone.md"), changes.removed());
        assertEquals(List.of("same.md"), pathsOf(changes.unchanged()));
        assertFalse(changes.isEmpty());
    }

    @Test
    void aNewTimeAloneChangesNothing() throws IOException {
        write("a.md", "one");
        Map<String, String> indexed = index();
        Files.setLastModifiedTime(root.resolve("a.md"), FileTime.fromMillis(1_000_000_000_000L));
        assertTrue(ArchiveChanges.since(indexed, files(), muchLater).isEmpty());
    }

    @Test
    void aFileThatItsSizeAndTimesVouchForIsNotRead() throws IOException {
        write("a.md", "one");
        Map<String, String> indexed = index();
        SourceFile scanned = files().getFirst();
        var unreadable = new SourceFile(
                "a.md", root.resolve("missing"), scanned.size(), scanned.modifiedMillis(), scanned.changedMillis());
        assertEquals(
                1,
                ArchiveChanges.since(indexed, List.of(unreadable)).unchanged().size());
    }

    @Test
    void anEditThatKeepsSizeAndTimeIsNoticed() throws IOException {
        write("a.md", "one");
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(root.resolve("a.md"), time);
        SourceFile before = files().getFirst();
        Map<String, String> indexed = index();
        do {
            write("a.md", "two");
            Files.setLastModifiedTime(root.resolve("a.md"), time);
        } while (files().getFirst().changedMillis() == before.changedMillis());
        assertEquals(1, ArchiveChanges.since(indexed, files()).changed().size());
    }

    @Test
    void aFileReadRightAfterItWasWrittenIsReadAgain() {
        byte[] bytes = {1, 2, 3};
        var file = new SourceFile("a.md", root.resolve("a.md"), 3, 10_000, 10_000);
        assertFalse(Fingerprint.of(file, bytes, 11_000).vouchesFor(file));
        assertTrue(Fingerprint.of(file, bytes, 12_001).vouchesFor(file));
    }

    @Test
    void aFileFromTheFutureIsNeverTrusted() {
        var file = new SourceFile("a.md", root.resolve("a.md"), 0, 99_000, 10_000);
        assertFalse(Fingerprint.of(file, new byte[0], 50_000).vouchesFor(file));
    }

    @Test
    void aFileThatVanishedIsNamedAndRemoved() throws IOException {
        write("a.md", "one");
        List<SourceFile> scanned = files();
        Map<String, String> indexed = Map.of("a.md", "an older format");
        Files.delete(root.resolve("a.md"));
        ArchiveChanges changes = ArchiveChanges.since(indexed, scanned);
        assertEquals(
                "a.md: it vanished while the archive was read: index again if it should be there",
                changes.skipped().getFirst().toString());
        assertEquals(List.of("a.md"), changes.removed());
    }

    @Test
    void whatIsNoFingerprintCountsAsChanged() throws IOException {
        write("a.md", "one");
        assertEquals(
                1,
                ArchiveChanges.since(Map.of("a.md", "rubbish"), files())
                        .changed()
                        .size());
    }

    @Test
    void aFileThatIsNewIsNotReadToBeCompared() {
        var absent = new SourceFile("a.md", root.resolve("missing"), 3, 10_000, 10_000);
        assertEquals(
                List.of("a.md"),
                pathsOf(ArchiveChanges.since(Map.of(), List.of(absent)).added()));
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }

    private List<SourceFile> files() throws IOException {
        return new Archive(root, ArchiveOptions.defaults()).scan().files();
    }

    private Map<String, String> index() throws IOException {
        var indexed = new HashMap<String, String>();
        for (SourceFile file : files()) {
            Fingerprint read = Fingerprint.of(file, file.bytes(), muchLater.millis());
            indexed.put(file.path(), read.toString());
        }
        return indexed;
    }

    private static List<String> pathsOf(List<SourceFile> files) {
        return files.stream().map(SourceFile::path).toList();
    }
}
