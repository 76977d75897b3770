package dev.anchorage.post;

import static dev.anchorage.post.Reading.inTime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Posts that nobody wrote in good faith. The seed of a random test is its parameter.
class HostilePostTest {
    private static final int MANY = 100_000;
    private static final int MEGABYTE = 1_000_000;
    private static final List<String> GENERATORS = List.of(
            "none", "sphinx", "hugo", "jekyll", "pelican", "hexo", "docusaurus", "zola", "eleventy", "astro", "mkdocs");
    private static final String[] KEYS = {
        "title", "date", "tags", "categories", "author", "authors", "draft", "published", "slug", "url", "permalink",
                "lang", "location",
        "series", "description", "params", "taxonomies", "updated", "expiryDate", "build", "robots", "status", "path",
                "\"quoted\"", "<<", "a.b.c"
    };
    private static final String[] VALUES = {
        "",
        "~",
        "null",
        "true",
        "no",
        "2024-01-02",
        "2020-13-45",
        "2024-02-30T25:61:00+99:99",
        "[a, b",
        "[a, b]",
        "{a: b}",
        "{",
        "&a [*a]",
        "*a",
        "!!python/object:os.system x",
        "'unclosed",
        "\"un\\xclosed",
        "|\n  block\n text",
        ">-\n folded",
        "a: b: c",
        "@at",
        "`tick`",
        "%percent",
        "1e999",
        "0x1F",
        "- item",
        "\n  - one\n  - two: 2\n  -",
        "\t tab",
        "日本語 🎉",
        "didn‚Äôt",
        "\u0085\u2028\u2029",
        "\u0007bell",
        "a\u0000b",
        "../../../etc/passwd",
        "https://x.org/%zz?#",
        "x".repeat(3000),
        "[[[[[[[[]]]]]]]]",
        "# comment",
        "? complex\n: key",
        "---",
        "...",
        "\"\\uD800\""
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomFrontMatterIsReadOrNamedButNeverFails(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            String text = randomPost(random);
            var generator = new Generator(pick(random, GENERATORS.toArray(String[]::new)));
            Post post = inTime(() -> Reading.post("blog/2020-01-02-a.md", text, generator));
            assertNotNull(post.visibility());
            assertTrue(
                    post.permalink().chars().allMatch(c -> c > ' ' && c < 0x7F),
                    () -> post.permalink() + " from " + text);
            boolean hasDraft = text.contains("\ndraft: true\n") && post.body().firstLine() > 1;
            assertFalse(hasDraft && post.visibility().isVisibleAt(Instant.parse("2026-01-01T00:00:00Z")), text);
        }
    }

    private static String randomPost(Random random) {
        String[][] fences = {
            {"---\n", "---\n"},
            {"+++\n", "+++\n"},
            {"{\n", "}\n"},
            {"", "\n"},
            {"---\n", ""},
            {";;;\n", ";;;\n"},
            {"---js\n", "---\n"}
        };
        String[] fence = fences[random.nextInt(fences.length)];
        var text = new StringBuilder(fence[0]);
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(random.nextInt(9) == 0 ? "  " : "").append(pick(random, KEYS));
            text.append(fence[0].startsWith("+") && random.nextInt(4) > 0 ? " = " : ": ");
            text.append(pick(random, VALUES)).append('\n');
        }
        return text + fence[1] + "\nBody text\n";
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void randomBytesAreReadOrRefused(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] bytes =
                    "---\ntitle: Größe 日本 didn‚Äôt\ntags: [a, b]\n---\nText 🎉\n".getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(12); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            inTime(() -> readOrRefuse(bytes));
        }
    }

    private static boolean readOrRefuse(byte[] bytes) {
        try {
            assertNotNull(new PostReader(PostOptions.of(new Generator("none"))).read("a.md", bytes));
            return true;
        } catch (PostFormatException e) {
            assertTrue(
                    e.problem().message().startsWith("it is no text"),
                    e.problem().message());
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff",
                "\n",
                "---\n",
                "Title: x\n",
                "    x\n",
                "{",
                "{\"",
                "\"",
                "+++\n",
                "[",
                "a: ",
                "- ",
                "? ",
                "\u00c3",
                "â€",
                "Ð",
                "ü",
                "\uF8FFü",
                "a",
                "\t",
                ";;;\n",
                "x: &a *a\n",
                "`",
                "\u2028",
                "#",
                "\\"
            })
    void aHundredKilobytesOfAnythingIsReadInTime(String piece) {
        String run = piece.repeat(MANY / piece.getBytes(StandardCharsets.UTF_8).length);
        for (String text : List.of(
                run,
                "---\ntitle: x\n" + run + "\n---\n",
                "---\nx: " + run,
                "+++\nx = " + run + "\n+++\n",
                "Title: " + run + "\n\n")) {
            inTime(() -> readOrRefuse(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "- ",
                "? ",
                "a: {",
                "[a, ",
                "&a ",
                "!x ",
                "'",
                "\"",
                "\\",
                "a.",
                "[[a.b]]\n",
                "a: b\n",
                "*x ",
                "|",
                "<<: *a\n",
                "x: [1,2,3]\n",
                "\"a\": ",
                "%TAG ",
                "#",
                "\"\"\"",
                "'''",
                "-\n"
            })
    void sixtyKilobytesOfAnythingInFrontMatterAreReadInTime(String piece) {
        String run = piece.repeat(60_000 / piece.length());
        for (String text : List.of(
                "---\ntitle: T\n" + run + "\n---\nBody",
                "+++\ntitle = 'T'\n" + run + "\n+++\nBody",
                "---\ntitle: T\nx: " + run + "\n---\n",
                "+++\ntitle = 'T'\nx = " + run + "\n+++\n",
                ";;;\n\"title\": \"T\",\n\"x\": " + run + "\n;;;\n")) {
            Post post = inTime(() -> Reading.post("a.md", text, new Generator("hugo")));
            assertEquals("T", post.title(), () -> text.substring(0, 60));
        }
    }

    @Test
    void bytesThatAreNoUtf8ManyTimesAreReadInTime() {
        byte[] bytes = new byte[2 * MEGABYTE];
        Arrays.fill(bytes, (byte) 0xFF);
        inTime(() -> readOrRefuse(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00c0\u00af",
                "\u00ed\u00a0\u0080",
                "\u00f8\u0088\u0080\u0080\u0080",
                "\u00e2\u0080",
                "\u00f0\u009f\u0098",
                "\u0080",
                "\u00fe\u00fe"
            })
    void overlongAndTruncatedUtf8IsNamedAndReadAsWindows1252(String latin) {
        byte[] bytes = ("a\nb " + latin).getBytes(StandardCharsets.ISO_8859_1);
        Post post = Reading.post("a.md", bytes, PostOptions.of(new Generator("none")));
        assertEquals(1, post.problems().size());
        assertEquals(2, post.problems().getFirst().line());
        assertFalse(post.body().text().contains("\uFFFD"));
    }
}
