package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

final class CommandsTest {
    private Path posts = Path.of("unset");
    private String index = "";

    @BeforeEach
    void writeTwoPosts(@TempDir Path folder) throws IOException {
        posts = Files.createDirectories(folder.resolve("posts"));
        index = folder.resolve("index").toString();
        Files.writeString(posts.resolve("oban.md"), "---\ntags: [ferries]\n---\n# Oban\n\n## The pier\n\nGulls.\n");
        Files.writeString(posts.resolve("kobe.md"), "---\ntags: [ferries, ports]\n---\n# Kobe\n\nGulls too.\n");
    }

    @Test
    void indexSaysWhatItDidAndTheCountsAddUp() throws Exception {
        Files.write(posts.resolve("picture.md"), new byte[] {0, 0, 0, 7, 0, 0});
        Files.writeString(posts.resolve("later.md"), "---\ndraft: true\n---\n# Later\n");
        Cli text = run("index");
        assertEquals(1, text.exitCode());
        assertEquals("4 posts found: 2 added, 1 hidden, 1 skipped", text.out().strip());
        assertTrue(text.err().startsWith("picture.md"), text.err());
        Map<String, Object> json = JSON.std.mapFrom(run("index", "--json").out());
        assertEquals(4, json.get("found"));
        assertEquals(2, json.get("unchanged"));
        assertEquals(1, json.get("hidden"));
        assertEquals(1, json.get("skipped"));
    }

    @Test
    void aBrokenFrontMatterIsNamedWithFileAndLineAndTheRestIsIndexed() throws IOException {
        Files.writeString(posts.resolve("broken.md"), "---\ntitle: Fjord\ndate: 2020-13-45\n---\nText.\n");
        Cli index = run("index");
        assertTrue(index.err().startsWith("broken.md:3: "), index.err());
        assertTrue(index.err().contains("2020-13-45"), index.err());
        assertTrue(index.out().contains("3 added"), index.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            gulls -- -pier       | Kobe | 0
            gulls -pier          | -    | 2
            -- --gulls           | Oban | 0
            -- -pier gulls       | Kobe | 0
            --gulls              | -    | 2
            """)
    void behindTwoDashesAWordWithAMinusIsQuery(
            String words, @org.jspecify.annotations.Nullable String first, int exit) {
        run("index");
        Cli search = run(("search " + words).split(" ", -1));
        assertEquals(exit, search.exitCode(), search.err());
        assertTrue(first == null || search.out().contains(first), search.out());
    }

    @Test
    void whatAFolderSaysHidesItsPostsAtTheNextUpdateAndIsNamedWhenItCantBeRead() throws IOException {
        assertEquals("2 posts found: 2 added", run("index").out().strip());
        Files.writeString(posts.resolve("kobe.json"), "{\"draft\": true}");
        assertEquals(
                "2 posts found: 1 changed, 1 removed, 1 hidden",
                run("index").out().strip());
        assertEquals(1, run("search", "kobe").exitCode());
        Files.writeString(posts.resolve("kobe.json"), "{\"draft\": true, ");
        assertTrue(run("index").err().startsWith("kobe.json: it can't be read as a whole"));
        Files.writeString(posts.resolve("kobe.json"), "{\"draft\": false, \"tags\": [\"harbours\"]}");
        run("index");
        assertTrue(run("search", "tag:harbours").out().contains("Kobe"));
    }

    @Test
    void statsCountPostsSectionsAndFacets() throws Exception {
        run("index");
        Map<String, Object> stats = JSON.std.mapFrom(run("stats", "--json").out());
        assertEquals(2, stats.get("posts"));
        assertEquals(3, stats.get("sections"));
        assertTrue(run("stats").out().contains("ferries (2), ports (1)"));
    }

    @Test
    void outputInAPipeIsPlain() {
        run("index");
        assertFalse(run("search", "gulls").out().contains("\u001B"));
        assertTrue(run("search", "--color", "always", "gulls").out().contains("\u001B]8;;"));
    }

    @Test
    void nothingFoundIsExitOne() {
        run("index");
        Cli search = run("search", "cormorants");
        assertEquals(1, search.exitCode());
        assertEquals("Nothing found.", search.err().strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | --before is "soon", expected a day, month or year                  | search --before soon gulls
            2 | --year is "abc", expected a year such as 2024                          | search --year 2024 --year abc gulls
            2 | --limit is "many", expected a whole number from 1 to 100           | search --limit many gulls
            2 | Unknown option: '--colour'                                         | search --colour never gulls
            2 | there is no folder nowhere; --posts says where the posts are       | index --posts nowhere
            2 | --listen is "8080", expected HOST:PORT                             | serve --listen 8080
            2 | generator: there is no generator "wordpress"                       | index --generator wordpress
            3 | there is no index; `anchorage index` makes one                     | search gulls
            """)
    void wrongUsageIsOneSentenceWithTheCure(int exitCode, String sentence, String arguments) {
        Cli cli = run(arguments.split(" "));
        assertEquals(exitCode, cli.exitCode(), cli.err());
        assertTrue(cli.err().startsWith("anchorage: "), cli.err());
        assertTrue(cli.err().contains(sentence), cli.err());
        assertEquals(1, cli.err().lines().count(), cli.err());
    }

    @Test
    void whatTheConfigurationDoesNotKnowIsNamedWithItsFile() throws IOException {
        Files.writeString(posts.resolve("anchorage.yaml"), "sight: https://example.org\n");
        Cli index = run("index");
        assertEquals(2, index.exitCode());
        assertTrue(index.err().contains("anchorage.yaml") && index.err().contains("\"sight\""), index.err());
    }

    @Test
    void everyKeyOfTheConfigurationIsDocumentedAndNoOther() throws IOException {
        Set<String> documented = Files.readAllLines(Path.of("src/docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `--") || line.startsWith("| |"))
                .map(line -> line.split("\\|", -1)[3].strip().replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(Settings.OPTIONS);
        known.addAll(Settings.MAPS);
        assertEquals(known, documented);
    }

    @Test
    void theConfigurationBesideThePostsCountsUnlessAFlagSaysOtherwise() throws IOException {
        Files.writeString(
                posts.resolve("anchorage.yaml"), "site: https://example.org\ngenerator: {name: github-slugger}\n");
        assertTrue(
                sections().getFirst().contains("https://example.org/"),
                sections().getFirst());
        assertTrue(sections("--site", "https://example.net").getFirst().contains("https://example.net/"));
    }

    @Test
    void helpAndVersionAreEverywhere() {
        for (String command : List.of("index", "search", "sections", "serve", "stats")) {
            assertEquals(0, Cli.run(command, "--help").exitCode(), command);
            assertEquals(0, Cli.run(command, "--version").exitCode(), command);
        }
        assertTrue(Cli.run("--version").out().startsWith("anchorage "));
    }

    @Test
    void aDoubleDashEndsOptions() {
        run("index");
        assertEquals(0, run("search", "gulls", "--", "-cormorants").exitCode());
    }

    private List<String> sections(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "sections";
        arguments[1] = "--json";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return run(arguments).lines();
    }

    /// With the posts and the index of this test, unless the arguments name others.
    private Cli run(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        if (!all.contains("--posts")) {
            all.addAll(1, List.of("--posts", posts.toString()));
        }
        if (!arguments[0].equals("sections")) {
            all.addAll(1, List.of("--index", index));
        }
        return Cli.run(all.toArray(String[]::new));
    }
}
