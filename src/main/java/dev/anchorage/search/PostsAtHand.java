package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.PostBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/// Makes an index in memory of the posts at hand, with the dictionary of the archive that they are from. It needs no
/// closing.
final class PostsAtHand {
    private static final double BUFFER_MB = 256;

    private PostsAtHand() {}

    /// One part for each blog, in their order.
    ///
    /// @param blogs  the facts of each
    /// @param posts  of each
    /// @param wanted  the words that are asked for; others are left out
    static IndexReader of(List<ArchiveFacts> blogs, List<List<PostBlock>> posts, Predicate<BytesRef> wanted)
            throws IOException {
        List<IndexReader> readers = new ArrayList<>();
        for (int i = 0; i < blogs.size(); i++) {
            readers.add(new SiteDictionary(index(posts.get(i), wanted), blogs.get(i)));
        }
        return readers.size() == 1 ? readers.getFirst() : new MultiReader(readers.toArray(IndexReader[]::new));
    }

    /// Begins with a post that has no sections, so that there is an index to put a dictionary on even without any
    /// other.
    private static DirectoryReader index(List<PostBlock> posts, Predicate<BytesRef> wanted) throws IOException {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig()
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(memory, config)) {
            writer.addDocument(PostBlock.nobody());
            for (PostBlock post : posts) {
                writer.addDocuments(post.documents(wanted));
            }
        }
        return DirectoryReader.open(memory);
    }
}
