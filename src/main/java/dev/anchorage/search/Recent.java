package dev.anchorage.search;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// Remembers what was worked out lately: each key has one of several places by its hash, and whoever comes later takes
/// it. Thread-safe; nobody waits for anybody.
public final class Recent<K, V> {
    private static final int LEAST = 512;

    private static final int MOST = 1 << 15;

    private final AtomicReferenceArray<@Nullable Entry<K, V>> places;

    /// Remembers some hundred values.
    public Recent() {
        this(LEAST);
    }

    private Recent(int places) {
        this.places = new AtomicReferenceArray<>(places);
    }

    /// Remembers as many values as a part of the heap holds, one at least.
    ///
    /// @param bytesEach  so much memory the largest of them take
    /// @param sharers  number of those who share the {@link Kept#heapShare}
    static <K, V> Recent<K, V> ofLarge(long bytesEach, int sharers) {
        long room = Kept.heapShare() / bytesEach / sharers;
        return new Recent<>(Math.clamp(room, 1, MOST));
    }

    private record Entry<K, V>(K key, V value) {}

    /// The value for a key; null when it isn't remembered.
    public @Nullable V get(K key) {
        Entry<K, V> entry = places.get(place(key));
        return entry != null && entry.key().equals(key) ? entry.value() : null;
    }

    /// Remembers a value, which never changes.
    public void put(K key, V value) {
        places.set(place(key), new Entry<>(key, value));
    }

    /// The value for a key, which is made when it isn't remembered.
    V of(K key, IOSupplier<V> maker) throws IOException {
        V known = get(key);
        if (known == null) {
            known = maker.get();
            put(key, known);
        }
        return known;
    }

    private int place(Object key) {
        int hash = key.hashCode();
        return Integer.remainderUnsigned(hash ^ hash >>> 16, places.length());
    }
}
