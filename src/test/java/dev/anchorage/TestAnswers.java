package dev.anchorage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.ResponseJson;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SectionSearcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Complete JSON answers of an index to some requests, compared but for the generation and the last digits of scores.
public final class TestAnswers {
    private static final Pattern GENERATION = Pattern.compile("\"generation\":\\d+");
    private static final Pattern SCORE = Pattern.compile("(?<=\"score\":)[-+0-9.eE]+");

    private final List<String> answers = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();

    private TestAnswers() {}

    /// Answers to nothing.
    public static TestAnswers none() {
        return new TestAnswers();
    }

    /// Asks the last commit.
    ///
    /// @param requests  parameters as in a URL, such as `q=ferry&typing=true`; nothing is decoded
    public static TestAnswers of(Path index, List<String> requests) throws IOException {
        TestAnswers all = new TestAnswers();
        try (SectionSearcher searcher = new SectionSearcher(index)) {
            for (String request : requests) {
                byte[] json = ResponseJson.of(searcher.search(parse(request)), null);
                all.add(request, new String(json, StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private void add(String request, String json) {
        Matcher score = SCORE.matcher(json);
        while (score.find()) {
            scores.add(Double.parseDouble(score.group()));
        }
        answers.add(request + " -> " + score.replaceAll("").replaceAll(GENERATION.pattern(), ""));
    }

    private static SearchRequest parse(String request) {
        Map<String, List<String>> parameters = new java.util.HashMap<>();
        for (String parameter : request.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            parameters.computeIfAbsent(pair[0], key -> new ArrayList<>()).add(pair[1]);
        }
        try {
            return SearchRequest.parse(parameters);
        } catch (BadParameterException impossible) {
            throw new AssertionError(request, impossible);
        }
    }

    public boolean isSameAs(TestAnswers other) {
        return answers.equals(other.answers);
    }

    public void assertSameAs(TestAnswers expected, String situation) {
        assertEquals(expected.answers.size(), answers.size(), situation);
        for (int i = 0; i < answers.size(); i++) {
            assertEquals(expected.answers.get(i), answers.get(i), situation);
        }
        for (int i = 0; i < scores.size(); i++) {
            assertEquals(expected.scores.get(i), scores.get(i), 1e-4 * expected.scores.get(i), situation);
        }
    }
}
