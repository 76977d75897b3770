package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.archive.Problem;
import dev.anchorage.post.Body;
import dev.anchorage.post.Generator;
import dev.anchorage.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveCheckTest {

    @Test
    void linksThatLeadNowhereOnThePageAreNamedWithTheNearestAnchor() {
        List<String> expected =
                List.of("posts/a.md:3: \"#sight-seing\" leads nowhere on this page; nearest is \"#sight-seeing\"");
        assertEquals(expected, problems("""
                [ok](#sight-seeing) [top](#) [top](#top) [id](#mine)
                <a id="mine"></a>
                [dead](#sight-seing)

                ## Sight Seeing
                """));
    }

    @Test
    void fragmentsAreCounted() {
        CheckReport report = ArchiveCheck.of(List.of(post("posts/a.md", "[a](#a) [b](#b) [c](#top)\n\n## A\n")));
        assertEquals(2, report.fragments());
        assertEquals(1, report.resolved());
    }

    @Test
    void headingsWithoutAnIdAndIdsGivenTwiceAreNamed() {
        assertEquals(
                List.of(
                        "posts/a.md:3: the generator gives the heading \"🎉\" an empty id",
                        "posts/a.md:5: the id \"a\" stands on line 1 already, and links lead there",
                        "posts/a.md:7: the generator gives the heading \"B\" no id"),
                problems("astro", "## A\n\n## 🎉\n\n<h2 id=\"a\">A</h2>\n\n<h2>B</h2>\n"));
    }

    @Test
    void linksBetweenPostsAreFollowed() {
        SectionedPost a = post("posts/a.md", """
                [good](b.md#b) [good](/posts/b/#b) [good](../b/) [good](https://elsewhere.example/posts/x/)
                [good](/images/x.png) [good](/about/) [good](mailto:x@example.org)
                [no such file](c.md)
                [no such id](b.md#bb)
                [no such post](/posts/z/)
                """);
        SectionedPost b = post("posts/b.md", "## B\n");
        assertEquals(
                List.of(
                        "posts/a.md:3: \"c.md\" leads to no post of this archive",
                        "posts/a.md:4: \"b.md#bb\" leads to posts/b.md, which has no such id; nearest is \"#b\"",
                        "posts/a.md:5: \"/posts/z/\" leads to no post of this archive"),
                strings(ArchiveCheck.of(List.of(a, b)).problems()));
    }

    @Test
    void theRuleThatResolvesMostFragmentsIsTheLikeliest() {
        Post post = source(
                "posts/a.md", "[a](#whats-new) [b](#c-museum) [c](#what-s-new)\n\n## What's new\n\n## 21c Museum\n");
        List<RuleTrial.Score> scores = RuleTrial.of(
                List.of(post), List.of(new Generator("hexo"), new Generator("astro"), new Generator("sphinx")));
        assertEquals("sphinx", scores.getFirst().generator().name());
        assertEquals(2, scores.getFirst().resolved());
        assertEquals(3, scores.getFirst().fragments());
    }

    /// A post without any is not parsed for it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](#b)",
                "[a]( #b \"B\")",
                "[a](<#b>)",
                "[a](\\#b)",
                "[a](&#35;b)",
                "[a]\n\n[a]: #b",
                "[a]\n\n[a]:\n#b",
                "<a href=\"#b\">a</a>",
                "<a href = '#b'>a</a>",
                "<a href=#b>a</a>"
            })
    void aRuleIsTriedOnInPageLinksHoweverTheyAreWritten(String link) {
        Post post = source("posts/a.md", link + "\n\n## B\n");
        RuleTrial.Score score =
                RuleTrial.of(List.of(post), List.of(new Generator("github"))).getFirst();
        assertEquals(1, score.fragments());
        assertEquals(1, score.resolved());
        assertTrue(RuleTrial.mayHaveInPageLink(link.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# A", "a (#1) and: #2", "`#id = '#b'` \"#fff\"", "<p id=\"#b\">", "a = #b", "#"})
    void aPostWhoseNumberSignsBeginNoTargetIsNotReadForATrial(String text) {
        assertFalse(RuleTrial.mayHaveInPageLink(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPostInUtf16IsReadForATrial() {
        assertTrue(RuleTrial.mayHaveInPageLink("[a](#b)".getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void builtPagesVerifyIdsOrContradictThem(@TempDir Path site) throws IOException {
        Files.createDirectories(site.resolve("posts/a"));
        Files.writeString(
                site.resolve("posts/a/index.html"),
                "<main><h2 id=\"a\">A</h2><section id=\"other\"><h2>B</h2></section><h2>C</h2></main>");
        BuiltSite.Comparison comparison = new BuiltSite(site).compare(post("posts/a.md", "## A\n\n## B\n\n## C\n"));
        assertEquals(
                List.of(
                        "posts/a.md:3: the heading \"B\" should have the id \"b\", but the built page has \"other\"",
                        "posts/a.md:5: the heading \"C\" should have the id \"c\", but the built page has no such id"),
                strings(comparison.problems()));
        assertEquals(
                List.of(Section.AnchorSource.VERIFIED, Section.AnchorSource.PREDICTED, Section.AnchorSource.PREDICTED),
                comparison.post().sections().stream().map(Section::anchorSource).toList());
    }

    @Test
    void aPostWithoutAPageIsNamed(@TempDir Path site) throws IOException {
        BuiltSite.Comparison comparison = new BuiltSite(site).compare(post("posts/a.md", "## A\n"));
        assertTrue(comparison.problems().getFirst().message().contains("no page for its URL /posts/a/"));
    }

    private static List<String> problems(String text) {
        return problems("github-slugger", text);
    }

    private static List<String> problems(String generator, String text) {
        SectionedPost post = Cut.split(new Generator(generator), source("posts/a.md", text));
        return strings(ArchiveCheck.of(List.of(post)).problems());
    }

    private static List<String> strings(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    private static SectionedPost post(String path, String text) {
        return Cut.split(new Generator("github-slugger"), source(path, text));
    }

    private static Post source(String path, String text) {
        return Cut.post(path, "/" + path.replace(".md", "/"), "T", new Body.Markdown(text, 1));
    }
}
