package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What readers write means what they think it means, in small archives of several languages.
@TestInstance(Lifecycle.PER_CLASS)
final class ReadingQueriesTest {
    private @Nullable SectionSearcher opened;

    @BeforeAll
    void indexABlog(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        blog.write("museum.md", """
                ---
                title: Museum days
                language: en
                location: Oban
                ---
                # Museum days

                Two halls of whales and a bench.

                ## Empty heading here

                ## The Field Museum

                A lobster lives under the stairs of std::panic.

                ## Fields

                Barley in a field.
                """);
        blog.write("boston.md", """
                ---
                title: Boston
                language: en
                ---
                # Boston

                Lobster again, and corn with it.

                ## Asynchronous rowing

                Rowing is slow.
                """);
        blog.write("ecole.md", """
                ---
                title: Rentrée
                language: fr
                ---
                # Rentrée

                L'école n'était qu'une maison, et l’eau entrait. Un œuf, œ, un cœur.
                """);
        blog.write("krieg.md", """
                ---
                title: Was war
                language: de
                tags: [Fotografie]
                ---
                # Was war

                Das war der Grund, und so war es gut.

                ## Ein Leuchtturm

                Also war da ein Leuchtturm.
                """);
        blog.write("museum/war.md", """
                ---
                title: Gulls
                language: en
                tags: [folklore, food, go]
                ---
                # Gulls

                A war among gulls, and no story.

                ## Told

                A story of gulls.
                """);
        blog.write(
                "golang.md",
                "---\ntitle: Terns\nlanguage: en\ntags: [golang]\ndate: 2020-05-01\n---\n# Terns\n\nGulls?\n");
        blog.write(
                "haru.md",
                "---\ntitle: 東京の春\nlanguage: ja\n---\n# 東京の春\n\n川に桜が咲いた。ハーバー Café と港 Café、Café 東京駅 Bar もある。\n");
        blog.update();
        opened = new SectionSearcher(blog.index());
    }

    @AfterAll
    void close() throws IOException {
        Objects.requireNonNull(opened).close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            zzzz*                     | 0/0  | -          |
            lobster zzzz*             | 0/0  | SOME_WORDS | /boston.html#boston /museum.html#the-field-museum
            as*ync                    | 0/0  | -          |
            whal*                     | 1/1  | -          | /museum.html#museum-days
            -lobster                  | 7/11 | -          | /golang.html#terns /boston.html#asynchronous-rowing /ecole.html#rentree /haru.html#id1 /krieg.html#was-war /krieg.html#ein-leuchtturm /museum.html#museum-days /museum.html#empty-heading-here /museum.html#fields /museum/war.html#gulls /museum/war.html#told
            corn OR whales            | 2/2  | -          | /boston.html#boston /museum.html#museum-days
            "field museum" OR whales  | 1/2  | -          | /museum.html#museum-days /museum.html#the-field-museum
            Oban                      | 1/4  | -          | /museum.html#museum-days /museum.html#empty-heading-here /museum.html#the-field-museum
            muse                      | 0/0  | SPELLING   | /museum.html#museum-days /museum.html#the-field-museum /museum.html#empty-heading-here
            --panic::zzqq             | 0/0  | SOME_WORDS | /museum.html#the-field-museum
            春                         | 1/1  | -          | /haru.html#id1
            桜                         | 1/1  | -          | /haru.html#id1
            "ハーバー Café"             | 1/1  | -          | /haru.html#id1
            "港 Café"                  | 1/1  | -          | /haru.html#id1
            "Café 東京駅 Bar"           | 1/1  | -          | /haru.html#id1
            "Café 東京 Bar"             | 0/0  | SOME_WORDS | /haru.html#id1
            lóbstr corn               | 0/0  | SPELLING   | /boston.html#boston /museum.html#the-field-museum
            "京"                       | 1/1  | -          | /haru.html#id1
            "école"                   | 1/1  | -          | /ecole.html#rentree
            l’école                   | 1/1  | -          | /ecole.html#rentree
            eau                       | 1/1  | -          | /ecole.html#rentree
            coeur                     | 1/1  | -          | /ecole.html#rentree
            cœurs                     | 1/1  | -          | /ecole.html#rentree
            war story                 | 1/1  | -          | /museum/war.html#gulls /museum/war.html#told /krieg.html#was-war
            war leuchtturm            | 1/1  | -          | /krieg.html#ein-leuchtturm
            war                       | 2/3  | -          | /krieg.html#was-war /krieg.html#ein-leuchtturm /museum/war.html#gulls
            war und                   | 1/2  | -          | /krieg.html#was-war /museum/war.html#gulls /museum.html#the-field-museum
            und leuchtturm            | 1/1  | -          | /krieg.html#ein-leuchtturm
            the                       | 7/13 | -          | /museum.html#the-field-museum /golang.html#terns /boston.html#boston /boston.html#asynchronous-rowing /ecole.html#rentree /haru.html#id1 /krieg.html#was-war /krieg.html#ein-leuchtturm /museum/war.html#gulls /museum/war.html#told
            the corn                  | 1/1  | -          | /boston.html#boston
            title:bostn               | 0/0  | SPELLING   | /boston.html#boston /boston.html#asynchronous-rowing
            heading:asynchronus slow  | 0/0  | SPELLING   | /boston.html#asynchronous-rowing
            "feild museum"            | 0/0  | SPELLING   | /museum.html#the-field-museum
            -title:bostn lobster      | 2/2  | -          | /boston.html#boston /museum.html#the-field-museum
            lobster corn OR stairs    | 2/2  | -          | /boston.html#boston /museum.html#the-field-museum
            corn OR stairs lobster    | 2/2  | -          | /boston.html#boston /museum.html#the-field-museum
            --barl*                   | 1/1  | -          | /museum.html#fields
            year:abc                  | 0/0  | -          |
            """)
    void finds(String query, String total, String relaxed, @Nullable String urls) throws Exception {
        SearchResponse answer = search(query, false);
        assertEquals(urls == null ? "" : urls, urls(answer));
        assertEquals(total, answer.total().posts() + "/" + answer.total().sections());
        assertEquals(relaxed, answer.relaxed() == null ? "-" : answer.relaxed().name());
    }

    /// `|` ends each state of the box.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
            "fi|"fie|"field m|"field museum|"field museum" → /museum.html#the-field-museum
            boston title:|title:bos|title:bosto|title:boston              → /boston.html#boston
            heading:asy|heading:asynch                      → /boston.html#asynchronous-rowing
            oeu|oe|oeuf|l'oe|x-oe     → /ecole.html#rentree
            éco|eco|l'é|l'éco|l’école                       → /ecole.html#rentree
            東|東京|東京の                                   → /haru.html#id1
            gulls tag:|gulls tag:f|gulls tag:fo|gulls tag:foo|gulls tag:food|gulls tag:"fo → /museum/war.html#gulls
            gulls tag:g|gulls tag:go|gulls -tag:gol → /museum/war.html#gulls
            --b|--ba|--barl           → /museum.html#fields
            terns year:|terns year:2|terns year:202|terns before:2|terns before:202|terns before:2020-|terns before:2020-1|terns after:20 → /golang.html#terns
            """)
    void givesAHitAtEveryKey(String states, String url) throws Exception {
        for (String state : states.split("\\|", -1)) {
            List<String> urls = List.of(urls(search(state, true)).split(" ", -1));
            assertEquals(true, urls.contains(url), state + ": " + urls);
        }
    }

