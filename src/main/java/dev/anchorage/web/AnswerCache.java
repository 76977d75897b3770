package dev.anchorage.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps answers ready to send, up to a number of bytes; the one that was not asked for the longest goes first.
/// Thread-safe.
///
/// A key names the version of the index, so nothing in here is ever out of date: it is only no longer asked for.
final class AnswerCache {
    /// What an entry costs besides its characters and bytes.
    private static final int ENTRY_BYTES = 200;

    /// No answer may push out more than this part of the others.
    private static final int LARGEST_PART = 8;

    private final long mostBytes;
    private final Map<String, Body> bodies = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;
    private long hits;
    private long misses;

    AnswerCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// Shows the owner how it does.
    void addTo(Metrics metrics) {
        metrics.gauge("cache_answers", "Answers that are kept.", () -> counts().answers());
        metrics.gauge("cache_bytes", "Memory that kept answers take.", () -> counts().bytes());
        metrics.counter("cache_hits", "Answers that were kept from before.", () -> counts().hits());
        metrics.counter("cache_misses", "Answers that were not, and took a search.", () -> counts().misses());
    }

    synchronized @Nullable Body get(String key) {
        Body body = bodies.get(key);
        if (body == null) {
            misses++;
        } else {
            hits++;
        }
        return body;
    }

    synchronized void put(String key, Body body) {
        if (size(key, body) > mostBytes / LARGEST_PART) {
            return;
        }
        Body before = bodies.put(key, body);
        bytes += size(key, body) - (before == null ? 0 : size(key, before));
        Iterator<Map.Entry<String, Body>> eldest = bodies.entrySet().iterator();
        while (bytes > mostBytes) {
            Map.Entry<String, Body> entry = eldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    synchronized Counts counts() {
        return new Counts(bodies.size(), bytes, hits, misses);
    }

    private static long size(String key, Body body) {
        return ENTRY_BYTES + 2L * key.length() + body.size();
    }

    /// How the cache does.
    ///
    /// @param bytes  that the answers take
    record Counts(int answers, long bytes, long hits, long misses) {}
}
