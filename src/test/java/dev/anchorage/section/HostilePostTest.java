package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.post.Body;
import dev.anchorage.post.Generator;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Posts on which Markdown parsers hang or overflow. `design/stack.md` lists those of flexmark 0.64.8.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePostTest {

    static Stream<Arguments> hostileTexts() {
        return Stream.of(
                Arguments.of("one bracket and 40 backslashes", "[" + "\\".repeat(40)),
                Arguments.of("escapes after a bracket", "[" + "\\* ".repeat(400)),
                Arguments.of("ordered lists in one line", "1. ".repeat(10_000)),
                Arguments.of("bullet lists in one line", "- ".repeat(4_000)),
                Arguments.of("star lists in one line", "* ".repeat(2_000)),
                Arguments.of("nested quotes", "> ".repeat(940) + "x"),
                Arguments.of("nested quotes without blanks", ">".repeat(100_000)),
                Arguments.of("a long inline comment", "a <!-- " + "x".repeat(4_000) + " -->"),
                Arguments.of("an unclosed link title", "[a](b \"" + "x".repeat(4_000)),
                Arguments.of("a tag with 1,000 attributes", "a <b " + "c=\"d\" ".repeat(1_000) + ">"),
                Arguments.of("processing instructions", "<?".repeat(50_000)),
                Arguments.of("character data", "a <![CDATA[".repeat(10_000)),
                Arguments.of("unclosed links", "[a](".repeat(25_000)),
                Arguments.of("a table of 20,000 rows", "| a | b |\n|---|---|\n" + "| c | d |\n".repeat(20_000)),
                Arguments.of("100,000 headings", "# a\n\n".repeat(100_000)),
                Arguments.of("100,000 equal headings without blank lines", "## a\n".repeat(100_000)),
                Arguments.of("a heading of 1 MB", "# " + "a ".repeat(500_000)),
                Arguments.of("a line of 1 MB", "word ".repeat(200_000)),
                Arguments.of("stars", "*a ".repeat(300_000)),
                Arguments.of("underscores and stars", "**a_ ".repeat(200_000)),
                Arguments.of(
                        "back-ticks of growing length",
                        IntStream.range(1, 1_000)
                                .mapToObj(n -> "`".repeat(n) + " ")
                                .reduce("", String::concat)),
                Arguments.of("brackets", "[".repeat(200_000)),
                Arguments.of("bracket pairs", "[]".repeat(200_000)),
                Arguments.of("closing brackets", "]".repeat(500_000)),
                Arguments.of("images", "![".repeat(200_000)),
                Arguments.of("unclosed comments", "<!-- \n\n".repeat(100_000)),
                Arguments.of("unclosed fences", "```\n\n~~~\n".repeat(100_000)),
                Arguments.of(
                        "nested list by indentation",
                        IntStream.range(0, 900)
                                .mapToObj(n -> " ".repeat(n) + "- a\n")
                                .reduce("", String::concat)),
                Arguments.of("a list of 200,000 items", "- a\n".repeat(200_000)),
                Arguments.of(
                        "reference definitions",
                        IntStream.range(0, 30_000)
                                .mapToObj(n -> "[r" + n + "]: /u\n")
                                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                                .toString()),
                Arguments.of("footnotes", "[^a]: b\n\n[^a] ".repeat(20_000)),
                Arguments.of("entities", "&amp;".repeat(200_000)),
                Arguments.of("angles", "<a ".repeat(300_000)),
                Arguments.of("nested divs", "<div>\n\n".repeat(100_000)),
                Arguments.of("divs in one block", "<div>".repeat(200_000)),
                Arguments.of("template openers", "{% {{ ".repeat(150_000)),
                Arguments.of("setext underlines", "a\n=\n".repeat(200_000)),
                Arguments.of("a long line and underlines", "x".repeat(500_000) + "\ny" + "\n===".repeat(120_000)),
                Arguments.of("a long line and lines", "x".repeat(500_000) + "y\n".repeat(200_000)),
                Arguments.of("thematic breaks", "* * *\n".repeat(150_000)),
                Arguments.of("nothing but NUL", "\0".repeat(1_000_000)),
                Arguments.of("lone surrogates", "\ud800 ".repeat(400_000)),
                Arguments.of("blanks", " ".repeat(1_000_000) + "\n#"),
                Arguments.of("tabs", "\t".repeat(1_000_000)),
                Arguments.of("line breaks", "\n".repeat(1_000_000)),
                Arguments.of("tildes", "~".repeat(500_000) + " ~~a~~ ".repeat(50_000)),
                Arguments.of("pipes", "|".repeat(500_000) + "\n" + "|-".repeat(200_000)),
                Arguments.of("autolinks", "<http://a ".repeat(90_000)),
                Arguments.of("colons", ":::\n".repeat(200_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTexts")
    void everyPostIsDoneInTwoSeconds(String name, String text) {
        long start = cpuMillis();
        SectionedPost post = Cut.markdown(text);
        long millis = cpuMillis() - start;
        System.out.printf("%6d ms  %s%s%n", millis, name, post.problems().isEmpty() ? "" : "  (simple)");
        assertFalse(post.sections().isEmpty());
        assertTrue(millis < 2_000, name + " took " + millis + " ms");
    }

    /// Time of this thread alone, so that other work on the machine does not count.
    private static long cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    /// Random mixtures of everything that means something to Markdown, as four dialects read it.
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"github-slugger", "docusaurus", "pelican", "pandoc"})
    void randomPostsAreDoneInTwoSecondsInEveryDialect(String generator) {
        SectionSplitter splitter = new SectionSplitter(AnchorStyles.of(new Generator(generator)));
        for (long seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            String text = HostilePosts.mixture(random, 1 << (4 + random.nextInt(17)));
            long start = cpuMillis();
            splitter.split(Cut.post("a.md", null, new Body.Markdown(text, 1)));
            long millis = cpuMillis() - start;
            assertTrue(millis < 2_000, "seed " + seed + " as " + generator + " took " + millis + " ms");
        }
    }

    static Stream<String> generators() {
        return AnchorStyles.names().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("generators")
    void idsOfHostileHeadingsAreMadeInTwoSeconds(String generator) {
        SectionSplitter splitter = new SectionSplitter(AnchorStyles.of(new Generator(generator)));
        for (String piece :
                List.of("{#a", ".a", " {.a ", " { ", "a'", "ä ", "-", " ", "{a=\"", ":a", "<a", "\u0130", "😀", "#")) {
            String heading =
                    "## x {" + piece.repeat(200_000 / piece.length()) + " y\n\n{: " + piece.repeat(5_000) + "\n";
            long start = cpuMillis();
            splitter.split(Cut.post("a.md", null, new Body.Markdown(heading, 1)));
            long millis = cpuMillis() - start;
            assertTrue(millis < 2_000, "headings of " + piece + " as " + generator + " took " + millis + " ms");
        }
    }

    @Test
    void headingsBeyondAllReasonAreReadAsTextOfTheLastSectionAndNamed() {
        SectionedPost post = Cut.markdown("# a\n".repeat(100_000) + "# end\n");
        assertEquals(Outline.MOST_HEADINGS, post.sections().size());
        assertTrue(post.sections().getLast().text().endsWith("end"));
        assertTrue(post.problems().stream().anyMatch(p -> p.message().contains("headings")));
    }

    @Test
    void aPostReadInTheSimpleWayIsStillCutAtItsHeadings() {
        SectionedPost post = Cut.markdown("""
                Lead words.

                ## First `code` {#x}

                Some *text* with a [link](https://example.org).

                ```
                ## not a heading
                ```

                <!-- ## nothing -->

                Second
                ------

                """ + "> ".repeat(1_000) + "deep\n");
        assertEquals(List.of("", "First code {#x}", "Second"), Cut.headings(post));
        assertEquals("Some text with a link .", post.sections().get(1).text().replaceAll("\\s+", " "));
        assertEquals("## not a heading", post.sections().get(1).code());
        assertEquals("deep", post.sections().get(2).text());
        assertEquals(
                "posts/2024-03-01-a-post.md:16: it has more than 24 quotes and lists inside each other and was read in the simple way, by its"
                        + " heading lines: look whether that is meant",
                post.problems().getFirst().toString());
    }
}
