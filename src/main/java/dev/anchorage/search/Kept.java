package dev.anchorage.search;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/// Keeps what never changes, up to an amount of memory; what was not asked for the longest goes first. Thread-safe.
public final class Kept<K, V> {
    /// What an entry costs besides its key and its value, in bytes.
    static final int ENTRY_BYTES = 100;

    private static final int HEAP_SHARE = 16;

    /// What everything else needs of a small heap.
    private static final long NEEDED = 24L << 20;

    /// Nothing may push out more than this part of the rest.
    private static final int LARGEST_PART = 8;

    private final long mostBytes;
    private final ToLongBiFunction<K, V> bytesOf;
    private final Map<K, V> values = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /// @param bytesOf  the memory that a key and its value take
    public Kept(long mostBytes, ToLongBiFunction<K, V> bytesOf) {
        this.mostBytes = mostBytes;
        this.bytesOf = bytesOf;
    }

    /// As much as a share of the heap holds.
    ///
    /// @param sharers  number of those who share the {@link #heapShare}
    static <K, V> Kept<K, V> ofHeap(int sharers, ToLongBiFunction<K, V> bytesOf) {
        return new Kept<>(heapShare() / sharers, bytesOf);
    }

    /// How many bytes of the heap may be taken by what is kept of one kind: a sixteenth; none of a heap in which
    /// everything else has barely room.
    static long heapShare() {
        return Math.max(0, Runtime.getRuntime().maxMemory() - NEEDED) / HEAP_SHARE;
    }

    /// The value of a key; null when it isn't kept.
    public synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    /// Keeps a value, unless it takes more than an eighth of the memory.
    public synchronized void put(K key, V value) {
        long size = bytesOf.applyAsLong(key, value);
        if (size > mostBytes / LARGEST_PART) {
            return;
        }
        V before = values.put(key, value);
        bytes += size - (before == null ? 0 : bytesOf.applyAsLong(key, before));
        Iterator<Map.Entry<K, V>> eldest = values.entrySet().iterator();
        while (bytes > mostBytes) {
            Map.Entry<K, V> entry = eldest.next();
            bytes -= bytesOf.applyAsLong(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    /// Number of values.
    public synchronized int size() {
        return values.size();
    }

    /// Memory that they take.
    public synchronized long bytes() {
        return bytes;
    }
}
