package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/// Several blogs in one configuration, from the shell.
final class SitesTest {
    @TempDir
    private Path folder = Path.of("unset");

    @BeforeEach
    void writeTwoBlogs() throws IOException {
        write("alps/hut.md", "# A hut\n\n## The stove\n\nFirewood and *marmots*.\n");
        write("baking/bread.md", "# Bread\n\n## The stove\n\nFlour, water and salt.\n");
        write("baking/rye.md", "# Rye\n\nDark flour.\n");
        configure("""
                index: %1$s/index
                sites:
                  alps: {posts: %1$s/alps, generator: hugo, site: https://alps.example.org}
                  baking: {posts: %1$s/baking, generator: {name: github-slugger}, index: %1$s/dough}
                """);
    }

    @Test
    void indexBringsEachBlogUpToDateInAFolderOfItsOwn() throws IOException {
        Cli index = run("index");
        assertEquals(0, index.exitCode(), index.err());
        assertEquals(List.of("alps: 1 post found: 1 added", "baking: 2 posts found: 2 added"), index.lines());
        assertTrue(Files.isDirectory(folder.resolve("index/alps")));
        assertTrue(Files.isDirectory(folder.resolve("dough")));
        Map<String, Object> json =
                JSON.std.mapFrom(run("index", "--json").lines().getLast());
        assertEquals("baking", json.get("site"));
        assertEquals(2, json.get("unchanged"));
    }

    @Test
    void whatIsAskedOfOneBlogIsAnsweredFromItAlone() {
        run("index");
        Cli alps = run("search", "--site-name", "alps", "stove");
        assertTrue(alps.out().contains("https://alps.example.org/hut/#the-stove"), alps.out());
        assertFalse(alps.out().contains("Bread"), alps.out());
        assertEquals(1, run("search", "--site-name=alps", "flour").exitCode());
        assertTrue(run("stats", "--site-name", "baking").out().startsWith("posts        2"));
        assertTrue(run("sections", "--site-name", "baking").out().contains("bread.md"));
        assertEquals(0, run("check", "--site-name", "baking").exitCode());
        assertEquals(0, run("why", "--site-name", "baking", "flour", "rye.md").exitCode());
        assertEquals(1, run("why", "--site-name", "alps", "flour", "rye.md").exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"search flour", "stats", "sections", "check", "why flour rye.md"})
    void whatNeedsOneBlogAsksWhich(String line) {
        run("index");
        Cli unclear = run(line.split(" ", -1));
        assertEquals(2, unclear.exitCode());
        assertEquals(
                "anchorage: the configuration has several sites; --site-name says which is meant: alps, baking",
                unclear.err().strip());
    }

