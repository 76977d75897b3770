package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestAnswers;
import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A damaged index is named as such or answers right, and `--full` heals it.
final class DamageTest {
    private static final List<String> REQUESTS = List.of("q=", "q=ferry", "q=harbour", "q=gulls&tag=ports");
    private static final long SEED = Long.getLong("anchorage.test.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private TestBlog blog = new TestBlog(Path.of("unset"), Path.of("unset"));
    private Map<String, byte[]> whole = Map.of();

    @BeforeEach
    void index(@TempDir Path folder) throws IOException {
        blog = new TestBlog(folder)
                .write("oban.md", "---\ntags: [ports]\n---\n# Oban\n\nA ferry to Mull.\n\n## The pier\n\nGulls.\n");
        blog.update();
        blog.write("kobe.md", "# Kobe\n\nA harbour at night.\n").update();
        whole = read();
    }

    @Test
    void aFlippedByteAnywhereIsNoticed() throws IOException {
        int flips = 0;
        for (String name : whole.keySet()) {
            byte[] bytes = bytes(name);
            for (int at = 0; at < bytes.length; at += 1 + random.nextInt(Math.max(1, bytes.length / 60))) {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                assertNamed(name, flipped, "bit flipped at " + at + " of " + name);
                flips++;
            }
        }
        assertTrue(flips > 200, flips + " flips");
        assertHealed();
    }

    @Test
    void aTruncatedOrLostFileIsNoticed() throws IOException {
        for (String name : whole.keySet()) {
            byte[] bytes = bytes(name);
            for (int length : new int[] {0, 1, 7, bytes.length / 2, bytes.length - 8, bytes.length - 1}) {
                assertNamed(name, Arrays.copyOf(bytes, Math.max(0, length)), name + " cut to " + length);
            }
            if (!name.startsWith("segments_")) {
                restore();
                Files.delete(blog.index().resolve(name));
                assertThrows(IndexDamagedException.class, this::answers, name + " lost");
                assertThrows(IndexDamagedException.class, this::asksOnce, name + " lost");
                assertThrows(IndexDamagedException.class, blog::update, name + " lost");
                assertHealed();
            }
        }
    }

    /// The version stands in the header of the commit's file, behind its magic number and the codec's name.
    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void anotherFormatIsNamedAsSuch(int version) throws IOException {
        String name = whole.keySet().stream()
                .filter(file -> file.startsWith("segments_"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = bytes(name).clone();
        ByteBuffer.wrap(bytes).putInt(4 + 1 + "segments".length(), version);
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length - 8);
        ByteBuffer.wrap(bytes).putLong(bytes.length - 8, checksum.getValue());
        Files.write(blog.index().resolve(name), bytes);
        for (var use :
                List.<org.junit.jupiter.api.function.Executable>of(this::answers, this::asksOnce, blog::update)) {
            var other = assertThrows(IndexDamagedException.class, use);
            assertTrue(String.valueOf(other.getMessage()).contains("another version"), other.getMessage());
        }
        assertHealed();
    }

    @Test
    void anIndexBuiltAnewGoesOnCountingGenerations() throws IOException {
        String name = whole.keySet().stream()
                .filter(file -> file.endsWith(".cfs"))
                .findFirst()
                .orElseThrow();
        Files.write(blog.index().resolve(name), new byte[] {1, 2, 3});
        assertEquals(3, blog.update(true, false).generation());
        assertEquals(4, blog.update(true, false).generation());
    }

    @Test
    void foreignFilesInTheFolderAreLeftAlone() throws IOException {
        Path note = Files.writeString(blog.index().resolve("notes.txt"), "mine");
        Path hidden = Files.writeString(blog.index().resolve(".DS_Store"), "mine");
        Files.createDirectories(blog.index().resolve("backup"));
        blog.write("lisbon.md", "# Lisbon\n").update();
        blog.update(true, true);
        assertEquals("mine", Files.readString(note));
        assertEquals("mine", Files.readString(hidden));
        assertTrue(Files.isDirectory(blog.index().resolve("backup")));
    }

    private void assertNamed(String name, byte[] damaged, String situation) throws IOException {
        if (!Arrays.equals(damaged, bytes(name))) {
            restore();
            Files.write(blog.index().resolve(name), damaged);
            assertThrows(IndexDamagedException.class, this::answers, "seed " + SEED + ": " + situation);
            assertThrows(IndexDamagedException.class, this::asksOnce, "seed " + SEED + ": " + situation);
            assertThrows(IndexDamagedException.class, blog::update, "seed " + SEED + ": " + situation);
        }
    }

    private void assertHealed() throws IOException {
        blog.update(true, false);
        TestAnswers healed = answers();
        restore();
        healed.assertSameAs(answers(), "healed");
    }

    private TestAnswers answers() throws IOException {
        return TestAnswers.of(blog.index(), REQUESTS);
    }

    /// While the commit is being verified.
    private void asksOnce() throws IOException {
        SectionSearcher.once(
                blog.index(), SearchOptions.NONE, searcher -> searcher.search(SearchRequest.of("ferry harbour")));
    }

    private byte[] bytes(String name) {
        return java.util.Objects.requireNonNull(whole.get(name));
    }

    private Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(blog.index())) {
            for (Path file : listed.toList()) {
                if (!file.toString().endsWith(".lock")) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private void restore() throws IOException {
        try (Stream<Path> listed = Files.list(blog.index())) {
            for (Path file : listed.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> file : whole.entrySet()) {
            Files.write(blog.index().resolve(file.getKey()), file.getValue());
        }
    }
}
