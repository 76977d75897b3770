package dev.anchorage.cli;

import dev.anchorage.index.FolderStore;
import dev.anchorage.index.LastCommit;
import dev.anchorage.index.SectionStore;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.Searcher;
import dev.anchorage.search.SectionSearcher;
import dev.anchorage.search.SiteShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Each blog has an index of Lucene's in a folder.
final class FolderEngine implements Engine {
    static final String NAME = "lucene";

    @Override
    public SectionStore store(Path index, @Nullable String site) {
        return new FolderStore(index);
    }

    @Override
    public Searcher open(Path index, SearchOptions wishes, SiteShare share) throws IOException {
        return new SectionSearcher(index, wishes, share);
    }

    @Override
    public <T> T once(Path index, SearchOptions wishes, @Nullable String site, Searcher.Question<T> question)
            throws IOException {
        return SectionSearcher.once(index, wishes, question);
    }

    @Override
    public boolean hasIndex(Path index, @Nullable String site) throws IOException {
        return LastCommit.verified(index) != null;
    }

    @Override
    public boolean isNew(Path index, @Nullable String site) throws IOException {
        return new FolderStore(index).mark() == null;
    }

    @Override
    public Long bytes(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() {
        // Nothing is shared.
    }
}
