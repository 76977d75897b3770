package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Asks a blog about programming for names of things.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdentifiersTest {
    /// Lists of what is new are long.
    private static final String PADDING = "Boats lie at the pier, and gulls sit on the boats. ".repeat(5);

    private @org.jspecify.annotations.Nullable SectionSearcher opened;

    @BeforeAll
    void indexABlogAboutProgramming(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        post(
                blog,
                "cpp",
                "Templates",
                "Templates of C++ and of C++17 are a language of their own. The std::vec alias is gone.");
        post(blog, "c", "C", "The language C has no templates. C is small. C is old.");
        post(blog, "csharp", "Records", "Records came to C# with version 9, and to F# before.");
        post(blog, "net", "A net", "The net is mended on the pier. A net of nylon, a net for herring.");
        post(blog, "dotnet", "Assemblies", "An assembly of .NET is a file, also under ASP.NET.");
        post(blog, "vec", "Growing a vec", "A vec grows by half. This vec is ours; the other std is none. A vec!");
        post(blog, "node", "Servers", "Node.js 1.2.3 mends CVE-2018-8777, and es2015.promise is gone.");
        post(
                blog,
                "modules",
                "Flags",
                "Say `--add-modules jdk.incubator.vector` to the launcher, and $HOME to the shell.");
        post(blog, "home", "Home", "Add your home to the modules of a home.");
        post(blog, "angular", "Scopes", "`npm install @angular/core` and `foo_bar` in `HeaderIdGenerator`.");
        post(blog, "release", "Release", "The leak is mended since v2.4.1 came out.");
        post(blog, "old", "Versions", "Versions 2, 1 and 3 are 1.85 times older than 8777 of 2018.");
        post(
                blog,
                "stable",
                "Stabilized",
                "These are stable now: `Option::is_none_or`, `Map::with_capacity`, and HTTP/2 with RFC9457. "
                        + PADDING);
        post(
                blog,
                "apart",
                "A capacity for none",
                "None is with us, or none is. Is there a capacity or room with 2 of https or http? Is it none?");
        blog.write(
                "kette.md",
                "---\ntitle: Ketten\nlanguage: de\n---\n# Ketten\n\nDie Klasse `SlugMaker` und std::kette.\n");
        blog.update();
        opened = new SectionSearcher(blog.index());
    }

    private static void post(TestBlog blog, String name, String title, String text) throws IOException {
        blog.write(name + ".md", "---\ntitle: " + title + "\nlanguage: en\n---\n# " + title + "\n\n" + text + "\n");
    }

    @AfterAll
    void close() throws IOException {
        Objects.requireNonNull(opened).close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            C++                   | cpp
            c++ templates         | cpp
            C++17                 | cpp
            C                     | c
            C#                    | csharp
            F#                    | csharp
            .NET                  | dotnet
            .net assembly         | dotnet
            ASP.NET               | dotnet
            net                   | net
            std::vec              | cpp
            "std::vec"            | cpp
            vec                   | vec
            Node.js               | node
            node                  | node
            1.2.3                 | node
            v1.2.3                | node
            2.4.1                 | release
            v2.4.1                | release
            V2.4*                 | release
            v2*                   | release
            CVE-2018-8777         | node
            cve 8777              | node
            es2015.promise        | node
            --add-modules         | modules
            add-modules           | modules
            --add-mod*            | modules
            jdk.incubator.vector  | modules
            incubator             | modules
            $HOME                 | modules
            home                  | home
            @angular/core         | angular
            angular core          | angular
            foo_bar               | angular
            bar                   | angular
            HeaderIdGenerator     | angular
            header id             | angular
            headeridgenerator     | angular
            1.85                  | old
            SlugMaker             | kette
            maker                 | kette
            std::kette            | kette
            kette                 | kette
            code:add-modules      | modules
            is_none_or            | stable
            isNoneOr              | stable
            Option::is_none_or    | stable
            with_capacity         | stable
            HTTP/2                | stable
            @angular              | angular
            """)
    void isFoundAsTypedAndByItsParts(String query, String post) throws Exception {
        SearchResponse answer = search(query);
        assertEquals(post, name(answer.posts().getFirst()));
        assertTrue(answer.total().posts() > 0, "the answer is no strict match");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            C++           | cpp
            C             | c
            .NET          | dotnet
            $HOME         | modules
            vec           | cpp,vec
            net           | dotnet,net
            """)
    void signsTellApart(String query, String posts) throws Exception {
        SearchRequest strictly = SearchRequest.parse(Map.of("q", List.of(query), "sort", List.of("newest")));
        assertEquals(posts, names(Objects.requireNonNull(opened).search(strictly)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            $herring         | net   | herring
            „herrng“         | net   | herring
            herring-nilon    | net   | herring-nylon
            file.Assembley   | dotnet| file.assembly
            rfc-9457         | stable| rfc9457
            """)
    void whatIsUnknownIsSpeltWithoutItsSignsAndPartByPart(String query, String post, String spelling) throws Exception {
        SearchResponse answer = search(query);
        assertEquals(post, names(answer));
        assertEquals(spelling, answer.didYouMean());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            std::vec              | std::vec
            vec alias templates   | Templates,vec,alias
            .NET                  | .NET
            C++                   | C++
            C#                    | C#
            CVE-2018-8777         | CVE-2018-8777
            Node.js               | Node.js
            --add-modules         | --add-modules
            $home                 | $HOME
            @angular/core         | @angular/core
            generator             | Generator
            std::kette            | std::kette
            """)
    void theWholeIdentifierIsMarked(String query, String marked) throws Exception {
        Snippet snippet = Objects.requireNonNull(
                search(query).posts().getFirst().sections().getFirst().snippet());
        assertEquals(
                marked,
                snippet.highlights().stream()
                        .map(range -> text(snippet, range))
                        .distinct()
                        .collect(Collectors.joining(",")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            jdk --add-modules          | modules
            net -nylon                 | dotnet
            net -- -nylon              | dotnet
            net -.NET                  | net
            templates -C++             | c
            modules -"--add-modules"   | home
            """)
    void aMinusBeforeAWordExcludesAndTwoAreText(String query, String posts) throws Exception {
        assertEquals(List.of(posts.split(",", -1)), List.of(names(search(query)).split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"%s\"", "title:\"%s\""})
    void aNameOfHundredsOfPartsIsNoError(String query) throws IOException {
        assertEquals(
                0, search(query.formatted("aB\u00A7\u1E3D".repeat(120))).total().posts());
    }

    private static String text(Snippet snippet, Highlight range) {
        return snippet.text().substring(range.start(), range.end());
    }

    private static String names(SearchResponse answer) {
        return answer.posts().stream()
                .map(IdentifiersTest::name)
                .limit(answer.total().posts() == 0 ? 1 : answer.total().posts())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String name(PostHit hit) {
        return hit.path().replace(".md", "");
    }

    private SearchResponse search(String query) throws IOException {
        return Objects.requireNonNull(opened).search(SearchRequest.of(query));
    }
}
