package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexRefusedException;
import dev.anchorage.index.StoreUpdate;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final AtomicInteger removals = new AtomicInteger();
    private volatile boolean isRemovingRefused;
    private StandIn node;
    private ClusterSections sections;
    private TestBlog blog;

    @BeforeEach
    void index() throws Exception {
        TestCluster cluster = TestCluster.shared();
        node = new StandIn(cluster.addresses().getFirst(), null, this::refusal);
        sections = new ClusterSections(TestCluster.at(node.address(), cluster.options()));
        blog = new TestBlog(folder);
        for (int i = 0; i < POSTS; i++) {
            blog.write(i + ".md", "# Quay " + i + "\n\n## Tides\n\nHigh at noon.\n");
        }
        update(false);
    }

    @AfterEach
    void letGo() throws IOException {
        sections.close();
        node.close();
    }

    private int refusal(HttpExchange request) {
        if (!request.getRequestURI().getPath().endsWith("posts/_delete_by_query")) {
            return StandIn.NOT_REFUSED;
        }
        removals.incrementAndGet();
        return isRemovingRefused ? 403 : StandIn.NOT_REFUSED;
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
        StringBuilder left = new StringBuilder();
        for (int i = 0; i <= Leftovers.AT_ONCE; i++) {
            left.append("{\"index\":{\"_id\":\"_@9/" + i + "\",\"routing\":\"_\"}}\n")
                    .append("{\"site\":\"_\",\"place\":\"_@9\",\"path\":\"" + i + ".md\"}\n");
        }
        sections.client()
                .write("POST", "/" + ClusterSchema.posts(sections.options()) + "/_bulk", Map.of(), left.toString());
        assertEquals(posts + Leftovers.AT_ONCE + 1, documents(ClusterSchema.posts(sections.options())));
        blog.write("0.md", "# Pier\n\n## Tides\n\nLow at noon.\n");
        removals.set(0);
        update(false);
        assertEquals(posts, documents(ClusterSchema.posts(sections.options())));
        assertEquals(2 + 1, removals.get(), "before the update and after it");
    }

    @Test
    void noWayLeadsBackToWhatAnUpdateLeftHalfDone() throws Exception {
        update(true);
        ClusterStore store = new ClusterStore(sections, null);
        SiteDocuments.Versioned found = sections.sites().read(null);
        assertNotNull(found);
        sections.sites().write(null, found.document().dirty(), found);
        assertTrue(store.rollBack().isPresent());
        assertTrue(store.rollBack().isEmpty());
    }

    /// The answer to the last write of an update got lost, for example.
    @Test
    void whatAnswersByNowIsNotTakenForLeft() throws Exception {
        StoreUpdate update = new ClusterStore(sections, null).begin(true);
        update.open(true, 0);
        SiteDocuments.Versioned found = sections.sites().read(null);
        assertNotNull(found);
        SiteDocument.Filling before = found.document().current();
        assertNotNull(before);
        SiteDocument.Filling now = new SiteDocument.Filling("_@2", before.commit(), before.facts());
        sections.sites()
                .write(
                        null,
                        new SiteDocument(
                                found.document().format(),
                                now,
                                null,
                                found.document().fillings(),
                                false,
                                true),
                        found);
        sections.client()
                .write(
                        "PUT",
                        "/" + ClusterSchema.posts(sections.options()) + "/_doc/_@2%2F1",
                        Map.of("routing", "_"),
                        "{\"site\":\"_\",\"place\":\"_@2\",\"path\":\"1.md\"}");
        int posts = documents(ClusterSchema.posts(sections.options()));
        update.close();
        assertEquals(posts, documents(ClusterSchema.posts(sections.options())));
    }

    @Test
    void whatCantBeRemovedNowGoesWithALaterUpdateAndNeitherIsAFailure() throws Exception {
        int posts = documents(ClusterSchema.posts(sections.options()));
        isRemovingRefused = true;
        for (int i = 1; i <= 3; i++) {
            update(true);
            assertEquals((1 + i) * posts, documents(ClusterSchema.posts(sections.options())));
        }
        for (int i = 1; i < POSTS; i++) {
            blog.delete(i + ".md");
        }
        assertThrows(IndexRefusedException.class, () -> update(true));
        isRemovingRefused = false;
        blog.write("0.md", "# Quay 0\n\n## Tides\n\nHigh at one.\n");
        blog.indexer(blog.options(false, true)).update(blog.archive(), new ClusterStore(sections, null));
        SiteDocuments.Versioned found = sections.sites().read(null);
        assertNotNull(found);
        assertFalse(found.document().hasLeftovers());
        assertEquals(
                posts / POSTS, documents(ClusterSchema.posts(sections.options())), "no way back to what was deleted");
    }

    /// Those of sections are counted, too.
    private int documents(String index) throws IOException {
        sections.client().write("POST", "/" + index + "/_refresh", Map.of(), null);
        JsonObject statistics = sections.client().read("GET", "/" + index + "/_stats/docs", Map.of(), null);
        assertNotNull(statistics);
        return (int) Answers.number(Answers.at(statistics, "_all", "primaries", "docs"), "count");
    }
}
