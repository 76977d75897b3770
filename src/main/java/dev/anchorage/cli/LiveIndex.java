package dev.anchorage.cli;

import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.Searcher;
import dev.anchorage.search.SiteShare;
import dev.anchorage.web.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The index of a blog in a running service, opened as soon as it is there. Thread-safe.
final class LiveIndex implements AutoCloseable {
    /// Of more sites, completions are gathered when the first reader types.
    private static final int EAGER_SITES = 16;

    /// Completions are gathered so long after the index was opened, when nobody asks meanwhile: who asks a service that
    /// was just started would wait for that.
    private static final Duration EARLIEST = Duration.ofSeconds(1);

    /// And so long after it at the latest, whoever asks.
    private static final Duration LATEST = Duration.ofSeconds(15);

    private final Engine engine;
    private final Path folder;
    private final SearchOptions wishes;
    private final SiteShare share;
    private @Nullable Searcher searcher;
    private long opened;
    private long answered;

    /// @param wishes  what the owner of the blog says about its answers
    LiveIndex(Engine engine, Path folder, SearchOptions wishes, SiteShare share) {
        this.engine = engine;
        this.folder = folder;
        this.wishes = wishes;
        this.share = share;
    }

    /// Lets a site answer from the newest commit.
    ///
    /// @throws IOException when there is none that can be read; the one before it goes on answering
    synchronized void refresh(Site site) throws IOException {
        if (searcher == null) {
            searcher = engine.open(folder, wishes, share);
            site.open(searcher);
            opened = System.nanoTime();
            return;
        }
        searcher.refresh();
        if (share.sites() <= EAGER_SITES && isTimeToGather(searcher)) {
            searcher.completions("a"); // gathers them now and reads the first, so that nobody who types waits for it
        }
    }

    private boolean isTimeToGather(Searcher now) {
        long before = answered;
        answered = now.answered();
        Duration open = Duration.ofNanos(System.nanoTime() - opened);
        return open.compareTo(answered == before ? EARLIEST : LATEST) >= 0;
    }

    /// The generation that answers; 0 when none does.
    synchronized long generation() throws IOException {
        return searcher == null ? 0 : searcher.generation();
    }

    @Override
    public synchronized void close() throws IOException {
        if (searcher != null) {
            searcher.close();
        }
    }
}
