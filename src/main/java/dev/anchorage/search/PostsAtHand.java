package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.BlockCodec;
import dev.anchorage.index.PostBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/// An index in memory of the posts at hand, with the dictionary of the archive that they are from. It needs no closing.
///
/// @param reader  one part for each blog, in their order
/// @param texts  of posts by their documents, as {@link BlockCodec} wrote them; those of other posts are stored
record PostsAtHand(IndexReader reader, Map<Integer, BytesRef> texts) {
    private static final double BUFFER_MB = 256;

    /// @param blogs  the facts of each
    /// @param posts  of each, as {@link BlockCodec} wrote them
    /// @param wanted  the words that are asked for; others are left out
    static PostsAtHand of(List<ArchiveFacts> blogs, List<List<BytesRef>> posts, Predicate<BytesRef> wanted)
            throws IOException {
        List<IndexReader> readers = new ArrayList<>();
        Map<Integer, BytesRef> texts = new HashMap<>();
        int documents = 0;
        for (int i = 0; i < blogs.size(); i++) {
            List<PostBlock> blocks = new ArrayList<>();
            int last = documents;
            for (BytesRef post : posts.get(i)) {
                PostBlock block = BlockCodec.read(post, wanted);
                blocks.add(block);
                last += block.sections().size() + 1;
                texts.put(last, post);
            }
            readers.add(new SiteDictionary(index(blocks), blogs.get(i)));
            documents += readers.getLast().maxDoc();
        }
        return new PostsAtHand(joined(readers), texts);
    }

    /// The same of posts with all that is stored in them.
    static IndexReader ofBlocks(List<ArchiveFacts> blogs, List<List<PostBlock>> posts) throws IOException {
        List<IndexReader> readers = new ArrayList<>();
        for (int i = 0; i < blogs.size(); i++) {
            readers.add(new SiteDictionary(index(posts.get(i)), blogs.get(i)));
        }
        return joined(readers);
    }

    private static IndexReader joined(List<IndexReader> readers) throws IOException {
        return readers.size() == 1 ? readers.getFirst() : new MultiReader(readers.toArray(IndexReader[]::new));
    }

    /// Begins with a post that has no sections, so that there is an index to put a dictionary on even without any
    /// other.
    private static DirectoryReader index(List<PostBlock> posts) throws IOException {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig()
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(memory, config)) {
            writer.addDocument(PostBlock.nobody());
            for (PostBlock post : posts) {
                writer.addDocuments(post.documents());
            }
        }
        return DirectoryReader.open(memory);
    }
}
