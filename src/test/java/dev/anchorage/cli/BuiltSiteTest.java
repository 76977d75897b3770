package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/// Sites as their generators built them, in the shapes of three kinds of theme: with `<article>` and metadata, Sphinx'
/// nested sections, and a table of 1999.
final class BuiltSiteTest {
    private static final Path SITES = Path.of("src/test/resources/dev/anchorage/cli/built");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            semantic | 4 posts found: 2 added, 2 hidden
            sphinx   | 1 post found: 1 added
            plain    | 1 post found: 1 added
            """)
    void onlyPostsCount(String site, String report) {
        Cli index = index(site);
        assertEquals(report, index.out().strip(), index.err());
        assertEquals("", index.err());
        assertTrue(index(site).out().contains("unchanged"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            semantic | porpoises company | https://sails.example/log/2023/crossing-the-sound/#the-narrows
            semantic | skerries          | https://sails.example/log/2023/crossing-the-sound/#the-narrows
            semantic | ketch             | https://sails.example/log/about/
            semantic | tanned sails      | https://sails.example/log/about/#rig
            sphinx   | rabbit            | /blog/2024/knots.html#the-bowline
            sphinx   | left hand         | /blog/2024/knots.html#id1
            plain    | herring           | /2009/07/14/harbour.html#feeding
            plain    | smokehouses       | /2009/07/14/harbour.html#loose
            plain    | feathers          | /2009/07/14/harbour.html#moult
            """)
    void hitsLeadToIdsOfTheMarkup(String site, String query, String url) throws IOException {
        index(site);
        Map<String, Object> first = sections(search(site, query)).getFirst();
        assertEquals(url, first.get("url"));
    }

    @ParameterizedTest
    @CsvSource({
        "semantic, kedge", "semantic, berth", "semantic, lighthouses", "semantic, summary", "semantic, yet",
        "sphinx, knots sidebar", "sphinx, hidden", "sphinx, tagged", "sphinx, documentation", "plain, welcome",
        "plain, auks", "plain, bollards hand made bottom"
    })
    void whatIsNoTextOfAPostIsNotFound(String site, String query) throws IOException {
        index(site);
        assertEquals("{posts=0, sections=0}", String.valueOf(search(site, query).get("total")), query);
    }

    @Test
    void thePageTellsWhatFrontMatterWould() throws IOException {
        index("semantic");
        Map<String, Object> post = posts(search("semantic", "porpoises")).getFirst();
        assertEquals("Crossing the Sound", post.get("title"));
        assertEquals("2023-05-06", post.get("date"));
        assertEquals(List.of("tides", "islands"), post.get("tags"));
        assertEquals(List.of("Ann Skipper"), post.get("authors"));
        assertEquals("en-GB", post.get("language"));
        index("plain");
        Map<String, Object> plain = posts(search("plain", "bollards")).getFirst();
        assertEquals("The harbour gulls", plain.get("title"));
        assertEquals("2009-07-14", plain.get("date"));
    }

    @Test
    void headingsAreShownWithoutTheSignsThatLinkToThem() {
        Cli sections =
                Cli.run("sections", "--json", "--posts", SITES.resolve("sphinx").toString());
        assertEquals(3, sections.lines().size(), sections.out());
        assertFalse(sections.out().contains("\u00b6"));
        assertTrue(sections.lines().stream().allMatch(line -> line.contains("\"verified\"")), sections.out());
        Cli check = Cli.run("check", "--posts", SITES.resolve("sphinx").toString());
        assertEquals(0, check.exitCode(), check.out());
    }

    @Test
    void htmlBelowFrontMatterIsAPostWhereTheGeneratorSaysSo() throws IOException {
        Path posts = Files.createDirectories(folder.resolve("blog"));
        Files.writeString(posts.resolve("_config.yml"), "title: x\n");
        write(posts, "_posts/2020-01-02-fog.html", "---\ntitle: Fog\n---\n<h2 id=bank>The bank</h2><p>Foghorns.</p>");
        write(posts, "_posts/2020-01-03-sun.md", "## Noon\n\nGlare.\n");
        write(posts, "index.html", "---\nlayout: home\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}");
        write(posts, "static.html", "<html><body><p>Foghorns</p></body></html>");
        write(posts, "404.html", "---\n---\n<p>Foghorns</p>");
        String index = folder.resolve("index").toString();
        Cli report = Cli.run("index", "--posts", posts.toString(), "--index", index);
        assertEquals("2 posts found: 2 added", report.out().strip(), report.err());
        Cli found = Cli.run("search", "--index", index, "foghorns");
        assertTrue(found.out().contains("/2020/01/02/fog.html#bank"), found.out());
        Files.writeString(posts.resolve("_posts/2020-01-02-fog.html"), "<p>No front matter any more.</p>");
        assertTrue(Cli.run("index", "--posts", posts.toString(), "--index", index)
                .out()
                .contains("1 removed"));
    }

    private static void write(Path posts, String path, String text) throws IOException {
        Files.createDirectories(posts.resolve(path).getParent());
        Files.writeString(posts.resolve(path), text);
    }

    private Cli index(String site) {
        return Cli.run(
                "index",
                "--posts",
                SITES.resolve(site).toString(),
                "--index",
                folder.resolve(site).toString());
    }

    private Map<String, Object> search(String site, String query) throws IOException {
        return JSON.std.mapFrom(
                Cli.run("search", "--json", "--index", folder.resolve(site).toString(), query)
                        .out());
    }

    @SuppressWarnings("unchecked") // what JSON holds is known
    private static List<Map<String, Object>> posts(Map<String, Object> answer) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get("posts"));
    }

    @SuppressWarnings("unchecked") // what JSON holds is known
    private static List<Map<String, Object>> sections(Map<String, Object> answer) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(posts(answer).getFirst().get("sections"));
    }
}
