package dev.anchorage.cluster;

import dev.anchorage.index.SectionStore;
import dev.anchorage.search.RemoteSearcher;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.Searcher;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

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

    @AfterEach
    void letGo() throws IOException {
        if (sections != null) {
            sections.close();
        }
    }
}
