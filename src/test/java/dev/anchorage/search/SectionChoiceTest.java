package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchResponse.SectionHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which section of a post is shown first (issue 5).
final class SectionChoiceTest {
    @TempDir
    Path folder;

    @Test
    void aSectionThatRepeatsTheTitleSaysNothingMore() throws IOException {
        assertEquals("Sparse registries", first("announcing ferry 1.68.0 registry", """
                ---
                title: Announcing Ferry 1.68.0
                ---
                The crew has a new version for you.

                ## Sparse registries

                A registry is no longer cloned as a whole, which takes long on slow lines.

                ## Contributors to 1.68.0

                Many people came together to make Ferry 1.68.0. Thanks!
                """));
    }

    @Test
    void aQueryThatNamesThePostIsAnsweredByItsBeginning() throws IOException {
        assertEquals("", first("kobe harbour", """
                ---
                title: Kobe Harbour After Dark
                ---
                The harbour of Kobe is lit from below.

                ## Meriken Park

                Kobe has a park right on the harbour, where everybody waits for the ferry.
                """));
    }

    @Test
    void aHeadingIsNotCountedAgainAmongTheHeadingsAboveIt() throws IOException {
        assertEquals("Slots", first("slots", """
                ---
                title: Components
                ---
                ## Slots

                Slots hold whatever is handed over.

                ### Slots by name

                Those with a name hold what asks for it by name, all others take what is left.
                """));
    }

    private String first(String query, String post) throws IOException {
        TestBlog blog = new TestBlog(folder)
                .write("2024-01-01-a.md", post)
                .write(
                        "2024-01-02-b.md",
                        "---\ntitle: Announcing Ferry 1.69.0\n---\n## Contributors to 1.69.0\n\nThanks!\n")
                .write("2024-01-03-c.md", "---\ntitle: Elsewhere\n---\nNothing of that.\n");
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            List<SectionHit> sections =
                    searcher.search(SearchRequest.of(query)).posts().getFirst().sections();
            return sections.getFirst().heading();
        }
    }
}
