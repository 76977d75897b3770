package dev.anchorage.search;

import dev.anchorage.index.StoredPost;
import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;

/// Reads what is stored with posts, and keeps what was read last, since a few posts are among the hits of many queries.
/// Thread-safe.
final class StoredPosts {
    /// What a kept post takes besides its text.
    private static final int OVERHEAD = 2_000;

    private final IndexSearcher searcher;
    private final Kept<Integer, Stored> kept;

    /// @param sharers  number of those who share the memory
    StoredPosts(IndexSearcher searcher, int sharers) {
        this.searcher = searcher;
        kept = Kept.ofHeap(sharers, (document, post) -> post.bytes());
    }

    /// What is stored with a post.
    ///
    /// @param document  of the post
    Stored read(int document) throws IOException {
        Stored known = kept.get(document);
        if (known == null) {
            Document fields = searcher.storedFields().document(document);
            known = new Stored(fields, StoredPost.of(fields));
            kept.put(document, known);
        }
        return known;
    }

    /// @param fields  all that is stored with the post
    /// @param post  its sections
    record Stored(Document fields, StoredPost post) {
        private long bytes() {
            return 2L * post.text().length() + OVERHEAD;
        }
    }
}
