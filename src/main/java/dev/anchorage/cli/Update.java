package dev.anchorage.cli;

import dev.anchorage.index.Expectation;
import dev.anchorage.index.IndexOptions;
import dev.anchorage.index.IndexProgress;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.Indexer;
import dev.anchorage.index.SectionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Brings the index of a blog up to date, as the blog was configured when this was made.
///
/// @param earlier  what the archive held when the blog was looked at; null: that can't be relied on
/// @param store  where the sections are kept
/// @param index  the folder of the index, for stores that have such
/// @param expectation  what must hold of the new state; null: nothing
/// @param keepsPrevious  whether the state before a full reindex is kept, to go back to
record Update(
        Blog blog,
        Indexer.@Nullable Earlier earlier,
        SectionStore store,
        Path index,
        @Nullable String defaultLanguage,
        @Nullable Expectation expectation,
        boolean keepsPrevious) {

    IndexReport run(boolean isFull, boolean isShrinkAllowed, IndexProgress progress) throws IOException {
        return run(isFull, isShrinkAllowed, 0, progress);
    }

    /// @param lastGeneration  the newest that readers have seen; 0: none
    IndexReport run(boolean isFull, boolean isShrinkAllowed, long lastGeneration, IndexProgress progress)
            throws IOException {
        IndexOptions options = new IndexOptions(
                index,
                isFull,
                isShrinkAllowed,
                blog.settings(),
                defaultLanguage,
                blog.reading().hasLocationHierarchy(),
                Instant.now(),
                lastGeneration,
                expectation,
                progress,
                keepsPrevious);
        return new Indexer(blog.reader(), blog.splitter(), options).update(blog.archive(), store, earlier);
    }
}
