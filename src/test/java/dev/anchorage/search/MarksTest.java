package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarksTest {
    private static final SearchOptions OWNERS =
            new SearchOptions(List.of(List.of("ci", "continuous integration")), Map.of(), 0);

    @TempDir
    Path folder;

    /// `as` and `mut` are parts of it, but nobody asked for them, nor for a `vec` beside the name.
    @Test
    void aNameThatGoesOnFromTheNameTypedIsMarkedAsAWhole() throws IOException {
        assertEquals(List.of("std::vec::as_mut"), marked("std::vec", """
                As well as ever, the vec is mut and grows. Call std::vec::as_mut to see.
                """));
    }

    @Test
    void allFormsOfAWordAreMarked() throws IOException {
        assertEquals(List.of("Ferries", "ferry"), marked("ferries", """
                Ferries call twice a day, and the last ferry waits for the train.
                """));
    }

    /// Issue 5.
    @Test
    void codeIsShownWhereItSaysMoreOfTheQuery() throws IOException {
        String post = "Of HTTP we say little.\n\n```java\nvoid getHTTPResponseCode() {}\n```\n";
        assertEquals(List.of("getHTTPResponseCode"), marked("getHTTPResponseCode", post));
        assertEquals(List.of("HTTP"), marked("http", post));
    }

    @Test
    void aPhraseThatStandsForTheWordIsMarked() throws IOException {
        assertEquals(List.of("continuous", "integration"), marked("ci", """
                We have continuous integration for every change.
                """));
    }

    /// Issue 5. The words outside of it are none that were asked for, unless they were asked for by themselves, too.
    @Test
    void whereThePhraseStandsItIsShownAndMarked() throws IOException {
        String post = "To load the ship we need to weigh it first. We need it. " + "The crew sleeps. ".repeat(20)
                + "Then we need to load the workspace, and load more.\n";
        assertEquals(List.of("need", "to", "load"), marked("\"need to load\"", post));
        assertEquals(List.of("need", "to", "load", "load"), marked("\"need to load\" load", post));
        assertEquals(List.of("Node.js", "8"), marked("\"node.js 8\"", "Of Node.js and of 8. Here is Node.js 8.\n"));
        assertEquals(List.of("鉄道の駅"), marked("\"鉄道の駅\"", "鉄道が好き。鉄道の駅で待つ。\n"));
    }

    /// Issue 5. One without other words has all of its own marked.
    @Test
    void aStopWordOfAPhraseIsMarkedBesideItsOtherWordsOnly() throws IOException {
        String post = "Of all the crew the oldest lights lamps of the pier. It is the pride of the town.\n";
        assertEquals(List.of("lamps", "of", "the", "pier"), marked("\"lamps of the pier\"", post));
        assertEquals(List.of("of", "the", "of", "the"), marked("\"of the\"", post));
    }

    private List<String> marked(String query, String text) throws IOException {
        TestBlog blog = new TestBlog(folder).write("a.md", "---\ntitle: A\nlanguage: en\n---\n" + text);
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index(), OWNERS)) {
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
