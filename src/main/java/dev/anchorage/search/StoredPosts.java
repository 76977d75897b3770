package dev.anchorage.search;

import dev.anchorage.index.StoredPost;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// Reads what is stored with posts, and keeps what was read last, since a few posts are among the hits of many queries.
/// Thread-safe.
final class StoredPosts {
    /// What is kept takes about this share of the heap at most, but for what everything else needs of a small one.
    private static final int HEAP_SHARE = 16;

    private static final long NEEDED = 48L << 20;

    /// What a kept post takes besides its text.
    private static final int OVERHEAD = 1_000;

    private final IndexSearcher searcher;
    private final long mostChars;
    private final Map<Integer, Stored> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long chars;

    /// @param sharers  number of those who share the memory
    StoredPosts(IndexSearcher searcher, int sharers) {
        this.searcher = searcher;
        mostChars = Math.max(0, Runtime.getRuntime().maxMemory() - NEEDED) / HEAP_SHARE / 2 / sharers;
    }

    /// What is stored with a post.
    ///
    /// @param document  of the post
    Stored read(int document) throws IOException {
        Stored known = get(document);
        if (known == null) {
            Document fields = searcher.storedFields().document(document);
            known = new Stored(fields, StoredPost.of(fields));
            keep(document, known);
        }
        return known;
    }

    private synchronized @Nullable Stored get(int document) {
        return kept.get(document);
    }

    private synchronized void keep(int document, Stored post) {
        if (kept.put(document, post) == null) {
            chars += post.chars();
        }
        Iterator<Stored> oldest = kept.values().iterator();
        while (chars > mostChars && oldest.hasNext()) {
            chars -= oldest.next().chars();
            oldest.remove();
        }
    }

    /// @param fields  all that is stored with the post
    /// @param post  its sections
    record Stored(Document fields, StoredPost post) {
        private int chars() {
            return post.text().length() + OVERHEAD;
        }
    }
}
