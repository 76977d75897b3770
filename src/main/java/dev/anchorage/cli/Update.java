package dev.anchorage.cli;

import dev.anchorage.index.IndexOptions;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.Indexer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Brings the index of a blog up to date, as the blog was configured when this was made.
record Update(Blog blog, Path index, @Nullable String defaultLanguage) {

    IndexReport run(boolean isFull, boolean isShrinkAllowed) throws IOException {
        return run(isFull, isShrinkAllowed, 0);
    }

    /// @param lastGeneration  the newest that readers have seen; 0: none
    IndexReport run(boolean isFull, boolean isShrinkAllowed, long lastGeneration) throws IOException {
        IndexOptions options = new IndexOptions(
                index, isFull, isShrinkAllowed, blog.settings(), defaultLanguage, Instant.now(), lastGeneration);
        return new Indexer(blog.reader(), blog.splitter(), options).update(blog.archive());
    }
}
