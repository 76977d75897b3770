package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What README and docs show is what the program says, and what they link to is there.
final class DocsTest {
    private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]+)]\\(([^)\\s]+)\\)");
    private static final Pattern TEST = Pattern.compile("`?([a-z][A-Za-z]+)`?");

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
