package dev.anchorage.section;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Makes posts that nobody wrote in good faith. The same seed gives the same post.
final class HostilePosts {
    /// A post, what kind it is, and the extension that it is read under.
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Hostile(String kind, String extension, byte[] bytes) {}

    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "(",
            ")",
            "![",
            "](",
            "[^a]",
            "[^a]: ",
            "*",
            "**",
            "_",
            "~~",
            "`",
            "```\n",
            "~~~\n",
            "<",
            ">",
            "<!--",
            "-->",
            "<div>",
            "</div>",
            "<a href=\"x\">",
            "<?",
            "<![CDATA[",
            "&amp;",
            "&",
            "\\",
            "# ",
            "## ",
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "    ",
            "> ",
            "| a | b |\n|---|---|\n",
            "|",
            "===\n",
            "---\n",
            "{% x %}",
            "{{",
            "}}",
            "{#id}",
            ":::note\n",
            ":::\n",
            "import x\n",
            "\t",
            "\0",
            "word ",
            "http://x.example/a_b ",
            "\"",
            "'",
            "{",
            "}",
            "=",
            "<X>",
            "</X>",
            "<X a={",
            "ä",
            "\u0130",
            "\u2028",
            "😀",
            "<h2>",
            "<h2 id=a>",
            "+++\n",
            ": ");

    private static final List<String> OPENERS = List.of(
            "> ",
            "- ",
            "* ",
            "1. ",
            "[",
            "![",
            "(",
            "*",
            "**",
            "_",
            "***a",
            "<div>\n\n",
            "<div>",
            "<b>",
            "<X>\n",
            "{{",
            "{% ",
            ":::a\n",
            "> - ",
            "- > 1. ",
            "`",
            "[a](",
            "<a ",
            "<!--",
            "```\n",
            "<script>",
            "{a=\"",
            "\"",
            "[^",
            "| ",
            "<h1>",
            "<table><tr><td>",
            "<ul><li>",
            "<svg>",
            "<p>",
            "<section id=\"a\">");

    private static final List<String> UNCLOSED = List.of(
            "<!-- ",
            "a <!-- ",
            "```js\n",
            "~~~~\n",
            "[a](b \"",
            "[a](<",
            "[a]: <",
            "<a href=\"",
            "<a b='",
            "| a |\n|--",
            "$$\n",
            "{% raw %}\n",
            "<pre>\n",
            "<script>\n",
            "<style>",
            "<![CDATA[",
            "<?php ",
            "<X a={`",
            "export const a = {\n",
            "{/* ",
            "[^1]: ",
            ":::{note\n",
            "```{post} ",
            "(label",
            "<template>",
            "---\na: \"",
            "+++\na = '''",
            "{\"a\": \"",
            "---\na: [");

    private static final List<String> FRONT = List.of(
            "a: {",
            "- ",
            "[",
            "? ",
            "&a [*a, ",
            "a.b.c = ",
            "[[x]]\n",
            "x: |\n  ",
            "\"",
            "'",
            "draft: ",
            "tags: [a, ",
            "date: 2020-01-01\n",
            "<<: *a\n",
            "a: b\n",
            "\\u",
            "{\"a\":",
            "%TAG ",
            "!!x ");

    private HostilePosts() {}

    /// @param size  about so many bytes
    static Hostile of(long seed, int size) {
        Random random = new Random(seed);
        String extension = pick(random, List.of(".md", ".md", ".md", ".mdx", ".html"));
        int kind = random.nextInt(10);
        return switch (kind) {
            case 0 -> text("nesting", extension, pick(random, OPENERS).repeat(size / 4) + "x");
            case 1 -> text("nests of several kinds", extension, nests(random, size));
            case 2 -> text("a run and its end", extension, run(random, size));
            case 3 -> text("unclosed", extension, unclosed(random, size));
            case 4 -> text("a long line", extension, mixture(random, size).replace("\n", " "));
            case 5 ->
                text("a huge heading", extension, "# " + mixture(random, size).replace("\n", "") + "\n\nx\n");
            case 6 -> text("many headings", extension, headings(random, size));
            case 7 -> text("front matter", extension, frontMatter(random, size));
            case 8 -> new Hostile("bytes", extension, bytes(random, size));
            default -> text("a mixture", extension, mixture(random, size));
        };
    }

    private static Hostile text(String kind, String extension, String text) {
        return new Hostile(kind, extension, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String nests(Random random, int size) {
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(pick(random, OPENERS).repeat(1 + random.nextInt(1 + size / 8)));
            text.append(random.nextBoolean() ? "\n" : "x");
        }
        return text.substring(0, size);
    }

    private static String run(Random random, int size) {
        String piece = pick(random, PIECES);
        return piece.repeat(size / 2 / piece.length())
                + pick(random, PIECES)
                + pick(random, PIECES).repeat(size / 8);
    }

    private static String unclosed(Random random, int size) {
        String filler = random.nextBoolean() ? "word " : mixture(random, 200);
        return pick(random, UNCLOSED).repeat(1 + random.nextInt(1 + size / 40))
                + filler.repeat(Math.max(1, size / 2 / filler.length()));
    }

    private static String headings(Random random, int size) {
        String heading = pick(
                random,
                List.of(
                        "# a\n",
                        "## a\n\n",
                        "a\n=\n",
                        "<h2>a</h2>\n",
                        "- # a\n",
                        "> ## a\n\n",
                        "###### `a`{#a}\n",
                        "#\n",
                        "## a <!-- -->\n\nx\n\n"));
        return heading.repeat(size / heading.length());
    }

    private static String frontMatter(Random random, int size) {
        String fence = pick(random, List.of("---\n", "+++\n", ";;;\n", "{", ""));
        StringBuilder text = new StringBuilder(fence);
        while (text.length() < size) {
            text.append(pick(random, FRONT).repeat(1 + random.nextInt(1 + size / 8)));
            text.append(random.nextBoolean() ? "\n" : "");
        }
        return text + "\n" + (random.nextBoolean() ? fence : "") + "\nbody\n";
    }

    private static byte[] bytes(Random random, int size) {
        byte[] bytes = mixture(random, size).getBytes(StandardCharsets.UTF_8);
        for (int flips = random.nextInt(1 + size / 20); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /// Mostly a handful of pieces, so that runs and nests of the same come about.
    ///
    /// @param size  at least so many characters
    static String mixture(Random random, int size) {
        int few = 1 + random.nextInt(6);
        List<String> favourites =
                random.ints(few, 0, PIECES.size()).mapToObj(PIECES::get).toList();
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(random.nextInt(20) == 0 ? pick(random, PIECES) : favourites.get(random.nextInt(few)));
        }
        return text.toString();
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
