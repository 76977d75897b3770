package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/// The post that started it, through the commands that a person types. Runs where the post lies beside the checkout.
final class SeedTest {
    private Path seed = Path.of("unset");
    private String index = "";

    @BeforeEach
    void indexTheSeed(@TempDir Path folder) {
        seed = TestBlog.shared("seed");
        index = folder.resolve("index").toString();
        assertEquals(
                0,
                Cli.run("index", "--posts", seed.toString(), "--index", index).exitCode());
    }

    @Test
    void wordsOfImageFileNamesFindTheirSection() {
        assertFinds("patagotitan", "The Field Museum", "#the-field-museum");
    }

    @Test
    void partsOfIdentifiersFindTheirSection() {
        assertFinds("generatedfield", "Django's GeneratedField by example", "#django-s-generatedfield-by-example");
        assertFinds("generated field", "Django's GeneratedField by example", "#django-s-generatedfield-by-example");
    }

    @Test
    void whatStandsInCommentsAndContentsListsIsNotFound() {
        Cli search = Cli.run("search", "--index", index, "kojo");
        assertEquals(1, search.exitCode());
        assertEquals("", search.out());
    }

    @Test
    void mangledHeadingsAreShownRepairedAndLinkedAsTheGeneratorSeesThem() {
        assertFinds(
                "what actually worked",
                "Cutting latency in half: What actually worked—and what didn’t",
                "#cutting-latency-in-half-what-actually-workedaiand-what-didnaot");
    }

    @Test
    void filtersNarrowAndCountPosts() throws Exception {
        Cli search = Cli.run(
                "search", "--index", index, "--json", "--location", "Chicago Illinois", "--tag", "django", "museum");
        assertEquals(0, search.exitCode());
        var answer = JSON.std.mapFrom(search.out());
        assertTrue(
                String.valueOf(answer.get("facets")).contains("{value=Chicago Illinois, posts=1, selected=true}"),
                search.out());
        assertTrue(
                String.valueOf(answer.get("facets")).contains("{value=django, posts=1, selected=true}"), search.out());
        assertEquals(
                1,
                Cli.run("search", "--index", index, "--tag", "rust", "museum").exitCode());
    }

    @Test
    void everyHeadingHasTheIdThatTheGeneratorGaveIt() throws Exception {
        List<String> expected = Files.readAllLines(TestBlog.shared("anchors/sphinx-myst/seed.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(row -> row[0].equals("seed.md"))
                .map(row -> row[3])
                .toList();
        assertEquals(52, expected.size());
        List<Object> found = new java.util.ArrayList<>();
        for (String line :
                Cli.run("sections", "--posts", seed.toString(), "--json").lines()) {
            found.add(JSON.std.mapFrom(line).get("anchor"));
        }
        assertEquals(expected, found);
    }

    private void assertFinds(String query, String heading, String fragment) {
        Cli search = Cli.run("search", "--index", index, query);
        assertEquals(0, search.exitCode());
        assertTrue(search.lines().stream().anyMatch(line -> line.endsWith(heading)), search.out());
        assertTrue(search.lines().stream().anyMatch(line -> line.endsWith(fragment)), search.out());
    }
}
