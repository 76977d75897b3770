package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.index.Languages;
import dev.anchorage.post.Generator;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words of titles, alone and behind the words before them, typed letter by letter. From the third letter on each key
/// has hits, and the first ten of the finished word hold these against those of each prefix:
///
/// - Of a word alone, a post falls only behind posts that have the finished word themselves, as a word of their own or
/// a part of a name:
///   never behind what only goes on from it. (While `jav` may mean any word, `java` may be more about another post.)
/// - In the mean the word brings its post at least as high as its prefix did, be it asked for while typing or
///   afterwards: alone however many letters were missing, as the last of several over all its prefixes. (Behind other
///   words the last letter alone says next to nothing.)
///
/// It is no law for each post: of the posts that have the finished word, another may have it more often, and nobody
/// knows that before it is finished. Words without a meaning of their own (`with`) are left out.
final class TypingTest {
    private static final int FIRST_KEY = 3;
    private static final int SHOWN = 10;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    @Test
    void wordsOfTheSampleArchive(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(Path.of("data"), folder).builtBy(new Generator("sphinx"));
        assertNeverWorse(blog, 60);
    }

    @Test
    void wordsOfARealArchive(@TempDir Path folder) throws IOException {
        Path posts = TestBlog.shared("archives/v8.dev/src");
        TestBlog blog = new TestBlog(posts, folder).builtBy(new Generator("eleventy-id"));
        assertNeverWorse(blog, 300);
    }

    private static void assertNeverWorse(TestBlog blog, int count) throws IOException {
        blog.update();
        Map<String, Set<String>> texts = texts(blog);
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            List<TitleWord> words = words(searcher);
            Collections.shuffle(words, new Random(5));
            assertTrue(words.size() >= count, () -> words.size() + " words");
            gained(words.subList(0, count).stream().map(TitleWord::alone).toList(), searcher, texts)
                    .forEach((missing, gain) -> assertTrue(gain >= 0, missing + ": " + gain));
            double behindOthers = gained(words.subList(0, count / 3), searcher, texts).values().stream()
                    .mapToDouble(gain -> gain)
                    .sum();
            assertTrue(behindOthers >= 0, () -> "behind other words: " + behindOthers);
        }
    }

    /// @return what {@link #typed} says of all words together
    private static Map<String, Double> gained(
            List<TitleWord> words, SectionSearcher searcher, Map<String, Set<String>> texts) throws IOException {
        Map<String, Double> gained = new TreeMap<>();
        for (TitleWord word : words) {
            typed(word, searcher, texts).forEach((missing, gain) -> gained.merge(missing, gain, Double::sum));
        }
        assertFalse(gained.isEmpty());
        return gained;
    }

    /// @return for each number of missing letters, by how much the finished word raises the reciprocal of the rank
    private static Map<String, Double> typed(TitleWord word, SectionSearcher searcher, Map<String, Set<String>> texts)
            throws IOException {
        Map<String, Double> gained = new TreeMap<>();
        List<String> finished = hits(searcher, word.before() + word.text(), true);
        List<String> afterwards = hits(searcher, word.before() + word.text(), false);
        assertFalse(finished.isEmpty(), word::toString);
        for (int length = FIRST_KEY; length < word.text().length(); length++) {
            String prefix = word.before() + word.text().substring(0, length);
            List<String> hits = hits(searcher, prefix, true);
            assertFalse(hits.isEmpty(), () -> prefix + " of " + word);
            if (word.before().isEmpty() && hits.contains(word.post())) {
                assertPassedByTheWordOnly(word, hits, finished, texts);
            }
            String missing = word.text().length() - length + " letters missing";
            gained.put(missing, worth(word.post(), finished) - worth(word.post(), hits));
            gained.put(missing + ", asked afterwards", worth(word.post(), afterwards) - worth(word.post(), hits));
        }
        return gained;
    }

    private static void assertPassedByTheWordOnly(
            TitleWord word, List<String> hits, List<String> finished, Map<String, Set<String>> texts) {
        List<String> passing = new ArrayList<>(before(word.post(), finished));
        passing.removeAll(before(word.post(), hits));
        passing.forEach(post -> assertTrue(
                texts.getOrDefault(post, Set.of()).stream().anyMatch(word::isSame), () -> post + " passes " + word));
    }

    private static double worth(String post, List<String> hits) {
        return hits.contains(post) ? 1.0 / (hits.indexOf(post) + 1) : 0;
    }

    private static List<String> before(String post, List<String> hits) {
        return hits.contains(post) ? hits.subList(0, hits.indexOf(post)) : hits;
    }

    private static List<String> hits(SectionSearcher searcher, String query, boolean isTyping) throws IOException {
        return hits(searcher, query, SHOWN, isTyping);
    }

    private static List<String> hits(SectionSearcher searcher, String query, int limit, boolean isTyping)
            throws IOException {
        return new ArrayList<>(search(searcher, query, limit, 0, isTyping).posts().stream()
                .map(PostHit::path)
                .toList());
    }

    private static SearchResponse search(
            SectionSearcher searcher, String query, int limit, int offset, boolean isTyping) throws IOException {
        return searcher.search(
                new SearchRequest(query, Map.of(), DayRange.ALWAYS, Order.RELEVANCE, limit, offset, isTyping));
    }

    private static List<TitleWord> words(SectionSearcher searcher) throws IOException {
        List<TitleWord> words = new ArrayList<>();
        SearchResponse all;
        int offset = 0;
        do {
            all = search(searcher, "", SearchRequest.MAX_LIMIT, offset, false);
            offset += SearchRequest.MAX_LIMIT;
            for (PostHit post : all.posts()) {
                Matcher word = WORD.matcher(post.title().toLowerCase(Locale.ROOT));
                while (word.find()) {
                    if (word.group().length() > FIRST_KEY
                            && !Languages.stopWords("en").contains(word.group())) {
                        String before = post.title().substring(0, word.start());
                        words.add(new TitleWord(before, word.group(), post.path()));
                    }
                }
            }
        } while (all.hasMore());
        return words;
    }

    /// The words of each file, names whole and by their parts.
    private static Map<String, Set<String>> texts(TestBlog blog) throws IOException {
        Map<String, Set<String>> texts = new TreeMap<>();
        for (SourceFile file : blog.archive().scan().files()) {
            Set<String> words = new TreeSet<>();
            for (String word : new String(file.bytes(), StandardCharsets.UTF_8).split("[^\\p{L}\\p{N}]+", -1)) {
                words.add(word.toLowerCase(Locale.ROOT));
                for (String part : word.split("(?<=\\p{Ll})(?=\\p{Lu})", -1)) {
                    words.add(part.toLowerCase(Locale.ROOT));
                }
            }
            texts.put(file.path(), words);
        }
        return texts;
    }

    /// A word of a post's title, with the words before it.
    private record TitleWord(String before, String text, String post) {
        TitleWord alone() {
            return new TitleWord("", text, post);
        }

        /// But for singular and plural.
        boolean isSame(String other) {
            return text.replaceFirst("s$", "").equals(other.replaceFirst("s$", ""));
        }
    }
}
