package dev.anchorage.web;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Remembers what was worked out lately: each key has one of a few hundred places by its hash, and whoever comes later
/// takes it. Thread-safe; nobody waits for anybody.
final class Recent<K, V> {
    private static final int PLACES = 512;

    private final AtomicReferenceArray<@Nullable Entry<K, V>> places = new AtomicReferenceArray<>(PLACES);

    private record Entry<K, V>(K key, V value) {}

    @Nullable
    V get(K key) {
        Entry<K, V> entry = places.get(place(key));
        return entry != null && entry.key().equals(key) ? entry.value() : null;
    }

    void put(K key, V value) {
        places.set(place(key), new Entry<>(key, value));
    }

    private static int place(Object key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
