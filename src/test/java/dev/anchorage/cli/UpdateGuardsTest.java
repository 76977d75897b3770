package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When an update is not made, and what is said then.
final class UpdateGuardsTest {
    private static final String PIER = "expect:\n- {query: gulls, section: oban.md#the-pier, within: 1}\n";

    private TestBlog blog = new TestBlog(Path.of("unset"), Path.of("unset"));

    @BeforeEach
    void writeAPost(@TempDir Path folder) throws IOException {
        blog = new TestBlog(folder).write("oban.md", "# Oban\n\n## The pier\n\nGulls.\n");
    }

    @Test
    void aSecondWriterExitsAtOnceAndNamesTheFirst() throws IOException {
        String[] said = {""};
        IndexOptions slow = new IndexOptions(
                blog.index(),
                false,
                false,
                "",
                "en",
                false,
                Instant.now(),
                0,
                null,
                (done, total) -> said[0] = index(3).err(),
                true);
        blog.indexer(slow).update(blog.archive());
        String holder = "anchorage: the index in " + blog.index() + " is being updated by process "
                + ProcessHandle.current().pid()
                + " on [A-Za-z0-9.-]+ since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ; "
                + "try again when it is done";
        assertTrue(Pattern.matches(holder, said[0].strip()), said[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711 elsewhere 2024-02-30T00:00:00Z", "\u001B[31m\u0000 rubbish", ""})
    void aStaleLockIsNoObstacle(String holder) throws IOException {
        index(0);
        Files.writeString(blog.index().resolve("update.lock"), "");
        Files.writeString(blog.index().resolve("update.holder"), holder);
        blog.write("kobe.md", "# Kobe\n");
        assertEquals("2 posts found: 1 added, 1 unchanged", index(0).out().strip());
        assertFalse(Files.exists(blog.index().resolve("update.holder")));
    }

    @Test
    void whatIsExpectedIsCheckedBeforeReadersSeeIt() throws IOException {
        blog.write("anchorage.yaml", PIER);
        index(0);
        blog.write("oban.md", "# Oban\n\n## The quay\n\nGulls.\n");
        assertEquals(
                "anchorage: 1 of 1 under `expect` failed: \"gulls\" finds oban.md#the-pier not among the first 100, "
                        + "expected first; the last commit goes on answering until posts or `expect` are put right",
                index(3).err().strip());
        assertTrue(search("gulls").contains("#the-pier"));
        blog.write("anchorage.yaml", PIER.replace("pier", "quay"));
        index(0);
        assertTrue(search("gulls").contains("#the-quay"));
    }

    @Test
    void theRankFoundIsNamed() throws IOException {
        blog.write("kobe.md", "# Gulls\n\nGulls and gulls.\n")
                .write("anchorage.yaml", "expect: [{query: gulls, post: oban.md, within: 1}]\n");
        assertTrue(index(3).err().contains("\"gulls\" finds oban.md at rank 2, expected first"));
        blog.write(
                "anchorage.yaml",
                "expect: [{query: gulls, post: /oban.html, within: 2}, {query: gulls, post: /kobe.html}]\n");
        assertEquals("", index(0).err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gulls",
                "{query: gulls}",
                "{query: gulls, post: a.md, section: a.md#b}",
                "{query: gulls, section: a.md}",
                "{query: gulls, post: a.md, within: 0}",
                "{query: gulls, post: a.md, inside: 3}"
            })
    void anExpectationThatSaysNothingIsWrongConfiguration(String item) throws IOException {
        blog.write("anchorage.yaml", "expect:\n- {query: gulls, post: oban.md}\n- " + item + "\n");
        assertTrue(index(2).err().startsWith("anchorage: expect: item 2 is "));
    }

    @Test
    void anIndexFolderThatIsAFileIsOneSentence() throws IOException {
        Files.writeString(blog.index(), "no folder");
        String sentence = blog.index() + " is a file, not the folder of an index; --index names another folder";
        assertEquals("anchorage: " + sentence, index(3).err().strip());
    }

    @Test
    void progressIsDrawnOnlyOnATerminalAndNotForEveryPost() throws IOException {
        StringWriter drawn = new StringWriter();
        AtomicLong nanos = new AtomicLong();
        try (ProgressBar bar = new ProgressBar(new PrintWriter(drawn), true, nanos::get)) {
            bar.read(1, 10);
            assertEquals("", drawn.toString());
            nanos.addAndGet(150_000_000);
            bar.read(5, 10);
            bar.read(6, 10);
        }
        assertEquals("\r\u001B[K" + "█".repeat(15) + "░".repeat(15) + " 5 of 10 posts\r\u001B[K", drawn.toString());
        assertFalse(index(0).err().contains("\u001B"));
    }

    private Cli index(int exitCode) {
        Cli cli = Cli.run(
                "index",
                "--posts",
                blog.posts().toString(),
                "--index",
                blog.index().toString(),
                "--generator",
                "sphinx");
        assertEquals(exitCode, cli.exitCode(), cli.err());
        assertTrue(cli.err().lines().count() <= 1, cli.err());
        return cli;
    }

    private String search(String query) {
        return Cli.run("search", "--json", "--index", blog.index().toString(), query)
                .out();
    }
}
