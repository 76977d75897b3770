package dev.anchorage.cluster;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Keeps what was read of posts last, by the hash of its bytes, since a few posts are candidates of many queries.
/// Thread-safe.
final class BlockCache {
    /// What is kept takes about this share of the heap at most.
    private static final int HEAP_SHARE = 8;

    /// What a block takes besides its bytes.
    private static final int OVERHEAD = 200;

    private final long mostBytes = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
    private final Map<String, BytesRef> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    synchronized @Nullable BytesRef get(String hash) {
        return kept.get(hash);
    }

    synchronized void put(String hash, BytesRef block) {
        BytesRef before = kept.put(hash, block);
        bytes += block.length - (before == null ? -OVERHEAD : before.length);
        Iterator<BytesRef> oldest = kept.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= oldest.next().length + OVERHEAD;
            oldest.remove();
        }
    }
}
