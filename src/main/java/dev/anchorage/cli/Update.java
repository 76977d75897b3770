package dev.anchorage.cli;

import dev.anchorage.index.IndexOptions;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.Indexer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Brings the index of a blog up to date, as often as asked.
record Update(Blog blog, Path index, @Nullable String defaultLanguage) {

    IndexReport run(boolean isFull, boolean isShrinkAllowed) throws IOException {
        Blog now = blog.asOfNow();
        IndexOptions options =
                new IndexOptions(index, isFull, isShrinkAllowed, now.settings(), defaultLanguage, Instant.now());
        return new Indexer(now.reader(), now.splitter(), options).update(now.archive());
    }
}