    @Test
    void aBegunTagStandsForAllThatBeginSoUntilItIsOne() throws Exception {
        assertEquals(
                "/museum/war.html#gulls /museum/war.html#told /golang.html#terns", urls(search("gulls tag:g", true)));
        assertEquals("/museum/war.html#gulls /museum/war.html#told", urls(search("gulls tag:go", true)));
        assertEquals("", urls(search("gulls tag:g", false)));
        assertEquals("", urls(search("gulls tag:g ", true)));
    }

    @Test
    void wordsOfPhrasesAndPartsAreOfferedInAnotherSpelling() throws Exception {
        assertEquals("title:boston", search("title:bostn", false).didYouMean());
        assertEquals(
                "\"field museum\" -krieg",
                search("\"feild museum\" -krieg", false).didYouMean());
        assertEquals(null, search("lobster -title:bostn", false).didYouMean());
        assertEquals("title:boston", search("title:bostn", true).didYouMean());
        assertEquals(null, search("title:bosto", true).didYouMean());
    }

    @Test
    void whatFindsNothingWasNotRelaxedAndMeansNothingElse() throws Exception {
        for (SearchResponse answer : List.of(search("title:ki", true), search("lobstr tag:nosuch", false))) {
            assertEquals(List.of(), answer.posts());
            assertEquals(null, answer.relaxed());
            assertEquals(null, answer.didYouMean());
        }
    }

    @Test
    void everyHitHasASection() throws Exception {
        for (PostHit post : search("-lobster -rowing", false).posts()) {
            assertEquals(false, post.sections().isEmpty(), post.url());
        }
    }

    private SearchResponse search(String query, boolean isTyping) throws Exception {
        return Objects.requireNonNull(opened)
                .search(SearchRequest.parse(
                        Map.of("q", List.of(query), "typing", List.of(Boolean.toString(isTyping)))));
    }

    private static String urls(SearchResponse answer) {
        List<String> urls = new ArrayList<>();
        for (PostHit post : answer.posts()) {
            for (SectionHit section : post.sections()) {
                urls.add(section.url());
            }
        }
        return String.join(" ", urls);
    }
}
