package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command whose line is read without picocli gets the options that it gets with it.
final class PlainLineTest {
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
        assertNull(PlainLine.command(line, Settings.none()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stats",
                "index word",
                "index --full --full",
                "index --limit 1",
                "index --remote-timeout soon",
                "index --include a,,b",
                "index --include \"a,b\"",
                "serve --limits burst=1",
                "serve --log-format loud",
                "serve --listen --watch"
            })
    void whatPicocliWouldReadOtherwiseIsLeftToIt(String line) throws SettingsException {
        assertNull(PlainLine.command(line.split(" ", -1), Settings.none()));
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionIsTheSameWithoutPicocli(String command, OptionSpec option) throws SettingsException {
        List<String> line = new ArrayList<>(List.of(command, option.longestName()));
        String value = value(option);
        if (value != null) {
            line.add(value);
        }
        assertTaken(line.toArray(String[]::new), Settings.none(), option);
    }

    @ParameterizedTest
    @MethodSource("variables")
    void anOptionOfAVariableIsTheSameWithoutPicocli(String command, OptionSpec option) throws SettingsException {
        String[] line = {command};
        String variable = "ANCHORAGE_"
                + option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
        Map<String, String> environment = Map.of(variable, Objects.requireNonNullElse(value(option), "true"));
        assertTaken(line, Settings.of(line, environment), option);
    }

    /// Of the commands that are to be quick.
    static Stream<Arguments> options() {
        return optionsBut(Set.of("--help", "--version"));
    }

    /// Those without what says where the settings are.
    static Stream<Arguments> variables() {
        return optionsBut(Set.of("--help", "--version", "--config", "--site-name"));
    }

    private static Stream<Arguments> optionsBut(Set<String> names) {
        return Stream.of("index", "search", "serve")
                .flatMap(name -> subcommand(name).options().stream()
                        .filter(option -> !names.contains(option.longestName()))
                        .map(option -> Arguments.of(name, option)));
    }

    /// Something that an option takes; null for one without a value.
    private static @Nullable String value(OptionSpec option) {
        Class<?> type = option.type();
        if (type == boolean.class) {
            return null;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[1].toString().toLowerCase(Locale.ROOT);
        }
        if (option.isMultiValue() && !option.splitRegex().isEmpty()) {
            return "one=1,two=2";
        }
        return type == int.class ? "7" : "some/value";
    }

    private static void assertTaken(String[] line, Settings settings, OptionSpec option) throws SettingsException {
        Subcommand plain = PlainLine.command(line, settings);
        if (option.type() == Map.class) {
            assertNull(plain, "picocli reads maps");
            return;
        }
        CommandLine slow = Main.commandLine(settings, line[0]);
        slow.parseArgs(line);
        assertNotNull(plain);
        Map<String, Object> taken = values(plain);
        assertEquals(
                values(Objects.requireNonNull(slow.getSubcommands().get(line[0]))
                        .getCommand()),
                taken);
        Object otherwise = values(Objects.requireNonNull(PlainLine.command(new String[] {line[0]}, Settings.none())));
        assertNotEquals(otherwise, taken, "the option changes something");
    }

    /// What picocli sets in a command and its parts.
    private static Map<String, Object> values(Object command) {
        Map<String, Object> values = new TreeMap<>();
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                field.setAccessible(true);
                Object value = valueOf(field, command);
                if (field.isAnnotationPresent(Mixin.class)) {
                    values.putAll(values(Objects.requireNonNull(value)));
                } else if (field.isAnnotationPresent(Option.class) || field.isAnnotationPresent(Parameters.class)) {
                    values.put(type.getSimpleName() + "." + field.getName(), String.valueOf(value));
                }
            }
        }
        return values;
    }

    private static @Nullable Object valueOf(Field field, Object command) {
        try {
            return field.get(command);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static CommandSpec subcommand(String name) {
        return Objects.requireNonNull(
                        Main.commandLine(Settings.none()).getSubcommands().get(name))
                .getCommandSpec();
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
        Subcommand quick = PlainLine.command(line, settings);
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
