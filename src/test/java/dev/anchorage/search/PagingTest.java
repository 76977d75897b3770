package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However many hits a page has, the pages of an answer follow each other without gap or repeat.
final class PagingTest {
    private static final int POSTS = 3 * Ranking.WINDOW + 7;

    @Test
    void pagesOfAnySizeAreCutFromTheSameOrder(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        Random random = new Random(5);
        for (int i = 0; i < POSTS; i++) {
            StringBuilder post = new StringBuilder("# Post " + i + "\n");
            for (int section = 0; section < 3; section++) {
                post.append("\n## Part ").append(section).append("\n\nharbour");
                post.append(" rope".repeat(random.nextInt(9))).append(" quay".repeat(random.nextInt(9)));
                post.append(".\n");
            }
            blog.write("post-" + i + ".md", post.toString());
        }
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            List<String> all = paths(searcher, SearchRequest.MAX_LIMIT);
            Set<String> once = new TreeSet<>(all);
            assertEquals(POSTS, all.size());
            assertEquals(POSTS, once.size());
            for (int limit : List.of(1, 7, 10, 64)) {
                assertEquals(all, paths(searcher, limit), "pages of " + limit);
            }
        }
    }

    private static List<String> paths(SectionSearcher searcher, int limit) throws IOException {
        List<String> paths = new ArrayList<>();
        boolean hasMore = true;
        while (hasMore) {
            SearchResponse page = searcher.search(new SearchRequest(
                    "harbour rope quay", Map.of(), DayRange.ALWAYS, Order.RELEVANCE, limit, paths.size(), false));
            paths.addAll(page.posts().stream().map(PostHit::path).toList());
            hasMore = page.hasMore();
        }
        return paths;
    }
}
