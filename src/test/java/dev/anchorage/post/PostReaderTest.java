package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostReaderTest {
    private static final Generator NONE = new Generator("none");

    @Test
    void aCommaSeparatedStringIsAListInAblog() {
        Post post = Reading.post("""
                ---
                blogpost: true
                date: 15 Mar, 2024
                author: Ann Lee, Bo
                location: Chicago Illinois
                category: Conferences, Travel
                tags: python, django,  web
                language: English
                ---
                Text
                """);
        assertEquals(List.of("Ann Lee", "Bo"), post.authors());
        assertEquals(List.of("Chicago Illinois"), post.locations());
        assertEquals(List.of("Conferences", "Travel"), post.categories());
        assertEquals(List.of("python", "django", "web"), post.tags());
        assertEquals("en", post.language());
        assertEquals(LocalDate.of(2024, 3, 15), post.date());
    }

    /// Without the option a comma is what it is to the generator; with it, it leads to what a place lies in.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sphinx  | location: Chicago, Illinois, USA              | Chicago;Illinois;USA     | Chicago, Illinois, USA
            sphinx  | location: "Chicago, Illinois, USA"            | Chicago;Illinois;USA     | Chicago, Illinois, USA
            sphinx  | location: Chicago, USA; Oslo, Norway          | Chicago;USA; Oslo;Norway | Chicago, USA;Oslo, Norway
            sphinx  | location: ["Chicago, USA", "Oslo, Norway"]    | Chicago, USA;Oslo, Norway | Chicago, USA;Oslo, Norway
            sphinx  | places: Oslo, Norway                          | Oslo;Norway              | Oslo, Norway
            hugo    | location: Chicago, Illinois, USA              | Chicago, Illinois, USA   | Chicago, Illinois, USA
            hugo    | locations: ["Chicago, USA", "Oslo, Norway"]   | Chicago, USA;Oslo, Norway | Chicago, USA;Oslo, Norway
            pelican | location: Oslo, Norway                        | Oslo, Norway             | Oslo, Norway
            """)
    void aCommaWithinAPlaceSeparatesNoPlacesWhenTheyLieInOneAnother(
            String generator, String line, String alone, String within) {
        PostOptions options = PostOptions.of(new Generator(generator));
        String text = "---\ntitle: T\n" + line + "\n---\n";
        Post usual = Reading.post("a.md", text, options);
        assertEquals(alone, String.join(";", usual.locations()));
        Post nested = Reading.post("a.md", text, options.withLocationHierarchy(true));
        assertEquals(within, String.join(";", nested.locations()));
    }

    @Test
    void placesInTomlAreAListAndCommasInThemAreTheirOwn() {
        String text = "+++\nlocations = [\"Chicago, USA\", \"Oslo, Norway\"]\ntags = [\"a, b\"]\n+++\n";
        Post post =
                Reading.post("a.md", text, PostOptions.of(new Generator("hugo")).withLocationHierarchy(true));
        assertEquals(List.of("Chicago, USA", "Oslo, Norway"), post.locations());
        assertEquals(List.of("a, b"), post.tags());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jekyll     | tags: a b             | a;b
            jekyll     | tag: a b              | a b
            jekyll     | tags: [a b, c]        | a b;c
            hugo       | tags: a b             | a b
            hexo       | tags: 'a, b'          | a, b
            eleventy   | tags: cat and dog     | cat and dog
            sphinx     | tags: a, b            | a;b
            pelican    | tags: a, b            | a;b
            pelican    | tags: a, b; c         | a, b;c
            docusaurus | tags: [a, {label: B, permalink: /b}] | a;B
            zola       | taxonomies: {tags: [a, b]} | a;b
            hugo       | params: {tags: [a, b]}     | a;b
            hugo       | tags: [2024, 1.10, true, null, ' a  b ', a b] | 2024;1.10;true;a b
            none       | tags: 7               | 7
            none       | TAGS: [a, a]          | a
            hexo       | tags: [[a, b], [c]]   | a;b;c
            """)
    void tagsAreSplitAsTheDialectSays(String generator, String line, String tags) {
        Post post = Reading.post("a.md", "---\n" + line + "\n---\n", new Generator(generator));
        assertEquals(tags, String.join(";", post.tags()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authors: [Ann, Bo]",
                "author:\n  - name: Ann\n    url: /a\n  - name: Bo",
                "authors:\n- Ann\n- name: Bo\n  title: Editor",
                "taxonomies: {authors: [Ann, Bo]}"
            })
    void authorsComeInManyShapes(String lines) {
        assertEquals(
                List.of("Ann", "Bo"), Reading.post("---\n" + lines + "\n---\n").authors());
    }

    @Test
    void anAuthorsLinkIsNotPartOfTheName() {
        assertEquals(
                List.of("Ann (@ann), editor"),
                Reading.post("---\nauthor: 'Ann ([@ann](https://example.org/ann)), editor'\n---\n")
                        .authors());
    }

    @Test
    void ablogsDirectiveCountsLikeFrontMatter() {
        String text = "# Title\n\n```{post} Mar 3, 2024\n:tags: a, b\n:location: World\n```\n\nText\n";
        Post post = Reading.post("a.md", text, new Generator("sphinx"));
        assertEquals(LocalDate.of(2024, 3, 3), post.date());
        assertEquals(List.of("a", "b"), post.tags());
        assertEquals(List.of("World"), post.locations());
        Post wrong = Reading.post("a.md", text.replace("Mar 3", "Mar 33"), new Generator("sphinx"));
        assertEquals(3, wrong.problems().getFirst().line());
    }

    @Test
    void pelicanMetadataIsRead() {
        Post post = Reading.post(
                "2024-07-03-this.md",
                "Title: This Week\nDate: 2010-12-03 10:20\nModified: 2010-12-05\nCategory: Weekly\nTags: rust, weekly\n"
                        + "Authors: Ann, Bo\nSummary: Short\n\nBody",
                NONE);
        assertEquals("This Week", post.title());
        assertEquals(LocalDate.of(2010, 12, 3), post.date());
        assertEquals(LocalDate.of(2010, 12, 5), post.updated());
        assertEquals(List.of("rust", "weekly"), post.tags());
        assertEquals(List.of("Ann", "Bo"), post.authors());
        assertEquals("Short", post.summary());
        assertEquals(8, post.body().firstLine());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2016-05-02-name.md             | 2016-05-02
            _posts/2016-5-2-name.md        | 2016-05-02
            2019/09/18/foo.md              | 2019-09-18
            2019/09/18-foo.md              | 2019-09-18
            blog/2016-05-02-name/index.md  | 2016-05-02
            20160502-name.md               | 2016-05-02
            2016-05-02.md                  | 2016-05-02
            blog/2016/name.md              |
            2016-13-45-name.md             |
            v1.20.3/2-3.md                 |
            """)
    void withoutADateThePathTellsIt(String path, LocalDate date) {
        assertEquals(date, Reading.post(path, "# Text", NONE).date());
    }

    @Test
    void theAddressThatAnAuthorChoseTellsTheDate() {
        Post post = Reading.post("a.md", "+++\npath = \"2024/02/19/a\"\n+++\n", new Generator("zola"));
        assertEquals(LocalDate.of(2024, 2, 19), post.date());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.md                  | lang: de        | de
            a.md                  | locale: pt_BR   | pt-BR
            a.md                  | language: Deutsch | de
            post.de.md            | x: y            | de
            index.zh-cn.md        | x: y            | zh-CN
            de/post.md            | x: y            | de
            content/zh-cn/a.md    | x: y            | zh-CN
            src/content/docs/de/a.md | x: y         | de
            blog/fr/a.md          | x: y            | fr
            a/b/c/fr/a.md         | x: y            |
            go/a.md               | x: y            |
            v1.2.md               | x: y            |
            node.js.md            | x: y            |
            a.md                  | x: y            |
            """)
    void theLanguageIsToldByFrontMatterOrPath(String path, String line, String language) {
        assertEquals(
                language, Reading.post(path, "---\n" + line + "\n---\n", NONE).language());
    }

    @Test
    void keysCanBeNamedForAField() {
        var options = PostOptions.of(NONE).withFields(Map.of("location", List.of("venue"), "tags", List.of("topics")));
        Post post = Reading.post("a.md", "---\nvenue: Oslo\ntopics: [a]\ntags: [b]\n---\n", options);
        assertEquals(List.of("Oslo"), post.locations());
        assertEquals(List.of("a"), post.tags());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date: March 1st     | 3 | front matter "date" is not a date: "March 1st" (expected 2024-03-01)
            date: 2020-13-45    | 3 | front matter "date" is not a date: "2020-13-45" (expected 2024-03-01)
            date: 2020-01-02 10:00 +25:00 | 3 | front matter "date" has an unknown time zone: "2020-01-02 10:00 +25:00" (expected +02:00)
            title: [a, b]       | 3 | front matter "title" is a list (expected one text); it is left out
            language: Klingonese | 3 | front matter names no known language: "Klingonese" (expected en)
            tags: {a: {b: c}}   | 3 | front matter "tags" is a map without a name (expected texts); it is left out
            """)
    void whatIsWrongIsNamedWithItsLine(String line, int number, String message) {
        Post post = Reading.post("---\nx: y\n" + line + "\n---\n");
        assertEquals(1, post.problems().size(), post.problems().toString());
        assertEquals(
                "a.md:" + number + ": " + message, post.problems().getFirst().toString());
    }

    @Test
    void anImpossibleDateIsNoDateAndThePathsCounts() {
        assertNull(Reading.post("---\ndate: 2020-13-45\n---\n").date());
        Post post = Reading.post("2021-01-02-a.md", "---\ndate: 2020-13-45\n---\n", NONE);
        assertEquals(LocalDate.of(2021, 1, 2), post.date());
    }

    @Test
    void twentyThousandTagsAreCutAndNamed() {
        Post post = Reading.post("---\ntitle: Many\ntags: [" + "t,".repeat(2) + manyTags(9000) + "]\n---\n");
        assertEquals(1000, post.tags().size());
        Post huge = Reading.post("---\ntitle: Many\ntags:\n"
                + manyTags(20_000).replaceAll("(?<=^|,)t", "\n- t").replace(",", "") + "\n---\n");
        assertEquals("Many", huge.title());
        assertEquals(2, huge.problems().size(), huge.problems().toString());
    }

    private static String manyTags(int count) {
        var tags = new StringBuilder();
        for (int i = 0; i < count; i++) {
            tags.append('t').append(i).append(',');
        }
        return tags.toString();
    }

    @Test
    void mangledTitlesAreRepairedAndTheLineNamed() {
        Post post = Reading.post("---\ntitle: What didn‚Äôt work\n---\nIt‚Äôs text.\n");
        assertEquals("What didn’t work", post.title());
        assertEquals("It‚Äôs text.\n", post.body().text());
        assertEquals(
                "a.md:2: the text was once read in a wrong encoding, \"didn‚Äôt\" for \"didn’t\", and is repaired for search"
                        + " (and 1 more lines)",
                post.problems().getFirst().toString());
    }

    @Test
    void theEndingTellsTheKindOfBody() {
        assertInstanceOf(Body.Mdx.class, Reading.post("a.MDX", "x", NONE).body());
        assertInstanceOf(Body.Html.class, Reading.post("a.html", "x", NONE).body());
        assertInstanceOf(
                Body.Markdown.class, Reading.post("a.markdown", "x", NONE).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkDecides(String charset) {
        byte[] bytes = "\uFEFF---\r\ntitle: Größe 日本\r---\r\nText\u2028here".getBytes(Charset.forName(charset));
        Post post = Reading.post("a.md", bytes, PostOptions.of(NONE));
        assertEquals("Größe 日本", post.title());
        assertEquals("Text\u2028here", post.body().text());
        assertEquals(4, post.body().firstLine());
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, a.md:2: 3 bytes are no UTF-8 and taken for windows-1252: save the file as UTF-8",
        "UTF-8,"
    })
    void bytesThatAreNoUtf8AreTakenForWindows1252(String charset, String problem) {
        byte[] bytes = "---\ntitle: Größe\n---\nfür “alle"
                .replace("“", charset.equals("UTF-8") ? "“" : "")
                .getBytes(Charset.forName(charset));
        Post post = Reading.post("a.md", bytes, PostOptions.of(NONE));
        assertEquals("Größe", post.title());
        assertEquals(
                problem,
                post.problems().isEmpty() ? null : post.problems().getFirst().toString());
    }

    @Test
    void aFileOfTwoEncodingsReadsWell() {
        byte[] utf8 = "# Größe\n".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "für alle\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = new byte[utf8.length + latin.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(latin, 0, both, utf8.length, latin.length);
        Post post = Reading.post("a.md", both, PostOptions.of(NONE));
        assertEquals("# Größe\nfür alle\n", post.body().text());
        assertEquals(2, post.problems().getFirst().line());
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        var reader = new PostReader(PostOptions.of(NONE));
        byte[] wide = "plain text without a mark".getBytes(StandardCharsets.UTF_16LE);
        PostFormatException e = assertThrows(PostFormatException.class, () -> reader.read("a.md", wide));
        assertTrue(
                e.problem().toString().startsWith("a.md: it is no text as it stands; it looks like UTF-16"),
                e.problem().toString());
        byte[] binary = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2, 3, 0};
        assertThrows(PostFormatException.class, () -> reader.read("a.md", binary));
        byte[] oneNul = ("x".repeat(200) + "\0").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                1, Reading.post("a.md", oneNul, PostOptions.of(NONE)).problems().size());
        PostFormatException large =
                assertThrows(PostFormatException.class, () -> reader.read("a.md", new byte[9_000_000]));
        assertEquals("a.md", large.problem().path());
    }
}
