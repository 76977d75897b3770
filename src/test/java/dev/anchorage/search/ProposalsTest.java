package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an archive proposes for queries without hits, out of nothing but its own words.
final class ProposalsTest {
    private static SectionSearcher searcher;

    @BeforeAll
    static void index(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder)
                .write("a.md", "# Clusters\n\nKubernetes and PostgreSQL took a screenshot of the museum.\n")
                .write("b.md", "# Light\n\nA light house is not a house that is light.\n")
                .write("later.md", "---\ndraft: true\n---\n# Kryptonites\n\nPostgraduate secrets.\n");
        blog.update();
        searcher = new SectionSearcher(blog.index());
    }

    @AfterAll
    static void close() throws IOException {
        searcher.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            musuem       | 0 | museum
            k8s          | 0 | synonyms: [[k8s, kubernetes]]
            kube         | 0 | kubernetes; synonyms: [[kube, kubernetes]]
            lighthouse   | 0 | synonyms: [[lighthouse, light house, light]]
            screen shot  | 0 | synonyms: [[screen, screenshot], [screen shot, screenshot]]
            museum       | 1 | ''
            zzzzqqqq     | 0 | ''
            a8a          | 0 | ''
            ''           | 2 | ''
            """)
    void theArchivesOwnWordsAreProposed(String query, int posts, String text) throws IOException {
        Proposals proposals = searcher.proposals(query);
        assertEquals(posts, proposals.postsNow());
        assertEquals(text, proposals.text());
    }
}
