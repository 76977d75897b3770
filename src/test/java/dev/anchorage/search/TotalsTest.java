package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.Languages;
import dev.anchorage.post.Generator;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.Totals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A word more never raises the total, whichever it is and wherever it is put: words as they stand in posts, names and
/// signs with them, words without meaning in several languages, typing errors, phrases, beginnings, words of a part,
/// words that are excluded, and those that the owner has others for. Of alternatives (`OR`) it isn't so, nor is it
/// meant.
final class TotalsTest {
    private static final int GROWING = Integer.getInteger("growing", 300);
    private static final int WORDS = 6;
    private static final List<List<String>> SYNONYMS = List.of(
            List.of("low water", "ebb"),
            List.of("static site generator", "ssg", "hexo"),
            List.of("content collection", "frontmatter"),
            List.of("the port", "harbour", "harbor"));

    @Test
    void aWordMoreNeverGivesMoreInTheSampleArchive(@TempDir Path folder) throws IOException {
        assertNeverRaised(new TestBlog(Path.of("data"), folder), GROWING);
    }

    @Test
    void aWordMoreNeverGivesMoreInEnglishChineseAndJapanese(@TempDir Path folder) throws IOException {
        Path posts = TestBlog.shared("archives/hexo-site/source");
        assertNeverRaised(new TestBlog(posts, folder).builtBy(new Generator("hexo")), GROWING);
    }

    @Test
    void aWordMoreNeverGivesMoreInEnglishGermanAndFrench(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        Random random = new Random(4);
        for (String language : List.of("en", "en", "de", "fr")) {
            List<String> stops = stopWords(language);
            for (int i = 0; i < 30; i++) {
                StringBuilder text = new StringBuilder("---\ntitle: t%d\nlang: %s\n---\n".formatted(i, language));
                for (int j = 0; j < 12; j++) {
                    text.append("\n\n## h").append(j).append("\n\n");
                    for (int k = random.nextInt(12); k > 0; k--) {
                        text.append(random.nextBoolean() ? pick(stops, random) : "w" + random.nextInt(30))
                                .append(' ');
                    }
                }
                blog.write(language + "-" + blog.hashCode() + "-" + random.nextInt() + ".md", text.toString());
            }
        }
        assertNeverRaised(blog, GROWING);
    }

    private static List<String> stopWords(String language) {
        List<String> words = new ArrayList<>();
        Languages.stopWords(language).forEach(word -> words.add(new String((char[]) word)));
        words.sort(null);
        return words;
    }

    private static void assertNeverRaised(TestBlog blog, int count) throws IOException {
        blog.update();
        Growth growth = new Growth(blog);
        SearchOptions options = new SearchOptions(SYNONYMS, Map.of(), 0);
        int several = 0;
        try (SectionSearcher searcher = new SectionSearcher(blog.index(), options)) {
            for (int i = 0; i < count; i++) {
                List<String> query = new ArrayList<>();
                growth.startQuery();
                Map<Facet, List<String>> filters = growth.filters();
                boolean isTyping = i % 4 == 0;
                Totals before =
                        searcher.searchBriefly(request("", filters, false)).total();
                for (int words = 0; words < WORDS; words++) {
                    List<String> shorter = List.copyOf(query);
                    query.add(isTyping ? query.size() : growth.place(query.size()), growth.word());
                    SearchResponse answer = searcher.searchBriefly(request(String.join(" ", query), filters, isTyping));
                    Totals was = before;
                    assertTrue(
                            answer.isPartial()
                                    || (answer.total().posts() <= was.posts()
                                            && answer.total().sections() <= was.sections()),
                            () -> shorter + " " + was + ", " + query + " " + answer.total() + " " + filters);
                    several += shorter.size() > 1 && answer.total().posts() > 1 ? 1 : 0;
                    before = answer.total();
                }
            }
            for (String query :
                    List.of("the", "die", "les", "der die", "to be or not to be", "the -harbour", "war the")) {
                assertAllAreOnPages(searcher, query);
            }
        }
        int found = several;
        assertTrue(found > count / 20, () -> "only " + found + " queries of several words found something");
    }

