package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pairs of posts, made at random, that differ in one word only, the finished word here and what goes on from it
/// there: the finished word stands first, wherever it is, however rare the other one is, and whatever stands before it
/// in the query, while typing and afterwards.
final class FinishedWordTest {
    private static final int PAIRS = 120;

    private static final Words PLAIN = new Words(
            "en",
            List.of("lantern", "harbor", "signal", "tide", "ferrytale", "beacon", "quay"),
            List.of("land", "ware", "wright", "post", "fold"),
            List.of("pier ", "storm ", "rope ", "salt ", "gull ", "fold "),
            "word");
    private static final Words NAMES = new Words(
            "en",
            List.of("beaconLight", "--harbor-signal", "tide::ferry", "quay.lantern", "mole_head", "dock::portCrane"),
            List.of("Post", "RopeWinch", "house", "SaltGull"),
            List.of("pier ", "storm ", "rope ", "salt ", "gull ", "light ", "ferry ", "signal ", "house "),
            "word");

    /// Nothing tells where a word ends: a text that goes on has the word typed, too, and where the two are equally long
    /// in the rough counts of the index, the file's name decides.
    private static final Words SIGNS = new Words(
            "zh",
            List.of("灯", "灯塔", "信号台", "カモメ", "등대"),
            List.of("光", "船长", "タワ", "원"),
            List.of("pier", "storm", "海", "风浪", "塔", "光", "台 ", "メ", "대 "),
            "finished");

    @ParameterizedTest
    @ValueSource(ints = {24, 25})
    void theFinishedWordStandsBeforeWhatGoesOnFromIt(int seed, @TempDir Path folder) throws IOException {
        assertFinishedFirst(PLAIN, new Random(seed), folder);
    }

    /// Be it by a part more, rare or standing in the text by itself, or by letters only.
    @ParameterizedTest
    @ValueSource(ints = {24, 25, 26, 27})
    void theFinishedNameStandsBeforeWhatGoesOnFromIt(int seed, @TempDir Path folder) throws IOException {
        assertFinishedFirst(NAMES, new Random(seed), folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 25, 26, 27})
    void whatGoesOnFromSignsIsWorthNoMore(int seed, @TempDir Path folder) throws IOException {
        assertFinishedFirst(SIGNS, new Random(seed), folder);
    }

    /// Of a name and its parts beside another word the name counts, not what stands there first.
    @Test
    void aNameOnceMoreIsNoDrawback(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        blog.write("twice.md", "# One\n\nbeaconLight gull pier beaconLight rope\n");
        blog.write("once.md", "# One\n\nsalt rope gull pier beaconLight rope\n");
        for (int i = 0; i < 60; i++) {
            blog.write("other" + i + ".md", "# Other\n\nThe " + (i < 50 ? "beaconLight" : "lamp") + " is lit.\n");
        }
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(
                    List.of("twice.md", "once.md"),
                    hits(searcher, "pier beaconLight", false).subList(0, 2));
        }
    }

    private static void assertFinishedFirst(Words words, Random random, Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        int kinds = words.typed().size();
        for (int i = 0; i < PAIRS; i++) {
            String typed = words.typed().get(i % kinds);
            String text = template(words, random, i);
            blog.write(i + "-" + words.finished() + ".md", text.replace("WORD", typed));
            blog.write(i + "-longer.md", text.replace("WORD", typed + any(words.endings(), random)));
            for (int j = 0; j < 6; j++) {
                blog.write(i + "-common" + j + ".md", "# Common " + i + "\n\n" + (typed + " ").repeat(1 + j));
            }
        }
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            for (int i = 0; i < kinds * 8; i++) {
                int asked = i / 8;
                String before = List.of("", "pier ", "pier storm ", "zzqq ").get(i / 2 % 4);
                List<String> hits = hits(searcher, before + words.typed().get(asked), i % 2 == 0);
                hits.removeIf(post -> Integer.parseInt(post.split("-", -1)[0]) % kinds != asked);
                assertBeforeTheLonger(before + words.typed().get(asked), hits, words.finished());
            }
        }
    }

    private static String template(Words words, Random random, int number) {
        StringBuilder text = new StringBuilder("---\ndate: 2020-01-01\nlanguage: " + words.language() + "\ntitle: ");
        text.append(random.nextInt(3) == 0 ? "WORD " : "").append("about ").append(number % 9);
        text.append(random.nextInt(4) == 0 ? "\ntags: [WORD]" : "").append("\n---\n");
        for (int section = 0; section <= random.nextInt(3); section++) {
            text.append("\n## Part ")
                    .append(section)
                    .append(random.nextInt(3) == 0 ? " WORD" : "")
                    .append("\n\n");
            for (int i = 0; i < 5 + random.nextInt(60); i++) {
                text.append(random.nextInt(6) == 0 ? "WORD " : any(words.others(), random));
            }
            text.append(random.nextInt(4) == 0 ? "\n\n    var x = WORD;\n" : "\n");
        }
        return text + (text.indexOf("WORD") < 0 ? "WORD\n" : "");
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static void assertBeforeTheLonger(String query, List<String> hits, String finished) {
        assertFalse(hits.isEmpty(), query);
        for (int i = 0; i < hits.size(); i++) {
            String better = hits.get(i).replace("longer", finished);
            assertTrue(
                    hits.get(i).equals(better) || hits.subList(0, i).contains(better),
                    better + " for " + query + " in " + hits);
        }
    }

    private static List<String> hits(SectionSearcher searcher, String query, boolean isTyping) throws IOException {
        SearchRequest request = new SearchRequest(
                query, Map.of(), DayRange.ALWAYS, Order.RELEVANCE, SearchRequest.MAX_LIMIT, 0, isTyping);
        return searcher.search(request).posts().stream().map(PostHit::path).collect(Collectors.toList());
    }

    /// @param endings  with which words go on from those typed
    /// @param others  what else the texts are made of
    /// @param finished  the name of files with the word as typed; `longer` is that of the others
    private record Words(
            String language, List<String> typed, List<String> endings, List<String> others, String finished) {}
}
