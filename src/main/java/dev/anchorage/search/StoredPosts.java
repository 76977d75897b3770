package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.StoredPost;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// Reads what is stored with posts, and keeps what was read last, since a few posts are among the hits of many queries.
/// Thread-safe.
final class StoredPosts {
    /// What a kept post takes besides its text.
    private static final int OVERHEAD = 2_000;

    /// A room of so many bytes pays in any archive.
    private static final long LEAST_ROOM = 4L << 20;

    /// A smaller one pays when it holds a sixteenth of what all posts take, about 1.5 kB for each of their sections:
    /// else most posts are gone before they are asked for again, and the collector has them all to move.
    private static final int ROOM_BYTES_PER_SECTION = 100;

    private final IndexSearcher searcher;
    private final Kept<Integer, Stored> kept;

    /// @param sharers  number of those who share the memory
    StoredPosts(IndexSearcher searcher, int sharers) {
        this.searcher = searcher;
        long room = room(Kept.heapShare() / sharers, searcher.getIndexReader().numDocs());
        kept = new Kept<>(room, (document, post) -> post.bytes());
    }

    /// How many bytes posts that are kept may take.
    ///
    /// @param share  so many there are
    /// @param documents  number of posts and sections of the archive
    static long room(long share, int documents) {
        return share < Math.min(LEAST_ROOM, (long) ROOM_BYTES_PER_SECTION * documents) ? 0 : share;
    }

    /// What is stored with a post.
    ///
    /// @param document  of the post
    Stored read(int document) throws IOException {
        return forOneAnswer().read(document);
    }

    /// For an answer that reads several posts.
    OneAnswer forOneAnswer() {
        return new OneAnswer();
    }

    /// Reads several posts with the room for what is unpacked, which is larger than what is read. Not thread-safe.
    final class OneAnswer {
        private @Nullable StoredFields fields;

        /// As {@link StoredPosts#read}.
        Stored read(int document) throws IOException {
            Stored known = kept.get(document);
            if (known == null) {
                fields = fields == null ? searcher.storedFields() : fields;
                known = Stored.of(fields.document(document));
                kept.put(document, known);
            }
            return known;
        }
    }

    /// What is stored with a post, its sections included.
    ///
    /// @param language  null: nobody said it, and nothing tells it
    /// @param summary  null: it has none
    /// @param labels  as authored
    record Stored(
            String title,
            String permalink,
            String path,
            @Nullable String language,
            @Nullable String summary,
            Map<Facet, List<String>> labels,
            StoredPost post) {
        private static final List<Facet> LABELS = List.of(Facet.TAG, Facet.LOCATION, Facet.CATEGORY, Facet.AUTHOR);

        private static Stored of(Document fields) throws IOException {
            Map<Facet, List<String>> labels = new EnumMap<>(Facet.class);
            for (Facet facet : LABELS) {
                labels.put(facet, List.of(fields.getValues(facet.key())));
            }
            return new Stored(
                    fields.get(IndexSchema.POST_TITLE),
                    fields.get(IndexSchema.PERMALINK),
                    fields.get(IndexSchema.PATH),
                    fields.get(IndexSchema.POST_LANGUAGE),
                    fields.get(IndexSchema.POST_SUMMARY),
                    Collections.unmodifiableMap(labels),
                    StoredPost.of(fields));
        }

        private long bytes() {
            return 2L * post.text().length() + OVERHEAD;
        }
    }
}
