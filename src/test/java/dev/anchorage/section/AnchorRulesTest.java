package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.post.Body;
import dev.anchorage.post.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A few cases of each generator that can be tried everywhere, without the tables of `../shared`. Lines of the Markdown
/// are separated by `↵` (which before `#` makes a blank line as well) or `↓`; `-` stands for no id, `''` for an empty
/// one.
class AnchorRulesTest {

    private static final Pattern COLUMNS = Pattern.compile(" *\\| *");

    private static final String CASES = """
            sphinx                             | ## What's new↵## What’s new↵## 21c Hotel↵## 2024↵## Straße             | what-s-new whats-new c-hotel id1 strasze
            sphinx                             | ## A↵## A↵## id1↵text[^1]↵↵[^1]: x↵## A                             | a id1 id2 id4
            sphinx                             | (b)=↵## A↵## B↵> ## C↵↵## C                                      | a id1 id2
            sphinx,myst=0.18                   | ## a <em>b</em> ![c](d.png)↵> ## Q                               | a-em-b-em-c q
            sphinx,smartquotes=true            | ## What's new                                                   | whats-new
            github-slugger                     | ## Foo↵## Foo↵## Foo 1↵## 🎉↵## A & B                              | foo foo-1 foo-1-1 '' a--b
            github-slugger                     | <h2>Raw</h2>↵↵<h2 id="x">Own</h2>↵↵## X                             | raw x x
            github                             | ## Foo↵## Foo 1↵## Foo                                          | foo foo-1 foo-1
            astro                              | ## a -- b↵## `a -- b`↵<h2>Raw</h2>                               | a--b a----b -
            astro,smartypants=false            | ## a -- b                                                       | a----b
            docusaurus                         | ## T {#id}↵## T {/* #mdx */}↵    ## deep↵## M:N threads           | id mdx deep m-threads
            docusaurus,format=md               | ## T {#both .cls}↵## a ![b](c.png)                               | both .cls a-b
            gatsby                             | ## a <br> b {#x}                                                | a-br-b-x
            gatsby,enableCustomId=true         | ## a {#x}                                                       | x
            gatsby,maintainCase=true           | ## Ab                                                           | Ab
            jekyll                             | ## a -- b↵## Foo↵## Foo 1↵## Foo↵## !!!↵## !!!                     | a--b foo foo-1 foo-1 - -1
            jekyll                             | ## A {#x}↵## B↵{: .c #y}↵## C {#z .c}                              | x y c-z-c
            jekyll                             | <div>↵↵## no↵↵</div>↵↵<div markdown="1">↵↵## yes↵↵</div>↵↵ ## no  | yes
            jekyll,auto_id_prefix=p-           | ## A                                                            | p-a
            jekyll,auto_ids=false              | ## A↵## B {#b}                                                  | - b
            jekyll,input=kramdown              | ## 1. Über_uns                                                  | beruns
            hugo                               | ## a [b](c.d) `e`↵## _x_↵## Foo {#bar}↵## Bar↵## !                 | a-bcd-e _x_ bar bar-1 heading
            hugo,autoHeadingIDType=blackfriday | ## A & B!                                                       | a-b
            hugo,autoHeadingIDType=github-ascii | ## Café Łódź                                                   | cafe-odz
            hugo,autoHeadingID=false           | ## A↵## B {#b}                                                  | - b
            python-markdown                    | #Foo↵↵#Foo#↵↵## Bar↵↵## B {#bar}↵↵## !                             | foo foo_1 bar_1 bar _1
            python-markdown,slugify=unicode    | ## Привет мир                                                   | привет-мир
            python-markdown,separator=_        | ## A - B                                                        | a_-_b
            mkdocs                             | ## A {#x}                                                       | a-x
            pelican                            | ## A↵↵## B {#b}                                                  | - b
            pelican,toc=true                   | ## A                                                            | a
            markdown-it-anchor                 | ## Hello, World!↵## A {#x}                                      | hello%2C-world! a-%7B%23x%7D
            markdown-it-anchor,attrs=true      | ## Foo { #bar }↵## Bar                                          | bar bar-1
            eleventy-id                        | ## A & Ü↵## A and Ue↵## 中文                                     | a-and-ue a-and-ue-2 ''
            vitepress                          | ## 21c :tada: What's↵## Café↵## A {#b}                          | _21c-what-s cafe b
            hexo                               | ## What's New↵## Foo↵## Foo↵## constructor                        | What’s-New Foo Foo-1 constructor-NaN
            hexo,modifyAnchors=1               | ## Foo Bar                                                      | foo-bar
            zola                               | ## Foo 🦀↵## Foo crab↵## 北京 {#b}↵## 北京                          | foo-crab foo-crab-1 b bei-jing
            zola,slugify.anchors=off           | ## Foo Bar                                                      | Foo Bar
            pandoc                             | ## 1. A.b -- c↵↵## 2024↵↵text↓## no                              | a.b-c section
            pandoc,format=gfm                  | ## A  B↵↵## A B                                                  | a-b a-b-1
            none                               | ## A↵↵<h2 id="x">B</h2>                                         | - x
            """;

    static Stream<Arguments> cases() {
        return CASES.lines().map(line -> Arguments.of((Object[]) COLUMNS.split(line)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void idsAreThoseOfTheGenerator(String generator, String markdown, String ids) {
        String text =
                markdown.replaceAll("↵(?=##? ?\\w)", "\n\n").replace('↵', '\n').replace('↓', '\n') + "\n";
        SectionedPost post = Cut.split(generator(generator), Cut.post("a.md", "T", body(text)));
        List<String> found = new ArrayList<>();
        for (Section section : post.sections()) {
            if (!section.isLead() && !section.heading().equals("Footnotes")) {
                String id = section.elementId();
                found.add(id == null ? "-" : id.isEmpty() ? "''" : id);
            }
        }
        assertEquals(ids, String.join(" ", found));
    }

    private static Body body(String text) {
        return new Body.Markdown(text, 1);
    }

    private static Generator generator(String words) {
        String name = words;
        Map<String, String> options = new TreeMap<>();
        int comma = words.indexOf(',');
        if (comma >= 0) {
            name = words.substring(0, comma);
            String option = words.substring(comma + 1);
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new Generator(name, options);
    }

    @Test
    void anUnknownGeneratorIsRefusedWithTheNamesThatExist() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> AnchorStyles.of(new Generator("hogo")));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("\"hogo\"") && message.contains("hugo"), message);
    }

    @Test
    void anOptionWithAnImpossibleValueIsRefused() {
        Generator hugo = new Generator("hugo", Map.of("autoHeadingIDType", "gitlab"));
        var refusal = assertThrows(IllegalArgumentException.class, () -> AnchorStyles.of(hugo));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("autoHeadingIDType") && message.contains("blackfriday"), message);
    }
}
