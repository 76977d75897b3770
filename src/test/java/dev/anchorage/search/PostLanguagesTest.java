package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.post.Generator;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By which language a post is found.
final class PostLanguagesTest {
    private static final String GERMAN =
            "Wir nahmen die frühe Fähre zu den Inseln, weil der Regen nicht aufhörte und es die einzige des Tages war.\n";
    private static final String FRENCH =
            "Nous avons pris le premier bac pour les îles, parce que la pluie ne cessait pas et que le vent était fort.\n";
    private static final String JAPANESE = "雨がやまなかったので、早朝のフェリーで島へ渡った。その日は一便しかなかった。\n";
    private static final String ENGLISH =
            "We took the early ferry to the islands because the rain had not stopped, and it was the only one of the day.\n";

    @TempDir
    Path folder;

    private TestBlog blog() throws IOException {
        return new TestBlog(folder)
                .inAnyLanguage()
                .write("inseln.md", "# Zu den Inseln\n\n" + GERMAN)
                .write("iles.md", "# Vers les îles\n\n" + FRENCH)
                .write("shima.md", "# 島へ\n\n" + JAPANESE)
                .write("islands.md", "# To the islands\n\n" + ENGLISH)
                .write("called.md", "---\ntitle: Called French\nlang: fr\n---\n" + ENGLISH)
                .write("short.md", "# Kobe\n\nLantern light.\n");
    }

    @Test
    void aPostThatNamesNoLanguageIsFoundByThatOfItsText() throws IOException {
        TestBlog blog = blog();
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(List.of("inseln.md"), paths(searcher, "language:de"));
            assertEquals(List.of("shima.md"), paths(searcher, "language:ja"));
            assertEquals(List.of("islands.md"), paths(searcher, "language:EN"));
            assertEquals(List.of("called.md", "iles.md"), paths(searcher, "language:fr"));
            assertEquals(List.of("short.md"), paths(searcher, "-language:de -language:ja -language:en -language:fr"));
            assertEquals(
                    List.of("fr 2", "de 1", "en 1", "ja 1"),
                    counts(searcher.search(SearchRequest.of("")).facets()));
            assertEquals(
                    List.of("fr 2", "de 1", "en 1", "ja 1"),
                    counts(searcher.stats().facets()));
        }
    }

    @Test
    void answersSayTheLanguageThatNarrows() throws IOException {
        TestBlog blog = blog();
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals("de", hit(searcher, "fähre").language());
            assertEquals("fr", hit(searcher, "title:called").language());
            assertNull(hit(searcher, "lantern").language());
            assertEquals(
                    "The post doesn't pass language:de or fr: it is in en.",
                    why(searcher, "ferry language:de language:fr", "/islands.html"));
            assertEquals(
                    "The post doesn't pass -language:ja: it is in ja.",
                    why(searcher, "フェリー -language:ja", "/shima.html"));
            assertEquals(
                    "The post doesn't pass language:en: nothing tells its language.",
                    why(searcher, "lantern language:en", "/short.html"));
        }
    }

    @Test
    void aConfiguredLanguageStandsForPostsThatNameNone() throws IOException {
        TestBlog blog = new TestBlog(folder).write("inseln.md", "# Zu den Inseln\n\n" + GERMAN);
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(List.of("inseln.md"), paths(searcher, "language:en"));
            assertEquals(List.of(), paths(searcher, "language:de"));
        }
    }

    @Test
    void aLanguageMeansItsRegionsWhereNoPostHasItAlone() throws IOException {
        TestBlog blog = new TestBlog(folder)
                .inAnyLanguage()
                .write("taipei.md", "---\ntitle: Ferry\nlang: zh-TW\n---\n" + ENGLISH)
                .write("dalian.md", "---\ntitle: Ferry\nlang: zh_CN\n---\n" + ENGLISH)
                .write("bregenz.md", "---\ntitle: Ferry\nlang: de-AT\n---\n" + ENGLISH)
                .write("inseln.md", "# Zu den Inseln\n\n" + GERMAN)
                .write("islands.md", "# To the islands\n\n" + ENGLISH);
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(List.of("dalian.md", "taipei.md"), paths(searcher, "language:ZH"));
            assertEquals(List.of("dalian.md"), paths(searcher, "language:zh-cn"));
            assertEquals(List.of("inseln.md"), paths(searcher, "language:de"));
            assertEquals(List.of("bregenz.md"), paths(searcher, "language:de-at"));
            assertEquals(List.of("bregenz.md", "inseln.md", "islands.md"), paths(searcher, "-language:zh"));
            assertEquals(List.of(), paths(searcher, "language:z"));
        }
    }

    @Test
    void aSectionInAnotherLanguageLeavesThePostItsOwn() throws IOException {
        TestBlog blog = new TestBlog(folder)
                .inAnyLanguage()
                .write("zitat.md", "# Ein Zitat\n\n## 島へ\n\n" + JAPANESE + "\n## Danach\n\n" + GERMAN.repeat(3));
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(List.of("zitat.md"), paths(searcher, "フェリー language:de"));
            assertEquals(List.of(), paths(searcher, "language:ja"));
        }
    }

    /// Issue 5. What is typed in Japanese is not known to the archive but for the name.
    @Test
    void aNameAmongJapaneseWordsLeadsToJapanesePosts() throws IOException {
        TestBlog blog = new TestBlog(folder).inAnyLanguage();
        for (int i = 0; i < 5; i++) {
            blog.write("ferry" + i + ".md", "# The getFerry call\n\nUse getFerry and getFerry. " + ENGLISH);
        }
        blog.write("shima.md", "# getFerry の島\n\nここで getFerry を呼ぶ。" + JAPANESE).update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals("shima.md", hit(searcher, "どう使う getFerry").path());
            assertEquals("en", hit(searcher, "getFerry").language());
        }
    }

    /// Their languages are those of their folders, which the test leaves out.
    @ParameterizedTest
    @CsvSource({
        "hexo-site/source/ja/docs, hexo, ja, 100",
        "hexo-site/source/zh-cn/docs, hexo, zh, 100",
        "astro-docs/src/content/docs/de, astro, de, 100",
        "letsencrypt/content/en/post, hugo, en, 98"
    })
    void textsOfRealArchivesTellTheirLanguage(String archive, String generator, String language, int percent)
            throws IOException {
        TestBlog blog = new TestBlog(TestBlog.shared("archives").resolve(archive), folder)
                .builtBy(new Generator(generator))
                .inAnyLanguage();
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            long all = searcher.search(SearchRequest.of("")).total().posts();
            long told = searcher.search(SearchRequest.of("language:" + language))
                    .total()
                    .posts();
            assertTrue(told * 100 >= all * percent, told + " of " + all);
        }
    }

    private static List<String> counts(Map<Facet, List<FacetValue>> facets) {
        return facets.getOrDefault(Facet.LANGUAGE, List.of()).stream()
                .map(value -> value.value() + " " + value.posts())
                .toList();
    }

    private static PostHit hit(SectionSearcher searcher, String query) throws IOException {
        return searcher.search(SearchRequest.of(query)).posts().getFirst();
    }

    private static String why(SectionSearcher searcher, String query, String url) throws IOException {
        return searcher.explain(SearchRequest.of(query), url).sentence();
    }

    private static List<String> paths(SectionSearcher searcher, String query) throws IOException {
        return searcher.search(SearchRequest.of(query)).posts().stream()
                .map(PostHit::path)
                .sorted()
                .toList();
    }
}
