package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// A search whose command line is read without picocli says what it says with it.
final class QuickSearchTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void index() throws IOException {
        Path posts = Files.createDirectory(folder.resolve("posts"));
        Files.writeString(posts.resolve("pier.md"), """
                ---
                title: The pier
                date: 2024-05-01
                tags: [boats, walks]
                location: Oban
                ---
                Gulls.

                ## Boats

                A red boat in the rain.
                """);
        Files.writeString(posts.resolve("harbour.md"), """
                ---
                title: The harbour
                date: 2023-05-02
                tags: boats
                ---
                Boats and boats and a boat.
                """);
        assertEquals(
                Main.DONE,
                Cli.run("index", "--posts", posts.toString(), "--index", indexFolder())
                        .exitCode());
    }

    private static String indexFolder() {
        return folder.resolve("index").toString();
    }

    static Stream<List<String>> plain() {
        return Stream.of(
                List.of("boat"),
                List.of("red", "boat", "rain"),
                List.of("red boat", "--limit", "1"),
                List.of("--limit=1", "boat", "--offset=1"),
                List.of("boat", "--json"),
                List.of("boat", "--tag", "walks", "--tag=boats"),
                List.of("--location", "Oban", "--year", "2024", "--sort", "oldest"),
                List.of("--after", "2024", "--before", "2025-01", "--quiet"),
                List.of("boat", "--color", "always"),
                List.of("boat", "--color=ALWAYS"),
                List.of("nothing-of-the-kind"),
                List.of("nothing-of-the-kind", "--quiet"),
                List.of("boat", "--sort", "loudest"),
                List.of("boat", "--year", "24"),
                List.of("boat", "--limit", "many"),
                List.of("boat", "--limit="),
                List.of(""),
                List.of());
    }

    @ParameterizedTest
    @MethodSource("plain")
    void aPlainSearchSaysTheSameWithoutPicocli(List<String> arguments) throws SettingsException {
        assertSame(arguments, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIMIT=1", "JSON=true", "QUIET=true", "COLOR=always", "TAG=walks", "SORT=newest"})
    void variablesGiveWhatTheCommandLineDoesNot(String variable) throws SettingsException {
        String[] pair = variable.split("=", -1);
        assertSame(List.of("boat"), Map.of("ANCHORAGE_" + pair[0], pair[1]));
    }

    @Test
    void anotherIndexThatIsNoneFailsAlike() throws SettingsException {
        String[] line = {"search", "--index", folder.resolve("absent").toString(), "boat"};
        Settings settings = Settings.of(line, Map.of());
        assertEquals(slow(line, settings), quick(line, settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "--frobnicate",
                "-v",
                "-",
                "--",
                "@file",
                "--tag",
                "--limit=1 --limit=2",
                "--json --json",
                "--json=true",
                "--color sometimes",
                "--limit -1"
            })
    void whatIsNotPlainIsLeftToPicocli(String options) throws SettingsException {
        String[] line = ("search boat " + options).split(" ", -1);
        assertNull(QuickSearch.of(line, Settings.none()));
    }

    @Test
    void noOptionOfTheCommandIsForgotten() {
        CommandLine search = Objects.requireNonNull(
                Main.commandLine(Settings.none()).getSubcommands().get("search"));
        Set<String> known = new TreeSet<>(QuickSearch.FILTERS);
        known.addAll(QuickSearch.SINGLE);
        known.addAll(QuickSearch.FLAGS);
        known.addAll(Set.of("help", "version"));
        Set<String> options = new TreeSet<>();
        for (OptionSpec option : search.getCommandSpec().options()) {
            options.add(option.longestName().substring(2));
            assertEquals(QuickSearch.FILTERS.contains(option.longestName().substring(2)), option.isMultiValue());
        }
        assertEquals(known, options);
        assertTrue(options.contains("tag"));
    }

    private static void assertSame(List<String> arguments, Map<String, String> environment) throws SettingsException {
        List<String> words = new ArrayList<>(List.of("search", "--index", indexFolder()));
        words.addAll(arguments);
        String[] line = words.toArray(String[]::new);
        Settings settings = Settings.of(line, environment);
        assertEquals(slow(line, settings), quick(line, settings));
    }

    private static Cli quick(String[] line, Settings settings) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        QuickSearch quick = QuickSearch.of(line, settings);
        assertNotNull(quick);
        int exitCode = quick.run(new PrintWriter(out, true), new PrintWriter(err, true));
        return new Cli(exitCode, out.toString(), err.toString());
    }

    private static Cli slow(String[] line, Settings settings) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine(settings)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line);
        return new Cli(exitCode, out.toString(), err.toString());
    }
}
