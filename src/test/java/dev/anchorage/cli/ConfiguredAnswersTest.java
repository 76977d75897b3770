package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `synonyms`, `pins` and `location-hierarchy` as `anchorage.yaml` says them.
final class ConfiguredAnswersTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheFileSaysHoldsInTheTerminal() throws IOException {
        configure("synonyms: [[boat, vessel]]\npins: {storms: pier.md}\n");
        Files.writeString(folder.resolve("pier.md"), "# The pier\n\nA vessel.\n");
        assertEquals(Main.DONE, run("index", "--quiet").exitCode());
        assertTrue(run("search", "boat").out().contains("The pier"));
        String pinned = run("search", "storms").out();
        assertTrue(pinned.contains("The pier"), pinned);
        assertFalse(pinned.contains("0 sections"), pinned);
        assertEquals(Main.DONE_BUT, run("search", "gales").exitCode());
    }

    @Test
    void placesLieInOneAnotherAsSoonAsTheFileSaysSo() throws IOException {
        configure("generator: sphinx\n");
        Files.writeString(folder.resolve("pier.md"), "---\nlocation: Chicago, USA\n---\n# The pier\n");
        assertEquals(Main.DONE, run("index", "--quiet").exitCode());
        assertTrue(run("search", "--location=Chicago").out().contains("Chicago · USA"));
        configure("generator: sphinx\nlocation-hierarchy: true\n");
        assertEquals(Main.DONE, run("index", "--quiet").exitCode());
        assertTrue(run("search", "--location=usa").out().contains("Chicago, USA"));
        assertTrue(run("search", "--location=Chicago").out().contains("Chicago, USA"));
        configure("generator: sphinx\n");
        assertEquals(Main.DONE, run("index", "--quiet").exitCode());
        assertEquals(Main.DONE, run("search", "--location=Chicago").exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            synonyms: [[boat]]     | synonyms: item 1 is [boat], expected a list
            synonyms: {boat: ship} | synonyms: item 1 is {boat=ship}, expected a list
            pins: {tides: 7}       | pins: "tides" is 7, expected a query and the address
            pins: [tides]          | pins: expected queries with an address each
            ranking: {recency: 2}  | ranking: recency is 2, expected a number from 0 to 1.0
            ranking: {recency: no} | ranking: recency is no, expected a number from 0 to 1.0
            ranking: {title: 3}    | ranking: found {title=3}, expected a weight, such as `ranking: {recency: 0.02}`
            ranking: 3             | ranking: found 3, expected a weight
            """)
    void whatMakesNoSenseIsNamed(String line, String sentence) throws IOException {
        configure("{}");
        Files.writeString(folder.resolve("pier.md"), "# The pier\n");
        assertEquals(Main.DONE, run("index", "--quiet").exitCode());
        configure(line);
        Cli search = run("search", "pier");
        assertEquals(Main.WRONG_USAGE, search.exitCode());
        assertTrue(search.err().contains(sentence), search.err());
    }

    private void configure(String yaml) throws IOException {
        Files.writeString(folder.resolve("anchorage.yaml"), yaml);
    }

    private Cli run(String command, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = command;
        args[1] = "--posts=" + folder;
        args[2] = "--index=" + folder.resolve("index");
        args[3] = "--color=never";
        System.arraycopy(more, 0, args, 4, more.length);
        return Cli.run(args);
    }
}
