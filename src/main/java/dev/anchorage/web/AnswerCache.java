package dev.anchorage.web;

import dev.anchorage.search.Kept;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Keeps answers ready to send, up to a number of bytes. Once these are taken, an answer has to be asked for twice
/// before it pushes out the one that was not asked for the longest. Thread-safe.
///
/// A key names the version of the index, so nothing in here is ever out of date: it is only no longer asked for.
final class AnswerCache {
    /// What an entry costs besides its characters and bytes.
    private static final int ENTRY_BYTES = 200;

    private final Kept<String, Body> bodies;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    AnswerCache(long mostBytes) {
        bodies = new Kept<>(mostBytes, AnswerCache::size);
    }

    /// Shows the owner how it does.
    void addTo(Metrics metrics) {
        metrics.gauge("cache_answers", "Answers that are kept.", () -> counts().answers());
        metrics.gauge("cache_bytes", "Memory that kept answers take.", () -> counts().bytes());
        metrics.counter("cache_hits", "Answers that were kept from before.", () -> counts().hits());
        metrics.counter("cache_misses", "Answers that were not, and took a search.", () -> counts().misses());
    }

    @Nullable
    Body get(String key) {
        Body body = bodies.get(key);
        (body == null ? misses : hits).increment();
        return body;
    }

    void put(String key, Body body) {
        bodies.put(key, body);
    }

    Counts counts() {
        return new Counts(bodies.size(), bodies.bytes(), hits.sum(), misses.sum());
    }

    private static long size(String key, Body body) {
        return ENTRY_BYTES + 2L * key.length() + body.size();
    }

    /// How the cache does.
    ///
    /// @param bytes  that the answers take
    record Counts(int answers, long bytes, long hits, long misses) {}
}
