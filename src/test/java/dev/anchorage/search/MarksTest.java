package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarksTest {
    @TempDir
    Path folder;

    /// Issue 5: `as` and `mut` were marked, too, wherever they stood.
    @Test
    void aNameThatGoesOnFromTheNameTypedIsMarkedAsAWhole() throws IOException {
        assertEquals(List.of("vec", "std::vec::as_mut"), marked("std::vec", """
                As well as ever, the vec is mut and grows. Call std::vec::as_mut to see.
                """));
    }

    @Test
    void allFormsOfAWordAreMarked() throws IOException {
        assertEquals(List.of("Ferries", "ferry"), marked("ferries", """
                Ferries call twice a day, and the last ferry waits for the train.
                """));
    }

    private List<String> marked(String query, String text) throws IOException {
        TestBlog blog = new TestBlog(folder).write("a.md", "---\ntitle: A\nlanguage: en\n---\n" + text);
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            Snippet snippet = Objects.requireNonNull(searcher.search(SearchRequest.of(query))
                    .posts()
                    .getFirst()
                    .sections()
                    .getFirst()
                    .snippet());
            List<String> marked = new ArrayList<>();
            for (Highlight highlight : snippet.highlights()) {
                marked.add(snippet.text().substring(highlight.start(), highlight.end()));
            }
            return marked;
        }
    }
}
