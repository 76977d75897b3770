package dev.anchorage.post;

import static dev.anchorage.post.Reading.inTime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.archive.Problem;
import dev.anchorage.post.FrontMatter.Format;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterReaderTest {
    private final Findings findings = new Findings("a.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: Fjords\nnumber: 1.10\n---\nBody\n",
                "\uFEFF---\ntitle: Fjords\nnumber: 1.10\n---\nBody\n",
                "\n\n---  \ntitle: 'Fjords' # comment\nnumber: 1.10\n...\nBody\n",
                "--- yaml\ntitle: Fjords\nnumber: 1.10\n---\nBody\n",
                "+++\ntitle = \"Fjords\"\nnumber = \"1.10\"\n+++\nBody\n",
                "---toml\ntitle = \"Fjords\"\nnumber = \"1.10\"\n---\nBody\n",
                "{\n\t\"title\": \"Fjords\",\n\t\"number\": 1.10\n}\nBody\n",
                ";;;\n\"title\": \"Fjords\",\n\"number\": 1.10\n;;;\nBody\n",
                "---json\n{ \"title\": \"Fjords\", \"number\": 1.10 }\n---\nBody\n",
                "Title: Fjords\nNumber: 1.10\n\nBody\n",
            })
    void theSameIsReadInEveryNotation(String text) {
        String clean = text.replace("\uFEFF", "");
        FrontMatterReader.Result result = FrontMatterReader.read(clean, false, findings);
        assertEquals(Optional.of("Fjords"), result.frontMatter().text("Title"));
        assertEquals(Optional.of("1.10"), result.frontMatter().text("number"));
        assertEquals("Body\n", clean.substring(result.bodyStart()).stripLeading());
        assertEquals(List.of(), findings.toList());
        assertTrue(result.frontMatter().isIntact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Heading\n\nText",
                "---\n\nText after a rule\n\n---\n\nMore text",
                "---\nText under a rule\n---\n",
                "Note: this is prose.\nIt goes on.",
                "Warning: prose\nwith: colons\n\nand more",
                "{{< shortcode >}}\n\nText",
                "{% include a.html %}\n",
                "+++ {\"editable\": true}\n\nText",
                "----\ntitle: no\n----\n",
                "https://example.org/\n",
                ""
            })
    void whatOnlyLooksLikeFrontMatterIsText(String text) {
        assertEquals(
                Format.NONE,
                FrontMatterReader.read(text, false, findings).frontMatter().format());
        assertEquals(List.of(), findings.toList());
    }

    @Test
    void brokenYamlIsReadLineByLineAndNamedWithItsLine() {
        FrontMatter frontMatter = read("---\ntitle: Fjords: a tour\ntags: [sea, 'ice']\nbad: [1\n---\nText");
        assertEquals(Optional.of("Fjords: a tour"), frontMatter.text("title"));
        assertEquals("[sea, ice]", frontMatter.get("tags").orElseThrow().toString());
        assertFalse(frontMatter.isIntact());
        Problem problem = findings.toList().getFirst();
        assertEquals(2, problem.line());
        assertTrue(problem.message().startsWith("front matter is no valid YAML ("), problem.message());
    }

    @Test
    void brokenTomlIsReadLineByLine() {
        FrontMatter frontMatter = read("+++\ntitle = \"Fjords\"\nx = = 2\ntags = [\"a\", \"b\"]\n+++\n");
        assertEquals(Optional.of("Fjords"), frontMatter.text("title"));
        assertEquals("[a, b]", frontMatter.get("tags").orElseThrow().toString());
        assertEquals(3, findings.toList().getFirst().line());
    }

    @Test
    void aKeyThatStandsTwiceCountsOnce() {
        FrontMatter frontMatter = read("---\ntitle: One\nTitle: Two\n---\n");
        assertEquals(Optional.of("One"), frontMatter.text("title"));
        assertEquals(
                "a.md:3: front matter has \"title\" twice; the first one counts",
                findings.toList().getFirst().toString());
    }

    @Test
    void frontMatterThatIsNeverClosedEndsWithItsParagraph() {
        FrontMatterReader.Result result =
                FrontMatterReader.read("---\ntitle: Fjords\ndraft: true\n\nText\n", false, findings);
        assertEquals(Optional.of("Fjords"), result.frontMatter().text("title"));
        assertFalse(result.frontMatter().isIntact());
        assertEquals(
                "a.md:1: front matter begins here but is never closed; only its simple lines are used",
                findings.toList().getFirst().toString());
    }

    @Test
    void everyKeyKnowsItsLine() {
        assertEquals(4, read("---\n# comment\ntitle: x\ndate: y\n---\n").lineOf("date"));
        assertEquals(3, read("+++\ntitle = 'x'\ndate = 'y'\n+++\n").lineOf("date"));
        assertEquals(2, read("+++\n[extra]\ndate = 'y'\n+++\n").lineOf("date"));
        assertEquals(2, read("Title: x\nDate: y\n\n").lineOf("date"));
    }

    @Test
    void nestedPlacesCountLikeTheTopLevel() {
        FrontMatter frontMatter = read("---\nparams:\n  Author: Ann\nbuild:\n  list: never\n---\n");
        assertEquals(Optional.of("Ann"), frontMatter.text("author"));
        assertEquals(Optional.of("never"), frontMatter.text("build.list"));
    }

    @Test
    void valuesOfPelicanGoOnWhenIndented() {
        assertEquals(
                Optional.of("One\nand two"),
                read("Title: T\nSummary: One\n    and two\n\nBody").text("summary"));
    }

    @Test
    void hostileBlocksAreBounded() {
        String deep = "---\ntitle: Deep\nx: " + "[".repeat(5000) + "\n---\n";
        String dashes = "---\ntitle: Deep\nx:\n  " + "- ".repeat(5000) + "y\n---\n";
        String dotted = "+++\ntitle = 'Deep'\n" + "a.".repeat(3000) + "b = 1\n+++\n";
        String bomb = "---\ntitle: Deep\na: &a [x,x,x,x,x,x,x,x,x]\n" + bomb() + "---\n";
        String big = "---\ntitle: Deep\nx: " + "y".repeat(70_000) + "\n---\n";
        String cycle = "---\ntitle: Deep\na: &a [*a]\n---\n";
        String openQuotes = "---\ntitle: Deep\nx: \"" + "\\\"".repeat(20_000) + "\n---\n";
        for (String text : List.of(deep, dashes, dotted, bomb, big, cycle, openQuotes)) {
            assertEquals(Optional.of("Deep"), inTime(() -> read(text).text("title")));
        }
    }

    private static String bomb() {
        var lines = new StringBuilder();
        for (char c = 'b'; c < 'k'; c++) {
            char previous = (char) (c - 1);
            lines.append(c).append(": &").append(c).append(" [");
            lines.append(("*" + previous + ",").repeat(8))
                    .append("*")
                    .append(previous)
                    .append("]\n");
        }
        return lines.toString();
    }

    private FrontMatter read(String text) {
        return FrontMatterReader.read(text, false, findings).frontMatter();
    }
}
