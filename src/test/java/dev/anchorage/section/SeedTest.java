package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.post.Body;
import dev.anchorage.post.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The first real post, against the ids of the page that Sphinx built of it.
class SeedTest {
    private static final Path SHARED = Path.of("../shared");

    @Test
    void everyHeadingHasTheIdOfTheBuiltPage() throws IOException {
        SectionedPost post = seed();
        List<String> expected;
        try (var rows = Files.lines(SHARED.resolve("anchors/sphinx-myst/seed.tsv"))) {
            expected = rows.filter(row -> row.startsWith("seed.md\t"))
                    .map(row -> row.split("\t", -1)[3])
                    .toList();
        }
        assertEquals(52, expected.size());
        assertEquals(
                expected,
                post.sections().stream()
                        .filter(section -> !section.isLead())
                        .map(Section::anchor)
                        .toList());
    }

    @Test
    void contentsListCommentsAndBackToTopAreNotInTheText() throws IOException {
        for (Section section : seed().sections()) {
            assertFalse(section.text().toLowerCase(java.util.Locale.ROOT).contains("back to top"), section.heading());
            assertFalse(section.text().contains("Kojo"), section.heading());
        }
        assertEquals("", Cut.section(seed(), "Table of Contents").text());
    }

    @Test
    void theTwoDeadLinksOfTheContentsListAreNamed() throws IOException {
        List<String> dead = ArchiveCheck.of(List.of(seed())).problems().stream()
                .map(problem -> problem.line() + " " + problem.message())
                .toList();
        assertEquals(2, dead.size(), dead::toString);
        assertTrue(dead.get(0).startsWith("16 \"#kojo-idressa-"), dead::toString);
        assertTrue(dead.get(1).startsWith("21 \"#sight-seeing-and-more-food\" leads nowhere"), dead::toString);
    }

    @Test
    void figuresAreFoundByTheirFileNames() throws IOException {
        assertTrue(Cut.section(seed(), "The Field Museum").figures().contains("patagotitan"));
    }

    private static SectionedPost seed() throws IOException {
        Path file = TestBlog.shared("seed/djangocon-us-2025-recap.md");
        String text = Files.readString(file);
        int bodyStart = text.indexOf("\n---\n") + 5;
        int firstLine = (int) text.substring(0, bodyStart).lines().count() + 1;
        Body body = new Body.Markdown(text.substring(bodyStart), firstLine);
        return Cut.split(new Generator("sphinx"), Cut.post("djangocon-us-2025-recap.md", null, body));
    }
}
