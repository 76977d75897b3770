package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.anchor.AnchorStyles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What README and docs show is what the program says, and what they link to is there.
final class DocsTest {
    private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]+)]\\(([^)\\s]+)\\)");
    private static final Pattern TEST = Pattern.compile("`?([a-z][A-Za-z]+)`?");

    /// Names of rules, not of what builds a blog.
    private static final Set<String> RULES_OF_SEVERAL = Set.of(
            "github", "github-slugger", "markdown-it-anchor", "eleventy-id", "pandoc", "python-markdown", "none");

    /// In the text, or on a line of its own with or without words about it.
    private static final Pattern COMMAND = Pattern.compile(
            "`(?:\\./)?anchorage ([a-z][^`]*)`|(?m:^ {4}(?:\\./)?anchorage ([a-z]\\S*(?: \\S+)+)(?: {2,}.*)?$)");

    private static Sessions sessions = new Sessions(Path.of("unset"));

    @BeforeAll
    static void open(@TempDir Path folder) {
        sessions = new Sessions(folder);
    }

    @AfterAll
    static void close() {
        sessions.close();
    }

    @TestFactory
    Stream<DynamicTest> sessionsAreReal() throws IOException {
        return pages().stream()
                .filter(page -> !sessionsOf(page).isEmpty())
                .map(page -> DynamicTest.dynamicTest(page.toString(), () -> sessions.run(sessionsOf(page))));
    }

    @TestFactory
    Stream<DynamicTest> linksLeadToFilesAndTests() throws IOException {
        return pages().stream().map(page -> DynamicTest.dynamicTest(page.toString(), () -> follow(page)));
    }

    /// What would change this machine or never ends is not run, but has no slip in it (issue 7).
    @TestFactory
    Stream<DynamicTest> commandsThatAreNotRunAreOnesThereAre() throws IOException {
        return Stream.concat(pages().stream(), Stream.of(Path.of("src/dist/README.md")))
                .map(page -> DynamicTest.dynamicTest(page.toString(), () -> parse(page)));
    }

    private static void parse(Path page) throws IOException {
        for (MatchResult command :
                COMMAND.matcher(Files.readString(page)).results().toList()) {
            String words = Objects.requireNonNullElse(command.group(1), command.group(2));
            List<String> arguments = Stream.of(words.split(" "))
                    .map(word -> word.replace("…", "x"))
                    .toList();
            assertDoesNotThrow(
                    () -> Main.commandLine(Settings.none()).parseArgs(arguments.toArray(String[]::new)),
                    () -> page + ": " + command.group().strip());
        }
    }

    @Test
    void everyCommandIsInTheReadmeAndNoOther() throws IOException {
        Set<String> shown = Pattern.compile("(?m)^    anchorage ([a-z]+) {2,}")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> commands =
                new TreeSet<>(Main.commandLine(Settings.none()).getSubcommands().keySet());
        commands.remove("help");
        assertEquals(commands, shown);
    }

    /// VitePress and Gatsby were missing (issue 7).
    @Test
    void everyGeneratorHasAStart() throws IOException {
        String start = Files.readString(Path.of("src/docs/start.md")).toLowerCase(Locale.ROOT);
        Set<String> missing = new TreeSet<>(AnchorStyles.names());
        missing.removeAll(RULES_OF_SEVERAL);
        missing.removeIf(name -> start.contains("| " + name) || start.contains(", " + name));
        assertEquals(Set.of(), missing);
    }

    private static void follow(Path page) throws IOException {
        for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
            String target = link.group(2).replaceFirst("#.*", "");
            if (target.isEmpty() || target.contains(":")) {
                continue;
            }
            Path file = page.toAbsolutePath().resolveSibling(target).normalize();
            assertTrue(Files.exists(file), () -> page + " links to " + target);
            var test = TEST.matcher(link.group(1));
            if (target.endsWith("Test.java") || target.endsWith("IT.java")) {
                assertTrue(test.matches(), () -> page + " names no test: " + link.group());
                assertTrue(
                        Files.readString(file).contains(" " + test.group(1) + "("),
                        () -> target + " has no " + link.group(1));
            }
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> sessionsOf(Path page) {
        try {
            return SESSION.matcher(Files.readString(page))
                    .results()
                    .map(session -> session.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
