package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.post.Body;
import dev.anchorage.post.Generator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionSplitterTest {

    @Test
    void textBeforeTheFirstHeadingIsTheLeadSection() {
        SectionedPost post = Cut.markdown("Hello there.\n\n## First\n\nText.\n");
        Section lead = post.sections().getFirst();
        assertTrue(lead.isLead());
        assertEquals("Hello there.", lead.text());
        assertNull(lead.anchor());
        assertNull(lead.linkAnchor());
        assertEquals(Section.AnchorSource.FALLBACK, lead.anchorSource());
    }

    @Test
    void aLeadWithNothingToSayIsLeftOut() {
        assertEquals(List.of("First"), Cut.headings(Cut.markdown("<!-- x -->\n\n## First\n\nText.\n")));
        assertEquals(1, Cut.markdown("").sections().size());
    }

    @Test
    void aHeadingWithoutTextIsStillASection() {
        SectionedPost post = Cut.markdown("## Empty\n\n## Next\n\nText.\n");
        assertEquals("", Cut.section(post, "Empty").text());
        assertEquals("empty", Cut.section(post, "Empty").anchor());
    }

    @Test
    void commentsAndWhatStandsInThemAreNothing() {
        SectionedPost post = Cut.markdown("""
                ## Real

                Before <!-- hidden --> after.

                <!--
                ## Commented

                ghost

                -->

                <script>var ghost = 1;</script>
                <style>.ghost {}</style>

                <div>
                <!--

                ghost

                ## Ghost

                -->
                </div>

                ## Real 2
                """);
        assertEquals(List.of("Real", "Real 2"), Cut.headings(post));
        assertEquals("Before after.", Cut.section(post, "Real").text());
    }

    @Test
    void headingsInCodeAreCode() {
        SectionedPost post = Cut.markdown("""
                ## Real

                ```sh
                ## not a heading
                ```

                {% highlight ruby %}
                # not a heading either
                {% endhighlight %}

                Run `HeaderIdGenerator` now.
                """);
        Section real = Cut.section(post, "Real");
        assertEquals(List.of("Real"), Cut.headings(post));
        assertEquals("Run HeaderIdGenerator now.", real.text());
        assertEquals("## not a heading\n# not a heading either\nHeaderIdGenerator", real.code());
    }

    @Test
    void aTableOfContentsIsNavigationButItsLinksAreKept() {
        SectionedPost post = Cut.markdown("""
                ## Table of Contents

                - [Intro](#intro)
                - [Monday](#monday)
                    - [Lunch](#lunch)
                1. [Tuesday](#tuesday)

                ## Intro

                - [a](#monday) tells something
                - [b](https://example.org)
                """);
        Section contents = Cut.section(post, "Table of Contents");
        assertEquals("", contents.text());
        assertEquals(
                List.of("#intro", "#monday", "#lunch", "#tuesday"),
                contents.links().stream().map(Link::target).toList());
        assertEquals("a tells something\nb", Cut.section(post, "Intro").text());
    }

    @Test
    void backToTopLinesAreNavigation() {
        SectionedPost post = Cut.markdown("""
                ## A

                Text.

                üîù <sub>[**back to top**](#table-of-contents)</sub>

                <p align="right"><a href="#top">⬆ Nach oben</a></p>

                [返回顶部](#)
                """);
        assertEquals("Text.", Cut.section(post, "A").text());
    }

    @Test
    void figuresBelongToTheirSection() {
        SectionedPost post = Cut.markdown("""
                ## The Field Museum

                ![](images/field-museum-patagotitan-maroyum.jpg)
                ![A big one](IMG_1234-1024x768.png "Its title")
                ![dot](data:image/png;base64,iVBORw0KGgo=)

                <figure><img src="/a/lions-of-tsavo.webp" alt="Lions"><figcaption>Two lions</figcaption></figure>
                """);
        Section museum = Cut.section(post, "The Field Museum");
        assertEquals("", museum.text());
        assertEquals(
                "field museum patagotitan maroyum\nA big one\nIts title\ndot\nLions\nlions of tsavo\nTwo lions",
                museum.figures());
    }

    @Test
    void linkTextsCountAndAddressesDoNot() {
        SectionedPost post = Cut.markdown("""
                ## A

                See [the *docs*](https://example.org/x_y "t"), <https://auto.example>, [r][1].

                [1]: /ref
                """);
        Section section = Cut.section(post, "A");
        assertEquals("See the docs, , r.", section.text());
        assertEquals(
                List.of(
                        new Link("https://example.org/x_y", 3),
                        new Link("https://auto.example", 3),
                        new Link("/ref", 3)),
                section.links());
    }

    @Test
    void templatesDirectivesAndTagsAreNotText() {
        SectionedPost post = Cut.markdown("sphinx", """
                ## A

                {% include figure.html src="x.png" %} One {{ page.title }} two {{< ref "x" >}}three.

                ```{note} Mind this
                :class: tip
                The gap.
                ```

                :::{warning}
                Hot.
                :::

                :::tip[Mind [the](x) step]
                Low.
                :::

                See {ref}`the label <target>` and {doc}`intro`.

                (my-target)=
                {: .lead #x}

                | a | b |
                |---|---|
                | c | d |

                Text[^1].

                [^1]: The footnote.
                """);
        assertEquals("""
                One two three.
                Mind this
                The gap.
                Hot.
                Mind the step Low.
                See the label and intro.
                a  b
                c  d
                Text.
                The footnote.""", Cut.section(post, "A").text());
    }

    @Test
    void footnotesStandWhereTheGeneratorPutsThem() {
        String text = "## A\n\nText[^1].\n\n[^1]: The note.\n\n## B\n";
        assertEquals(
                "Text.\nThe note.", Cut.section(Cut.markdown("hugo", text), "A").text());
        Section footnotes = Cut.section(Cut.markdown("astro", text), "Footnotes");
        assertEquals("The note.", footnotes.text());
        assertEquals("footnote-label", footnotes.anchor());
    }

    @Test
    void mdxIsReadWithoutItsProgram() {
        Body body = new Body.Mdx("""
                import Tabs from '@theme/Tabs';
                export const x = {
                  a: 1,
                };

                ## Heading

                {/* a comment

                ## Hidden
                */}

                <Tabs defaultValue={{a: 1}}
                  more="x">
                <TabItem value="one">

                Inside *the* tab {props.name}.

                </TabItem>
                </Tabs>
                """, 1);
        SectionedPost post = Cut.split(new Generator("github-slugger"), Cut.post("a.mdx", null, body));
        assertEquals(List.of("Heading"), Cut.headings(post));
        assertEquals("Inside the tab .", Cut.section(post, "Heading").text());
    }

    @Test
    void headingPathLeavesOutThePostsTitle() {
        SectionedPost post = Cut.markdown("# My Post\n\n## A\n\n#### B\n\n### C\n\n# Other\n\n## D\n");
        assertEquals("My Post", post.title());
        assertEquals(List.of(), Cut.section(post, "My Post").headingPath());
        assertEquals(List.of("A", "B"), Cut.section(post, "B").headingPath());
        assertEquals(List.of("A", "C"), Cut.section(post, "C").headingPath());
        assertEquals(List.of("Other", "D"), Cut.section(post, "D").headingPath());
    }

    @Test
    void aLevelOneHeadingThatIsNotTheTitleIsInThePath() {
        Body body = new Body.Markdown("# Part One\n\n## A\n", 1);
        SectionedPost post = Cut.split(new Generator("github-slugger"), Cut.post("a.md", "Title", body));
        assertEquals(List.of("Part One", "A"), Cut.section(post, "A").headingPath());
    }

    @Test
    void titleFallsBackToTheWordsOfTheFileName() {
        assertEquals("a post", Cut.markdown("## A\n").title());
    }

    @Test
    void aSectionWithoutGoodAnchorLinksToTheNearestEarlierOne() {
        SectionedPost post = Cut.markdown("## 🎉\n\n## A\n\n<h2 id=\"a\">B</h2>\n\n## C\n");
        assertNull(Cut.section(post, "🎉").linkAnchor());
        Section taken = Cut.section(post, "B");
        assertNull(taken.anchor());
        assertEquals("a", taken.elementId());
        assertEquals("a", taken.linkAnchor());
        assertEquals(Section.AnchorSource.FALLBACK, taken.anchorSource());
        assertEquals("c", Cut.section(post, "C").linkAnchor());
    }

    @Test
    void mangledTextIsRepairedButAnchorsFollowTheFile() {
        Body body = new Body.Markdown("## A\n\nfine\n\n## What didn‚Äôt\n\nIt‚Äôs\n", 10);
        SectionedPost post = Cut.split(new Generator("sphinx"), Cut.post("a.md", "Title", body));
        Section section = Cut.section(post, "What didn’t");
        assertEquals("what-didnaot", section.anchor());
        assertEquals("It’s", section.text());
    }

    @Test
    void linesAreThoseOfTheFile() {
        Body body = new Body.Markdown("Lead\n\nTitle\n=====\n\n## B\n", 5);
        SectionedPost post = Cut.split(new Generator("github-slugger"), Cut.post("a.md", null, body));
        assertEquals(
                List.of(5, 7, 10), post.sections().stream().map(Section::line).toList());
    }

    @Test
    void htmlPostsKeepTheirOwnIds() {
        Body body = new Body.Html("""
                <html><body><nav>Menu</nav><main><p>Lead</p>
                <section id="one"><h2>One</h2><p>Text</p></section>
                <h2 id="two">Two</h2><h3><a name="three"></a>Three</h3><h3>Four</h3></main></body></html>""", 1);
        SectionedPost post = Cut.split(new Generator("sphinx"), Cut.post("a.html", "T", body));
        assertEquals("Lead", post.sections().getFirst().text());
        assertEquals("one", Cut.section(post, "One").anchor());
        assertEquals("two", Cut.section(post, "Two").anchor());
        assertEquals("three", Cut.section(post, "Three").anchor());
        assertEquals("three", Cut.section(post, "Four").linkAnchor());
        assertEquals(Section.AnchorSource.VERIFIED, Cut.section(post, "One").anchorSource());
        assertFalse(post.sections().stream().anyMatch(section -> section.text().contains("Menu")));
    }
}
