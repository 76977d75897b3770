package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        ManualPages.main(new String[] {folder.toString(), "1.2-rc"});
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
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.list(folder.resolve("man1"))) {
            return files.toList();
        }
    }

    /// What bash offers after `anchorage` and these words, sorted.
    private static String completions(String words) throws Exception {
        String script = "source " + folder.resolve("anchorage.bash") + "; COMP_WORDS=(anchorage " + words
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_anchorage 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), said);
        return String.join(" ", new TreeSet<>(said.lines().map(String::strip).toList()));
    }
}
