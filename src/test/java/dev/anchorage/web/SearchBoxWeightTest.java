package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Request;
import dev.anchorage.web.BrowserExtension.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes as they travel, and time as a reader feels it.
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class SearchBoxWeightTest {
    private static final int MAX_SCRIPT = 8 * 1024;
    private static final int MAX_FIRST_RESULT = 16 * 1024;
    private static final int MAX_ANSWER = 2_560;
    private static final double MAX_RATIO = 1.3;
    private static final int ROUNDS = 3;

    /// On a busy machine a ratio of two short times says little, so only ten times the promise fails.
    private static final double HANGS = 10 * MAX_RATIO;

    @Test
    void scriptAndAnswersAreSmall(Readers readers) {
        Blog blog = readers.ofArchive().open("", "de", "ltr", Blog.FORM).askInGerman("harbour");
        int script = bytes(blog, "/anchorage-search.js");
        int strings = bytes(blog, "/strings/de.json");
        int answer = bytes(blog, "/api/v1/search");
        System.err.printf("bytes: script %d, strings %d, answer %d%n", script, strings, answer);
        assertTrue(script <= MAX_SCRIPT, "the script is " + script + " bytes");
        assertTrue(answer <= MAX_ANSWER, "an answer is " + answer + " bytes");
        assertTrue(script + strings + answer <= MAX_FIRST_RESULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage collection", "wasm", "javascript modules", "turbofan", "release"})
    void answersOverARealArchiveAreSmallToo(String query, Readers readers) {
        Blog blog = readers.ofV8().open("").ask(query);
        int answer = bytes(blog, "/api/v1/search");
        assertTrue(answer <= MAX_ANSWER, "the answer to “" + query + "” is " + answer + " bytes");
    }

    /// Runs `src/test/js/key-to-paint.js`, which says what the bare element does, and prints every round. The service
    /// is asked by the browser alone, without a word from the test between them.
    @Test
    void keyToPaintIsNearTheLeastPossible(Readers readers) throws IOException {
        String measure = Files.readString(Path.of("src/test/js/key-to-paint.js"));
        Blog blog = readers.ofArchive().open("");
        blog.page().context().unrouteAll();
        double[] ratios = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> keyToPaint(blog, measure, round))
                .sorted()
                .toArray();
        double median = ratios[ROUNDS / 2];
        System.err.printf("key to paint: median ratio %.2f, promised %.1f%n", median, MAX_RATIO);
        assertTrue(median <= HANGS, "key to paint is " + median + " times that of a bare element");
    }

    private static double keyToPaint(Blog blog, String measure, int round) {
        @SuppressWarnings("unchecked") // two means, ours and the bare element's
        List<Number> means = (List<Number>) blog.page().evaluate(measure, List.of(blog.api(), round));
        double ours = means.getFirst().doubleValue();
        double bare = means.getLast().doubleValue();
        System.err.printf("key to paint: ours %.1f ms, bare %.1f ms, ratio %.2f%n", ours, bare, ours / bare);
        return ours / bare;
    }

    private static int bytes(Blog blog, String path) {
        Request request = blog.requests().stream()
                .filter(candidate -> candidate.url().startsWith(blog.api() + path))
                .reduce((first, second) -> second)
                .orElseThrow();
        return request.sizes().responseBodySize;
    }
}