    private static void assertAllAreOnPages(SectionSearcher searcher, String query) throws IOException {
        Totals total = searcher.search(request(query, Map.of(), false)).total();
        Set<String> posts = new TreeSet<>();
        SearchResponse page;
        int offset = 0;
        do {
            page = searcher.search(
                    new SearchRequest(query, Map.of(), DayRange.ALWAYS, Order.RELEVANCE, 7, offset, false));
            page.posts()
                    .forEach(post -> assertTrue(
                            posts.add(post.path()) && !post.sections().isEmpty(), query));
            offset += 7;
        } while (page.hasMore());
        assertTrue(total.posts() <= posts.size(), () -> query + total + posts.size());
    }

    private static SearchRequest request(String query, Map<Facet, List<String>> filters, boolean isTyping) {
        return new SearchRequest(query, filters, DayRange.ALWAYS, Order.RELEVANCE, 1, 0, isTyping);
    }

    /// Chooses what to add to a query.
    private static final class Growth {
        private final Random random = new Random(11);
        private final List<String> words;
        private final List<String> stops = new ArrayList<>();
        private final List<List<String>> texts = new ArrayList<>();
        private List<String> near = List.of();

        Growth(TestBlog blog) throws IOException {
            Set<String> all = new TreeSet<>();
            for (SourceFile file : blog.archive().scan().files()) {
                List<String> text = List.of(new String(file.bytes(), StandardCharsets.UTF_8).split("\\s+", -1));
                all.addAll(text);
                texts.add(text);
            }
            all.removeIf(word -> word.isBlank() || word.equals("OR"));
            words = List.copyOf(all);
            List.of("en", "de", "fr", "cjk").forEach(language -> stops.addAll(stopWords(language)));
        }

        /// The next words mostly stand together in a post.
        void startQuery() {
            List<String> text = pick(texts, random);
            int start = random.nextInt(text.size());
            near = text.subList(start, Math.min(start + 30, text.size()));
        }

        int place(int size) {
            return random.nextInt(3) == 0 ? random.nextInt(size + 1) : size;
        }

        Map<Facet, List<String>> filters() {
            return switch (random.nextInt(6)) {
                case 0 -> Map.of(Facet.LANGUAGE, List.of(random.nextBoolean() ? "en" : "de"));
                case 1 -> Map.of(Facet.YEAR, List.of(String.valueOf(2012 + random.nextInt(12))));
                default -> Map.of();
            };
        }

        String word() {
            return switch (random.nextInt(18)) {
                case 0 -> phrase();
                case 1 -> "\"" + pick(stops, random) + " " + plain(near) + "\"";
                case 2 -> "-" + plain(near);
                case 3 -> pick(List.of("title:", "heading:", "code:"), random) + plain(near);
                case 4 -> plain(near).replaceAll("(.{2}).*", "$1*");
                case 5 -> typo(plain(near));
                case 6 -> plain(List.of(String.join(" ", pick(SYNONYMS, random)).split(" ", -1)));
                case 7, 8, 9, 10 -> pick(stops, random);
                case 11 -> plain(words);
                default -> plain(near);
            };
        }

        private String phrase() {
            int at = random.nextInt(near.size());
            return "\"" + plain(near.subList(at, at + 1)) + " " + plain(near.subList(at, Math.min(at + 2, near.size())))
                    + "\"";
        }

        /// What begins or ends no phrase and is no filter.
        private String plain(List<String> from) {
            String word = pick(from, random).replaceAll("[\":]|^-+", "");
            return word.isBlank() || word.equals("OR") || word.length() > 40 ? "post" : word;
        }

        private String typo(String word) {
            int at = random.nextInt(word.length());
            return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at);
        }
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
