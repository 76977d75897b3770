package dev.anchorage.cluster;

import dev.anchorage.index.FolderStore;
import dev.anchorage.index.SectionStore;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.Searcher;
import dev.anchorage.search.SectionSearcher;
import dev.anchorage.search.SiteShare;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

final class FolderContractTest extends EngineContract {
    @Override
    SectionStore store(@Nullable String site) {
        return new FolderStore(index(site));
    }

    @Override
    Searcher open(@Nullable String site, SearchOptions options) throws IOException {
        return new SectionSearcher(index(site), options, new SiteShare(site, 1));
    }

    private Path index(@Nullable String site) {
        return folder.resolve("index-" + site);
    }
}
