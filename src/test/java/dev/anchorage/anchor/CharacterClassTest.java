package dev.anchorage.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.TestBlog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What each slug function makes of every code point between two letters, beside what the real one was seen to make.
///
/// The tables were measured with the Unicode versions of those tools (13 to 15); letters that were assigned later are
/// ours to keep and theirs to drop, which is the share that is allowed to differ.
class CharacterClassTest {
    private static final Path TABLES = Path.of("../shared/anchors/charclass");

    private static final BitSet NEW = assignedSinceUnicode14();

    /// hexo-util knows `Å` as a letter with a ring, but not the sign for ångström, which decomposes to the same; two
    /// control characters as Œ and œ; and it lacks nine letters whose names tell their bases: Ɇ, though it has ɇ,
    /// and medieval ones, ỺỻỼỽ and ꝪꝫꝬꝭ.
    private static final Map<String, Integer> EXPLAINED = Map.of("hexo-slugize", 12);

    private static BitSet assignedSinceUnicode14() {
        BitSet points = new BitSet();
        InputStream bytes = CharacterClassTest.class.getResourceAsStream("assigned-since-unicode-14.tsv");
        try (Scanner rows = new Scanner(Objects.requireNonNull(bytes), StandardCharsets.UTF_8)) {
            while (rows.hasNextLine()) {
                String row = rows.nextLine();
                if (!row.startsWith("#")) {
                    String[] range = row.split("\t", -1);
                    points.set(Integer.parseInt(range[0], 16), Integer.parseInt(range[1], 16) + 1);
                }
            }
        }
        return points;
    }

    @BeforeAll
    static void tablesAreHere() {
        TestBlog.shared("anchors/charclass");
    }

    static Stream<Arguments> slugs() {
        return Stream.of(
                Arguments.of("docutils-make_id", new DocutilsSlug()),
                Arguments.of("github-slugger-1.x", GithubSlug.SLUGGER),
                Arguments.of("github-slugger-2.0.0", GithubSlug.SLUGGER),
                Arguments.of("hexo-slugize", new HexoSlug()),
                Arguments.of("hugo-blackfriday", HugoSlug.BLACKFRIDAY),
                Arguments.of("hugo-github-ascii", HugoSlug.GITHUB_ASCII),
                Arguments.of("hugo-github", HugoSlug.GITHUB),
                Arguments.of("kramdown-gfm", GithubSlug.KRAMDOWN),
                Arguments.of("mdit-vue-slugify", new VuePressSlug()),
                Arguments.of("python-markdown-slugify", new PythonSlug(false, "-")),
                Arguments.of("python-markdown-slugify_unicode", new PythonSlug(true, "-")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slugs")
    void everyCodePointIsTreatedAsTheRealFunctionTreatsIt(String table, Slug slug) throws IOException {
        int wrong = 0;
        int all = 0;
        StringBuilder examples = new StringBuilder();
        for (String row : Files.readAllLines(TABLES.resolve(table + ".tsv"))) {
            if (row.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(row.split("\t", -1));
            int last = Integer.parseInt(cells.get(1), 16);
            for (int c = Integer.parseInt(cells.get(0), 16); c <= last; c++) {
                String expected = "a" + expected(c, cells) + "b";
                String found = slug.of("a" + Character.toString(c) + "b");
                all++;
                if (NEW.get(c)) {
                    continue;
                }
                if (!found.equals(expected)) {
                    wrong++;
                    if (wrong <= 40) {
                        examples.append(" U+%04X %s instead of %s;".formatted(c, found, expected));
                    }
                }
            }
        }
        System.out.printf("TRUTH charclass  %-40s %7d of %7d %s%n", table, all - wrong, all, examples);
        assertEquals(EXPLAINED.getOrDefault(table, 0), wrong, table + examples);
    }

    private static String expected(int c, List<String> cells) {
        return switch (cells.get(2)) {
            case "drop" -> "";
            case "dash" -> "-";
            case "keep" -> Character.toString(c);
            case "lower" -> Fold.withoutContext(Character.toString(c));
            case "map" -> cells.get(3);
            default -> throw new IllegalArgumentException("class " + cells.get(2));
        };
    }
}
