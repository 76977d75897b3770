package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import dev.anchorage.post.Generator;
import dev.anchorage.search.Completions.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionsTest {
    private TestBlog blog;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        blog = new TestBlog(folder).builtBy(new Generator("hugo"));
        blog.write(
                "one.md",
                post("The Field Museum", "2024-01-01", "Café Malmö", "Chicago, Illinois", "Slack water at noon"));
        blog.write(
                "two.md",
                post("Fields of Barley", "2025-01-01", "café malmö", "Chicago, Illinois", "Slack water at dusk"));
        blog.write("three.md", post("Tides", "2023-01-01", "Museums", "Oslo", "More slack water", "Slack Water Again"));
        blog.write("four.md", post("東京の博物館", "2022-01-01", "日本", "Tokyo", "Fieldwork", "京都のミュージアム"));
        blog.write(
                "hidden.md",
                post("Field of Secrets", "2024-01-01", "secrets", "Atlantis", "Secret slack water")
                        .replace("title:", "draft: true\ntitle:"));
    }

    private static String post(String title, String date, String tag, String place, String... headings) {
        StringBuilder text = new StringBuilder("---\ntitle: \"" + title + "\"\ndate: " + date + "\ntags: [\"" + tag
                + "\"]\nlocations: [\"" + place + "\"]\n---\n\nText.\n");
        for (String heading : headings) {
            text.append("\n## ").append(heading).append("\n\nText.\n");
        }
        return text.toString();
    }

    private Completions completions(String typed) throws IOException {
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            return searcher.completions(typed).orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fie       | Fields of Barley; The Field Museum; Fieldwork   | a title that begins so, one that has it, a heading
            mus       | Museums; The Field Museum                       | a tag before a title
            field m   | The Field Museum                                | several words, from within
            FIÉLD     | Fields of Barley; The Field Museum; Fieldwork   | whatever its case and accents
            field ` ` | The Field Museum                                | a space ends the word
            cafe      | Café Malmö                                      | one spelling of a tag
            illin     | Chicago, Illinois                               | a place
            slack     | slack water; Slack water at dusk; Slack water at noon; Slack Water Again; More slack water | frequent words
            博物       | 東京の博物館                                       | scripts without spaces
            の博       | 東京の博物館                                       | also from a syllable on
            ミュージ    | 京都のミュージアム                                  | and within a foreign word
            atlant    |                                                 | nothing hidden
            secret    |                                                 | nothing hidden
            useum     | The Field Museum; Museums                       | without the first letter
            seum      |                                                 | not from the middle of a word
            barl fi   | Fields of Barley                                | in another order
            feilds ba | Fields of Barley                                | in another spelling
            tex       | text                                            | a word of the text
            tides     | Tides                                           | what was typed
            more slack water | More slack water                         | what was typed
            field tex |                                                 | no words that needn't stand together
            """)
    void whatIsTypedLeadsToWhatAuthorsWrote(String typed, String expected, String why) throws IOException {
        List<String> queries =
                completions(typed == null ? "" : typed.replace("` `", " ")).queries();
        assertEquals(expected == null ? "" : expected, String.join("; ", queries), why);
    }

    @Test
    void completionsLeadToTheNewestPostThatHasThem() throws IOException {
        blog.write("five.md", post("Tides Again", "2025-06-01", "tides", "Oslo", "Fieldwork"));
        List<String> titles =
                completions("fieldw").posts().stream().map(Target::title).toList();
        assertEquals(List.of("Tides Again"), titles);
    }

    @Test
    void ofPostsOfOneDayTheyLeadToTheSameHoweverTheIndexCameToBe() throws IOException {
        for (String name : List.of("later", "earlier", "middle")) {
            blog.write(name + ".md", post("Ebb " + name, "2025-06-01", "ebb", "Oslo", "Springs and neaps"));
            blog.update();
        }
        assertEquals(
                List.of("Ebb earlier"),
                completions("springs").posts().stream().map(Target::title).toList());
    }

    @Test
    void aNewStateAnswersWithItsOwnPhrasesOnly() throws IOException {
        blog.update();
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            assertEquals(List.of("Museums", "The Field Museum"), queries(searcher, "mus"));
            blog.delete("one.md").write("six.md", post("Musk Oxen", "2025-01-01", "oxen", "Dovre", "Winter"));
            blog.update();
            searcher.refresh();
            assertEquals(List.of("Musk Oxen", "Museums"), queries(searcher, "mus"));
            assertEquals(List.of(), queries(searcher, "field mus"));
        }
    }

    private static List<String> queries(SectionSearcher searcher, String typed) throws IOException {
        return searcher.completions(typed).orElseThrow().queries();
    }

    /// Issue 5: what has the word further on was always behind what begins with it.
    @Test
    void aTitleThatHasTheWordFurtherOnComesBeforeHeadingsThatBeginWithIt() throws IOException {
        String title = "The long and winding road to the quarry and back, with slate";
        blog.write("blue.md", post("Blue slate", "2024-03-01", "stone", "Oslo", "Slate in walls", "Slate on roofs"));
        blog.write("long.md", post(title, "2024-03-01", "stone", "Oslo"));
        assertEquals(
                List.of("Blue slate", "Slate in walls", "Slate on roofs", title),
                completions("slate").queries());
    }

    /// Issue 5.
    @Test
    void whatIsTypedAndWhatHasItsAccentsComesFirst() throws IOException {
        for (int i = 1; i < 10; i++) {
            blog.write("tern" + i + ".md", post("Terns 1.8" + i, "2025-01-0" + i, "Uhr", "Oslo"));
        }
        blog.write("tern.md", post("Terns 1.8", "2015-01-01", "Über", "Oslo"));
        assertEquals("Terns 1.8", completions("Terns 1.8").queries().getFirst());
        assertEquals("Terns 1.8", completions("terns  1.8").queries().getFirst());
        blog.write("reach.md", post("The Tern’s Reach 2018", "2025-03-01", "Uhr", "Oslo"));
        blog.write("reach2.md", post("The Tern’s Reach", "2015-03-01", "Uhr", "Oslo"));
        assertEquals(
                "The Tern’s Reach", completions("the tern’s reach").queries().getFirst());
        assertEquals(
                "The Tern’s Reach", completions("the tern's reach").queries().getFirst());
        assertEquals(List.of("Über", "Uhr"), completions("Ü").queries());
        assertEquals(List.of("Uhr", "Über"), completions("U").queries());
    }

    /// Issue 5.
    @Test
    void wordsThatAreAPhraseByThemselvesAreNotProposedAgain() throws IOException {
        blog.write("slack.md", post("Slack Water", "2024-03-01", "stone", "Oslo"));
        assertEquals(
                List.of("Slack Water"),
                completions("slack").queries().stream()
                        .filter(query -> query.equalsIgnoreCase("slack water"))
                        .toList());
    }
}