    @Test
    void oneBlogsFailureIsNamedAndDoesNotTouchTheOthers() throws IOException {
        Files.move(folder.resolve("alps"), folder.resolve("away"));
        Cli index = run("index");
        assertEquals(2, index.exitCode());
        assertTrue(index.err().startsWith("anchorage: alps: there is no folder "), index.err());
        assertEquals(List.of("baking: 2 posts found: 2 added"), index.lines());
        Files.move(folder.resolve("away"), folder.resolve("alps"));
        run("index");
        configure("""
                index: %1$s/index
                sites:
                  alps: {posts: %1$s/alps, expect: [{query: marmots, post: lake.md}]}
                  baking: {posts: %1$s/baking, index: %1$s/dough, permalink: /:slug}
                """);
        Cli refused = run("index");
        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().startsWith("anchorage: alps: 1 of 1 under `expect` failed"), refused.err());
        assertEquals(
                List.of("baking: 2 posts found: 2 added"),
                refused.lines().stream().map(l -> l.replace("changed", "added")).toList());
        assertTrue(run("search", "--site-name", "alps", "marmots").out().contains("#the-stove"));
    }

    @Test
    void aDamagedIndexAndOneThatWouldShrinkStopNobody() throws IOException {
        for (int i = 0; i < 12; i++) {
            write("alps/walk" + i + ".md", "# Walk " + i + "\n\nSnow.\n");
        }
        run("index");
        for (int i = 0; i < 12; i++) {
            Files.delete(folder.resolve("alps/walk" + i + ".md"));
        }
        write("baking/scone.md", "# Scone\n");
        Cli shrunk = run("index");
        assertEquals(3, shrunk.exitCode());
        assertTrue(shrunk.err().startsWith("anchorage: alps: the archive would leave 1 of the 13"), shrunk.err());
        assertEquals(List.of("baking: 3 posts found: 1 added, 2 unchanged"), shrunk.lines());
        try (Stream<Path> files = Files.list(folder.resolve("index/alps"))) {
            for (Path file :
                    files.filter(f -> f.toString().contains("segments_")).toList()) {
                Files.writeString(file, "rubbish");
            }
        }
        Cli damaged = run("index");
        assertEquals(3, damaged.exitCode());
        assertTrue(
                damaged.err().matches("anchorage: alps: the index in \\S+/index/alps is damaged; .*\\s"),
                damaged.err());
        assertEquals(List.of("baking: 3 posts found: 3 unchanged"), damaged.lines());
        assertEquals(0, run("index", "--full", "--site-name", "alps").exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sites: {alps: {posts: a, listen: '1.2.3.4:80'}}       | sites: alps: "listen" belongs to the service
            sites: {alps: {posts: a, limits: {burst: 3}}}         | sites: alps: "limits" belongs to the service
            sites: {alps: {posts: a, sites: {}}}                  | sites: alps: "sites" belongs to the service
            sites: {alps: {posts: a, sight: b}}                   | sites: alps: "sight" is no key of a site
            sites: {alps: {generator: hugo}}                      | sites: alps: expected keys, `posts` among them
            sites: {alps: nothing}                                | sites: alps: expected keys, `posts` among them
            sites: {Alps: {posts: a}}                             | sites: "Alps" is no name for a site
            sites: {../a: {posts: a}}                             | sites: "../a" is no name for a site
            sites: {}                                             | sites: expected 1 to 1000 names
            sites: [alps]                                         | sites: expected 1 to 1000 names
            {sites: {alps: {posts: a}}, cors: ['https://x.test']} | "cors" belongs to a site, below `sites`
            {index: i, sites: {a: {posts: a}, b: {posts: b, index: i/a}}} | a: b: both keep their index in
            """)
    void whatCannotBeMeantIsNamedWithFileSiteAndKey(String yaml, String sentence) throws IOException {
        Files.writeString(folder.resolve("sites.yaml"), yaml);
        Cli index = run("index");
        assertEquals(2, index.exitCode());
        assertTrue(index.err().contains(sentence), index.err());
        assertTrue(index.err().contains("sites.yaml") || index.err().contains("both"), index.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            index --posts elsewhere            | --posts or ANCHORAGE_POSTS is given
            index --allow-shrink               | --allow-shrink or ANCHORAGE_ALLOW_SHRINK is given
            search --site-name lakes flour     | --site-name is "lakes", but the configuration has the sites alps, baking
            """)
    void whatIsSaidOfASiteNamesOne(String line, String sentence) {
        Cli unclear = run(line.split(" ", -1));
        assertEquals(2, unclear.exitCode());
        assertTrue(unclear.err().contains(sentence), unclear.err());
    }

    @Test
    void aKeyOfOneSiteIsNotThatOfAll() {
        String[] line = {"serve", "--config", folder.resolve("sites.yaml").toString()};
        for (String secret : List.of("ANCHORAGE_KEY", "ANCHORAGE_HOOK_SECRET", "ANCHORAGE_REMOTE_TOKEN")) {
            SettingsException refused = org.junit.jupiter.api.Assertions.assertThrows(
                    SettingsException.class, () -> Settings.of(line, Map.of(secret, "x")));
            assertTrue(String.valueOf(refused.getMessage()).startsWith(secret + " would hold for all sites"));
        }
    }

    @Test
    void thePageOnSitesShowsWhatCanBeConfigured() throws Exception {
        String page = Files.readString(Path.of("src/docs/sites.md"));
        MatchResult yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("sites.yaml"), yaml.group(1));
        String[] line = {"index", "--config", folder.resolve("sites.yaml").toString()};
        assertEquals(
                List.of("alps", "baking"),
                Settings.of(line, Map.of()).sites().stream().map(Settings::site).toList());
        String keys = page.lines()
                .filter(row -> row.startsWith("| `posts`"))
                .findFirst()
                .orElseThrow()
                .split("\\|", -1)[1];
        assertEquals(
                new TreeSet<>(ConfiguredSites.KEYS),
                new TreeSet<>(List.of(keys.strip().replace("`", "").split(" "))));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void configure(String yaml) throws IOException {
        Files.writeString(folder.resolve("sites.yaml"), yaml.formatted(folder));
    }

    private Cli run(String... arguments) {
        List<String> line = new ArrayList<>(Arrays.asList(arguments));
        line.addAll(1, List.of("--config", folder.resolve("sites.yaml").toString()));
        return Cli.run(line.toArray(String[]::new));
    }
}
