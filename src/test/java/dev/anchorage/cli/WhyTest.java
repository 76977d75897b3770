package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `anchorage why` on a small archive.
final class WhyTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void index() throws IOException {
        write(
                "pier.md",
                "---\ntitle: The pier\ndate: 2024-05-01\n---\n# The pier\n\nGulls.\n\n## Boats\n\nA red boat.\n");
        write("harbour.md", "---\ntitle: The harbour\ndate: 2024-05-02\n---\nBoats and boats and a boat.\n");
        write("secret.md", "---\ntitle: Secret\ndraft: true\n---\nA hidden boat.\n");
        write("later.md", "---\ntitle: Later\ndate: 2999-01-01\n---\nA later boat.\n");
        write("broken.md", "\0\0\0\u0007\0\0");
        assertEquals(Main.DONE_BUT, run("index").exitCode());
    }

    @Test
    void itSaysWhatEachPartContributedAndWhatStandsBefore() {
        Cli why = run("why", "red boat gulls", "/pier.html#boats");
        assertEquals(Main.DONE, why.exitCode(), why.err() + why.out());
        assertTrue(why.out().contains("The post is hit 1"), why.out());
        assertTrue(why.out().contains("Missing: gulls"), why.out());
        assertTrue(why.out().contains("2 of 3 words"), why.out());
        boolean isPierFirst = run("why", "boat", "pier.md").out().startsWith("The post is hit 1;");
        Cli second = run("why", "boat", isPierFirst ? "harbour.md" : "pier.md");
        assertTrue(second.out().startsWith("The post is hit 2;"), second.out());
        assertTrue(second.out().contains(isPierFirst ? "  The pier  /pier" : "  The harbour  /harbour"), second.out());
    }

    @Test
    void theOwnerLearnsWhyAPostIsHidden() {
        Cli draft = run("why", "boat", "secret.md");
        assertEquals(Main.DONE_BUT, draft.exitCode());
        assertTrue(draft.out().contains("secret.md is hidden: draft: true"), draft.out());
        assertTrue(run("why", "boat", "later.md").out().contains("it appears on 2999-01-01"));
        assertTrue(run("why", "boat", "nothing.md").out().startsWith("Neither the index nor"));
    }

    @Test
    void aSkippedFileIsNamedWithWhatIsWrong() {
        assertTrue(run("why", "boat", "broken.md").out().startsWith("The file is skipped: broken.md:"));
    }

    @Test
    void jsonSaysTheSame() {
        String json = run("why", "--json", "boat", "secret.md").out();
        assertTrue(json.contains("\"verdict\":\"hidden\""), json);
        assertTrue(json.contains("\"post\":null"), json);
        assertFalse(run("why", "--json", "boat", "pier.md").out().contains("hidden"));
    }

    @Test
    void whatIsNewIsNotIndexedYet() throws IOException {
        write("new.md", "# New\n\nA boat.\n");
        assertTrue(run("why", "boat", "new.md").out().contains("`anchorage index` adds it"));
    }

    private Cli run(String command, String... more) {
        String[] args = new String[more.length + 5];
        args[0] = command;
        args[1] = "--posts";
        args[2] = folder.resolve("posts").toString();
        args[3] = "--index=" + folder.resolve("index");
        args[4] = "--generator=sphinx";
        System.arraycopy(more, 0, args, 5, more.length);
        return Cli.run(args);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("posts").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
