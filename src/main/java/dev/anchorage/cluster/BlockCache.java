package dev.anchorage.cluster;

import dev.anchorage.index.PostBlock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps the posts that were read last, by the hash of their bytes, since a few posts are candidates of many queries.
/// Thread-safe.
final class BlockCache {
    /// What is kept takes about this share of the heap at most.
    private static final int HEAP_SHARE = 8;

    private final long mostBytes = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
    private final Map<String, PostBlock> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    synchronized @Nullable PostBlock get(String hash) {
        return kept.get(hash);
    }

    synchronized void put(String hash, PostBlock block) {
        PostBlock before = kept.put(hash, block);
        bytes += block.memory() - (before == null ? 0 : before.memory());
        Iterator<PostBlock> oldest = kept.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= oldest.next().memory();
            oldest.remove();
        }
    }
}
