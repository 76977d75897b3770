package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.post.Generator;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole archives, heading by heading, beside the pages that their generators built.
class ArchiveTruthTest {
    private static final Path SHARED = Path.of("../shared");
    private static final String NO_ID = "(no id)";

    @BeforeAll
    static void archivesAreHere() {
        TestBlog.shared("archives");
    }

    static Stream<Arguments> archives() {
        return Stream.of(
                Arguments.of("docusaurus/react-native-website", "react-native", new Generator("docusaurus")),
                Arguments.of(
                        "eleventy-mdit-anchor/v8.dev",
                        "v8.dev",
                        new Generator("markdown-it-anchor", Map.of("attrs", "true"))),
                Arguments.of("hexo/hexojs-site", "hexo-site", new Generator("hexo")),
                Arguments.of(
                        "hugo/letsencrypt-website",
                        "letsencrypt",
                        new Generator("hugo", Map.of("autoHeadingIDType", "blackfriday"))),
                Arguments.of("nextjs-rehype-slug/nodejs.org-blog", "nodejs", new Generator("github-slugger")),
                Arguments.of(
                        "pelican-toc/this-week-in-rust",
                        "this-week-in-rust",
                        new Generator("pelican", Map.of("toc", "true"))),
                Arguments.of("sphinx-myst/choldgraf-sphinx8-myst4", "choldgraf", new Generator("sphinx")),
                Arguments.of(
                        "sphinx-myst/choldgraf-sphinx5-myst018",
                        "choldgraf",
                        new Generator("sphinx", Map.of("myst", "0.18"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void everyHeadingHasTheIdOfTheBuiltPage(String table, String archive, Generator generator)
            throws IOException, PostFormatException {
        int all = 0;
        int right = 0;
        int found = 0;
        for (Map.Entry<String, List<String>> page : pages(table).entrySet()) {
            Path file = SHARED.resolve("archives").resolve(archive).resolve(page.getKey());
            if (!Files.exists(file)) {
                continue;
            }
            List<String> ours = idsOf(generator, page.getKey(), Files.readAllBytes(file));
            int common = commonInOrder(page.getValue(), ours);
            all += page.getValue().size();
            found += ours.size();
            right += common;
            if (common != ours.size() || common != page.getValue().size()) {
                tell(page.getKey(), page.getValue(), ours);
            }
        }
        System.out.printf(
                "TRUTH archive %-40s %6d of %6d %8.3f %% (found %d)%n", table, right, all, 100.0 * right / all, found);
        assertTrue(right >= 0.998 * all, "right: " + right + " of " + all);
        assertTrue(Math.abs(found - all) <= 0.001 * all, "found: " + found + " of " + all);
    }

    private static Map<String, List<String>> pages(String table) throws IOException {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        for (String row : Files.readAllLines(SHARED.resolve("anchors").resolve(table + ".tsv"))) {
            if (!row.startsWith("#")) {
                String[] cells = row.split("\t", -1);
                String id = cells[4].equals("0") ? NO_ID : cells[3];
                pages.computeIfAbsent(cells[0], path -> new ArrayList<>()).add(id);
            }
        }
        return pages;
    }

    private static List<String> idsOf(Generator generator, String path, byte[] bytes) throws PostFormatException {
        var post = new PostReader(PostOptions.of(generator)).read(path, bytes);
        List<String> ids = new ArrayList<>();
        for (Section section : Cut.split(generator, post).sections()) {
            if (!section.isLead()) {
                ids.add(section.elementId() == null ? NO_ID : section.elementId());
            }
        }
        return ids;
    }

    /// Length of the longest common subsequence.
    private static int commonInOrder(List<String> one, List<String> other) {
        int[][] best = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                best[i][j] = one.get(i).equals(other.get(j))
                        ? best[i + 1][j + 1] + 1
                        : Math.max(best[i + 1][j], best[i][j + 1]);
            }
        }
        return best[0][0];
    }

    private static void tell(String path, List<String> expected, List<String> found) {
        List<String> missed = new ArrayList<>(expected);
        found.forEach(missed::remove);
        List<String> invented = new ArrayList<>(found);
        expected.forEach(invented::remove);
        System.out.println("DIFFERENT " + path + " | missed " + missed + " | invented " + invented);
    }
}
