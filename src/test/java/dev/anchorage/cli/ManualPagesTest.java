package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.Needed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class ManualPagesTest {
    @TempDir
    private static Path folder = Path.of("unset");

    @BeforeAll
    static void write() throws IOException {
        ManualPages.main(new String[] {folder.toString(), "1.2-rc", "src/docs"});
    }

    @Test
    void everyCommandHasAPageThatNamesEveryOption() throws IOException {
        CommandLine anchorage = Main.commandLine(Settings.none());
        for (var command : anchorage.getSubcommands().entrySet()) {
            String page = Files.readString(folder.resolve("man1/anchorage-" + command.getKey() + ".1"));
            for (OptionSpec option : command.getValue().getCommandSpec().options()) {
                assertTrue(
                        page.contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR"), option::longestName);
            }
        }
        assertTrue(Files.readString(folder.resolve("man1/anchorage.1"))
                .startsWith(".TH ANCHORAGE 1 \"\" \"Anchorage 1.2\\-rc\"\n"));
    }

    @Test
    void noTextIsTakenForARequest() throws IOException {
        for (Path page : pages()) {
            List<String> odd = Files.readAllLines(page).stream()
                    .filter(line -> line.matches("[.'](?!SH |TH |TP$).*"))
                    .toList();
            assertEquals(List.of(), odd, page.toString());
            assertFalse(Files.readString(page).contains("%n"), page.toString());
        }
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        assertEquals("search sections serve stats", completions("s"));
        assertEquals("--year", completions("search --y"));
        assertEquals("always auto never", completions("search --color ''"));
        assertEquals("newest oldest relevance", completions("search --sort ''"));
        assertEquals("pelican", completions("index --generator pel"));
        assertEquals("json text", completions("serve --log-format ''"));
        assertEquals("newest", completions("search --sort = n"));
        assertEquals("json text", completions("serve --watch --log-format ="));
        assertEquals("--year", completions("search --sort = newest --y"));
    }

    /// It leaves it to zsh to choose what begins with the word.
    @Test
    void zshTakesThatOfBash() throws Exception {
        Needed.program(Path.of("/usr/bin/zsh"));
        String script = "source " + folder.resolve("anchorage.bash") + "; print $_comps[anchorage]; "
                + "COMP_WORDS=(anchorage search --sort n); COMP_CWORD=3; emulate ksh -c _complete_anchorage_values; print $COMPREPLY";
        String said = said("zsh", "-f", "-c", script);
        assertTrue(said.contains("_complete_anchorage_values"), said);
        assertTrue(said.endsWith("relevance newest oldest\n"), said);
    }

    @Test
    void fishCompletesCommandsAndOptions() throws Exception {
        Needed.program(Path.of("/usr/bin/fish"));
        assertEquals("search sections serve stats", fish("s"));
        assertEquals("--year", fish("search --y"));
        assertEquals("newest oldest relevance", fish("search --sort "));
        assertEquals("pelican", fish("index --generator pel"));
        assertEquals("--log-format=json --log-format=text", fish("serve --log-format="));
    }

    /// What fish offers after `anchorage` and these words, sorted.
    private static String fish(String words) throws Exception {
        String said = said(
                "fish",
                "--no-config",
                "-c",
                "source " + folder.resolve("anchorage.fish") + "; complete -C 'anchorage " + words + "'");
        return String.join(
                " ",
                new TreeSet<>(
                        said.lines().map(line -> line.replaceFirst("\t.*", "")).toList()));
    }

    @Test
    void linksToSourcesAreTextInTheDocumentationThatIsShipped() throws IOException {
        assertEquals(
                "[a](b.md) test [d](../dist/x) [e](https://e.example/test/)",
                ShippedDocs.shipped("[a](b.md) [test](../../test/T.java) [d](../dist/x) [e](https://e.example/test/)"));
        assertTrue(Files.readString(folder.resolve("docs/promises.md")).contains("| idsAreThoseOfTheGenerator |"));
        assertTrue(Files.isRegularFile(folder.resolve("docs/search-box/dialog.png")));
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.list(folder.resolve("man1"))) {
            return files.toList();
        }
    }

    /// What bash offers after `anchorage` and these words, sorted.
    private static String completions(String words) throws Exception {
        String script = "source " + folder.resolve("anchorage.bash") + "; COMP_WORDS=(anchorage " + words
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_anchorage_values 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"";
        String said = said("bash", "-c", script);
        return String.join(" ", new TreeSet<>(said.lines().map(String::strip).toList()));
    }

    private static String said(String... command) throws Exception {
        Process shell = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), said);
        return said;
    }
}
