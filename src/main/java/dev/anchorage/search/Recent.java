package dev.anchorage.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// What was asked for last of one state of the index, since a few words make up most queries. Thread-safe.
final class Recent<K, V> {
    /// One is kept for so many bytes of heap. The largest, a name in every language of an archive, take some kilobytes.
    private static final long HEAP_EACH = 1 << 18;

    private final long most = Runtime.getRuntime().maxMemory() / HEAP_EACH;
    private final SequencedMap<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

    /// The value for a key.
    ///
    /// @param maker  makes it when it isn't kept; what it gives never changes
    V of(K key, IOSupplier<V> maker) throws IOException {
        V known = get(key);
        if (known == null) {
            known = maker.get();
            keep(key, known);
        }
        return known;
    }

    private synchronized @Nullable V get(K key) {
        return kept.get(key);
    }

    private synchronized void keep(K key, V value) {
        kept.put(key, value);
        if (kept.size() > most) {
            kept.pollFirstEntry();
        }
    }
}
