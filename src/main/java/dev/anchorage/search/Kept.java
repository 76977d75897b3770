package dev.anchorage.search;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/// Keeps what never changes, up to an amount of memory. Once that is taken, what comes for the first time is only
/// noted, since most of it is never asked for again; what comes again pushes out what was not asked for the longest.
/// Thread-safe.
public final class Kept<K, V> {
    /// What an entry costs besides its key and its value, in bytes.
    static final int ENTRY_BYTES = 100;

    private static final int HEAP_SHARE = 16;

    /// What everything else needs of a small heap.
    private static final long NEEDED = 24L << 20;

    /// A heap of more is a large one.
    private static final long LARGE = 256L << 20;

    private static final int SHARE_BEYOND = 6;

    /// Nothing may push out more than this part of the rest.
    private static final int LARGEST_PART = 8;

    /// For so much memory one key is noted that found no room, but for no more than a number of them.
    private static final int BYTES_PER_NOTE = 1_024;

    private static final int MOST_NOTES = 1 << 12;

    private final long mostBytes;
    private final ToLongBiFunction<K, V> bytesOf;
    private final Map<K, V> values = new LinkedHashMap<>(64, 0.75f, true);

    /// Hashes of keys that found no room, each in the place that it has by itself, where the next one takes over.
    private final int[] noted;

    private long bytes;

    /// @param bytesOf  the memory that a key and its value take
    public Kept(long mostBytes, ToLongBiFunction<K, V> bytesOf) {
        this.mostBytes = mostBytes;
        this.bytesOf = bytesOf;
        noted = new int[Math.clamp(mostBytes / BYTES_PER_NOTE, 1, MOST_NOTES)];
    }

    /// For what takes longest to be made again: the {@link #heapShare}, or a sixth of what a large heap has beyond
    /// 256 MB where that is more.
    ///
    /// @param sharers  number of those who share it
    static <K, V> Kept<K, V> ofHeap(int sharers, ToLongBiFunction<K, V> bytesOf) {
        long beyond = (Runtime.getRuntime().maxMemory() - LARGE) / SHARE_BEYOND;
        return new Kept<>(Math.max(heapShare(), beyond) / sharers, bytesOf);
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

    /// Keeps a value, unless it takes more than an eighth of the memory, or has no room and comes for the first time.
    public synchronized void put(K key, V value) {
        long size = bytesOf.applyAsLong(key, value);
        if (size > mostBytes / LARGEST_PART || (bytes + size > mostBytes && !comesAgain(key))) {
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

    /// Notes a key; whether it was noted before.
    private boolean comesAgain(K key) {
        int hash = key.hashCode();
        int place = Integer.remainderUnsigned(hash ^ hash >>> 16, noted.length);
        boolean again = noted[place] == hash;
        noted[place] = hash;
        return again;
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
