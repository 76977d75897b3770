package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words stand in the index by their stems, but are begun as they are written (issue 5).
final class VocabularyTest {
    @Test
    void everyBeginningOfAWordIsCompletedWhateverItsStem(@TempDir Path folder) throws IOException {
        List<String> words = List.of("libraries", "using", "sailing", "dimensions", "häuser", "running", "café", "std");
        TestBlog blog = new TestBlog(folder)
                .write(
                        "a.md",
                        "---\ntitle: A\nlanguage: en\n---\nLibraries using sailing dimensions running café std\n")
                .write("b.md", "---\ntitle: B\nlanguage: de\n---\nHäuser\n");
        blog.update();
        try (FSDirectory files = FSDirectory.open(blog.index());
                DirectoryReader reader = DirectoryReader.open(files)) {
            Vocabulary vocabulary = new Vocabulary(reader, IndexSchema.languages(reader), 1);
            for (String word : words) {
                for (int length = 1; length <= word.length(); length++) {
                    String begun = word.substring(0, length);
                    assertTrue(vocabulary.completions(begun).contains(word), begun + " of " + word);
                }
            }
            assertEquals(List.of(), vocabulary.completions("libraryx"));
        }
    }
}
