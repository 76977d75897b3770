package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecencyTest {
    private static final String TEXT = "\n# Storms\n\nThe storms of 2019 took the pier.\n";

    @ParameterizedTest
    @CsvSource({"1000, 1.1", "900, 1.05", "800, 1.025", "0, 1.0001", "1010, 1.1"})
    void aPostOfMiddlingAgeGainsHalf(long day, float factor) {
        assertEquals(factor, Recency.of(990, 0, 1_000, 900, 890).factor(day, 0.1f), 1e-4);
    }

    @Test
    void anArchiveOfOneDayKnowsNoAge() {
        assertEquals(1, Recency.of(7, 7, 7).halfLifeDays());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            storms                   | new,middle,old,undated
            storms pier              | new,middle,old,undated
            storms 1.2019            | new,middle,old,undated
            storms 2019              | middle,new,old,undated
            storms after:2001        | middle,new,old
            storms year:2026         | new
            storms -year:2009        | middle,new,undated
            storms 2019年            | middle,new,old,undated
            """)
    void ofEquallyGoodPostsTheNewerStandsFirstUnlessTheQueryNamesADate(String query, String posts, @TempDir Path folder)
            throws IOException {
        TestBlog blog = new TestBlog(folder);
        dated(blog, "old", "2009-01-01", TEXT);
        dated(blog, "new", "2026-01-01", TEXT);
        dated(blog, "middle", "2019-01-01", TEXT.replace("took", "took, storms that they were,"));
        blog.write("undated.md", "---\ntags: [a]\n---" + TEXT);
        blog.update();
        SearchOptions strong = new SearchOptions(List.of(), Map.of(), 1);
        try (SectionSearcher searcher = new SectionSearcher(blog.index(), strong)) {
            assertEquals(posts, names(searcher.search(SearchRequest.of(query))));
        }
    }

    private static void dated(TestBlog blog, String name, String date, String text) throws IOException {
        blog.write(name + ".md", "---\ndate: " + date + "\n---" + text);
    }

    private static String names(SearchResponse answer) {
        return answer.posts().stream().map(hit -> hit.path().replace(".md", "")).collect(Collectors.joining(","));
    }
}
