package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.SectionStore;
import dev.anchorage.search.RemoteSearcher;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.Searcher;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsCluster
final class ClusterContractTest extends EngineContract {
    private @Nullable ClusterSections sections;

    @Override
    SectionStore store(@Nullable String site) throws Exception {
        return new ClusterStore(sections(), site);
    }

    @Override
    Searcher open(@Nullable String site, SearchOptions options) throws Exception {
        return new RemoteSearcher(sections(), site, options);
    }

    private ClusterSections sections() throws Exception {
        ClusterSections known = sections;
        if (known == null) {
            known = new ClusterSections(TestCluster.shared().options());
            sections = known;
        }
        return known;
    }

    @Test
    void whatMakesNoSenseIsDamageThatAFullReindexMends() throws Exception {
        TestBlog blog = new TestBlog(folder).write("a.md", "# Quayside\n");
        blog.indexer(blog.options(false, false)).update(blog.archive(), store(null));
        ClusterSections kept = sections();
        String facts = kept.sites().present(null).current().facts().getFirst();
        kept.client()
                .write(
                        "PUT",
                        "/" + ClusterSchema.states(kept.options()) + "/_doc/" + facts,
                        Map.of(),
                        "{\"bytes\":\"AAAA\"}");
        assertThrows(IndexDamagedException.class, () -> open(null, SearchOptions.NONE));
        blog.indexer(blog.options(true, false)).update(blog.archive(), store(null));
        try (Searcher mended = open(null, SearchOptions.NONE)) {
            assertEquals(1, mended.search(SearchRequest.of("quayside")).total().posts());
        }
    }

    @AfterEach
    void letGo() throws IOException {
        if (sections != null) {
            sections.close();
        }
    }
}
