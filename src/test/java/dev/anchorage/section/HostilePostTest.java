package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Posts on which Markdown parsers hang or overflow. `design/stack.md` lists those of flexmark 0.64.8.
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
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
        long start = System.nanoTime();
        SectionedPost post = Cut.markdown(text);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("%6d ms  %s%s%n", millis, name, post.problems().isEmpty() ? "" : "  (simple)");
        assertFalse(post.sections().isEmpty());
        assertTrue(millis < 2_000, name + " took " + millis + " ms");
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
        assertTrue(post.problems().getFirst().message().contains("simple way"));
    }
}
