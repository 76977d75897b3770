package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class PostCodecTest {
    private static final long SMALL = 46L << 20;
    private static final long LARGE = 636L << 20;
    private static final int POSTS = 300;

    @Test
    void whatIsStoredOfALargeArchiveTakesMoreRoom() throws IOException {
        assertTrue(size(written(LARGE)) > size(written(SMALL)));
    }

    @Test
    void anArchiveThatGrewLargeOrShrankIsReadAndMerged() throws IOException {
        for (long first : new long[] {SMALL, LARGE}) {
            try (Directory files = written(first)) {
                write(files, SMALL + LARGE - first);
                try (IndexWriter merging = new IndexWriter(files, config(first))) {
                    assertEquals(2 * POSTS, stored(files));
                    merging.forceMerge(1);
                }
                assertEquals(2 * POSTS, stored(files));
            }
        }
    }

    private static Directory written(long bytes) throws IOException {
        Directory files = new ByteBuffersDirectory();
        write(files, bytes);
        return files;
    }

    private static void write(Directory files, long bytes) throws IOException {
        try (IndexWriter writer = new IndexWriter(files, config(bytes))) {
            for (int i = 0; i < POSTS; i++) {
                Document post = new Document();
                post.add(new StoredField("text", text(i)));
                writer.addDocument(post);
            }
        }
    }

    private static IndexWriterConfig config(long bytes) {
        return new IndexWriterConfig().setCodec(PostCodec.of(bytes));
    }

    /// Some hundred words, of which many come again in another order.
    private static String text(int post) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 200)
                .forEach(i -> text.append("ferry").append((post + 31 * i) % 97).append(" to the islands, "));
        return text.toString();
    }

    /// How many posts are there, each with a text that was written.
    private static int stored(Directory files) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(files)) {
            for (int i = 0; i < reader.maxDoc(); i++) {
                assertEquals(text(i % POSTS), reader.storedFields().document(i).get("text"));
            }
            return reader.numDocs();
        }
    }

    private static long size(Directory files) throws IOException {
        long size = 0;
        for (String file : files.listAll()) {
            size += files.fileLength(file);
        }
        return size;
    }
}
