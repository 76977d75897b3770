package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexRefusedException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run that came to nothing had written is gone afterwards, be it at its own end or at that of the next one.
@NeedsCluster
final class LeftoversTest {
    private static final int POSTS = 12;

    @TempDir
    Path folder;

    private ClusterSections sections;
    private TestBlog blog;

    @BeforeEach
    void index() throws Exception {
        sections = new ClusterSections(TestCluster.shared().options());
        blog = new TestBlog(folder);
        for (int i = 0; i < POSTS; i++) {
            blog.write(i + ".md", "# Quay " + i + "\n\n## Tides\n\nHigh at noon.\n");
        }
        update(false);
    }

    @AfterEach
    void letGo() throws IOException {
        sections.close();
    }

    private void update(boolean isFull) throws Exception {
        blog.indexer(blog.options(isFull, false)).update(blog.archive(), new ClusterStore(sections, null));
    }

    @Test
    void aFullReindexThatIsRefusedLeavesNothing() throws Exception {
        int posts = documents(ClusterSchema.posts(sections.options()));
        int states = documents(ClusterSchema.states(sections.options()));
        assertTrue(posts > POSTS, () -> posts + " with sections");
        for (int i = 1; i < POSTS; i++) {
            blog.delete(i + ".md");
        }
        assertThrows(IndexRefusedException.class, () -> update(true));
        assertEquals(posts, documents(ClusterSchema.posts(sections.options())));
        assertEquals(states, documents(ClusterSchema.states(sections.options())));
    }

    @Test
    void aFormerStateLeavesNothingButWhatCanBeGoneBackTo() throws Exception {
        int posts = documents(ClusterSchema.posts(sections.options()));
        int states = documents(ClusterSchema.states(sections.options()));
        for (int i = 0; i < 3; i++) {
            update(true);
            assertEquals(2 * posts, documents(ClusterSchema.posts(sections.options())));
        }
        blog.write("0.md", "# Pier\n\n## Tides\n\nLow at noon.\n");
        update(false);
        assertEquals(2 * posts, documents(ClusterSchema.posts(sections.options())));
        // Each state has as many pieces of facts; the document of the blog is there once.
        assertEquals(2 * (states - 1) + 1, documents(ClusterSchema.states(sections.options())));
    }

    @Test
    void whatAProcessLeftThatWasKilledGoesWithTheNextUpdate() throws Exception {
        int posts = documents(ClusterSchema.posts(sections.options()));
        SiteDocuments.Versioned found = sections.sites().read(null);
        assertNotNull(found);
        sections.sites().write(null, found.document().begun(), found);
        for (int i = 0; i < POSTS; i++) {
            sections.client()
                    .write(
                            "PUT",
                            "/" + ClusterSchema.posts(sections.options()) + "/_doc/_@9%2F" + i,
                            Map.of("routing", "_"),
                            "{\"site\":\"_\",\"place\":\"_@9\",\"path\":\"" + i + ".md\"}");
        }
        assertEquals(posts + POSTS, documents(ClusterSchema.posts(sections.options())));
        blog.write("0.md", "# Pier\n\n## Tides\n\nLow at noon.\n");
        update(false);
        assertEquals(posts, documents(ClusterSchema.posts(sections.options())));
    }

    /// Those of sections are counted, too.
    private int documents(String index) throws IOException {
        sections.client().write("POST", "/" + index + "/_refresh", Map.of(), null);
        JsonObject statistics = sections.client().read("GET", "/" + index + "/_stats/docs", Map.of(), null);
        assertNotNull(statistics);
        return (int) Answers.number(Answers.at(statistics, "_all", "primaries", "docs"), "count");
    }
}
