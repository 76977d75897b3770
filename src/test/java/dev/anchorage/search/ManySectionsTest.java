package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Posts with more sections than are scored together (issue 8).
final class ManySectionsTest {
    private static final int POSTS = 7;
    private static final int SECTIONS = 1_500;

    @Test
    void eachPostIsFoundByItsOwnSection(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        Map<String, String> expected = new TreeMap<>();
        for (int post = 0; post < POSTS; post++) {
            String heading = "Berth " + (post + 1);
            blog.write("log" + post + ".md", log(heading, 200 * post));
            expected.put("Log of " + heading, heading);
        }
        blog.update();
        Map<String, String> found = new TreeMap<>();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            searcher.search(SearchRequest.of("gannet colony"))
                    .posts()
                    .forEach(post ->
                            found.put(post.title(), post.sections().getFirst().heading()));
        }
        assertEquals(expected, found);
    }

    /// Many entries that have one of the words, and one that has both.
    private static String log(String heading, int place) {
        StringBuilder log = new StringBuilder("---\ntitle: Log of " + heading + "\n---\n");
        for (int i = 0; i < SECTIONS; i++) {
            log.append("## Day ").append(i).append("\n\nA gannet went by, bound for somewhere.\n\n");
            if (i == place) {
                log.append("## ").append(heading).append("\n\nFrom the berth one sees the gannet colony.\n\n");
            }
        }
        return log.toString();
    }
}
