package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SnippetsTest {
    private static final String FILLER = "Nothing of note happened while the boat lay there and we waited. ".repeat(4);

    @Test
    void severalWordsOfTheQueryAreWorthMoreThanOneOfThemAgainAndAgain() {
        Snippet snippet = cut(
                "Ferry, ferries, and one more ferry. " + FILLER + "The ferry has a timetable.",
                "ferr(?:y|ies)|timetable");
        assertTrue(snippet.text().endsWith("The ferry has a timetable."), snippet.text());
        assertEquals(List.of("ferry", "timetable"), marked(snippet));
    }

    /// Issue 5.
    @Test
    void aNameIsWorthMoreThanItsParts() {
        Snippet snippet = cut(
                "On page 1, on day 1, at 1, in bay 2, with 2 more. " + FILLER + "Fixed in v2.5.1 at last.",
                "v2\\.5\\.1|\\b[12]\\b");
        assertEquals(List.of("v2.5.1"), marked(snippet));
        assertEquals(
                List.of("useEffect"),
                marked(cut(
                        "Use it. To use it has an effect. " + FILLER + "Call useEffect here.",
                        "useEffect|use|effect")));
    }

    @Test
    void aSnippetDoesNotBeginWithTheEndOfASentence() {
        Snippet snippet = cut(FILLER + "He said: \"Wait.\" -- And, so it went, the kettle boiled over.", "kettle");
        assertTrue(
                snippet.text().startsWith("…\"Wait")
                        || Character.isLetter(snippet.text().charAt(1)),
                snippet.text());
        Snippet dots = cut(FILLER + "wait .. : ... you would get an error at the kettle", "kettle");
        assertTrue(Character.isLetter(dots.text().charAt(1)), dots.text());
    }

    /// Issue 5.
    @Test
    void aSnippetCutsNoNames() {
        for (int shift = 0; shift < 40; shift++) {
            String text = "x".repeat(shift) + " ferry " + "C++ v6.9.2-linux.tar.gz ".repeat(20) + "ferry";
            Snippet beginning = cut(text, "ferry(?= C)");
            assertTrue(
                    beginning.text().matches(".*(C\\+\\+|tar\\.gz)…")
                            && beginning.text().length() > 140,
                    beginning.text());
            Snippet end = cut(text, "ferry$");
            assertTrue(end.text().matches("…(C\\+\\+|v6\\.9\\.2-linux\\.tar\\.gz) .*"), end.text());
        }
    }

    @Test
    void anyTextIsCutWhereItMayBeCut() {
        String[] pieces = {
            "a",
            "word",
            "ferry",
            " ",
            " ",
            ". ",
            "\n",
            "🛶",
            "👩‍🚀",
            "𝒪(1)",
            "𝒪(n) 𝒪",
            "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F",
            "é",
            "渡船",
            "の",
            "—",
            "x".repeat(250),
            "🛶".repeat(120)
        };
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int count = random.nextInt(80); count >= 0; count--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            if (!text.toString().isBlank()) {
                assertIsWhole(cut(text.toString(), "ferry|渡船|🛶"));
            }
        }
    }

    private static void assertIsWhole(Snippet snippet) {
        String text = snippet.text();
        assertTrue(text.length() <= Snippets.MAX_CHARS, text);
        assertFalse(splits(text, 0) || splits(text, text.length()), text);
        int last = 0;
        for (Highlight range : snippet.highlights()) {
            assertTrue(range.start() >= last && range.end() > range.start() && range.end() <= text.length(), text);
            assertTrue(text.substring(range.start(), range.end()).matches("ferry|渡船|🛶"), text);
            last = range.end();
        }
    }

    private static boolean splits(String text, int at) {
        String shown = text.replaceAll("^…|…$", "");
        int end = at == 0 ? 0 : shown.length() - 1;
        return at == 0 ? Character.isLowSurrogate(shown.charAt(end)) : Character.isHighSurrogate(shown.charAt(end));
    }

    private static Snippet cut(String text, String matches) {
        List<Highlight> ranges = new ArrayList<>();
        Matcher found = Pattern.compile(matches, Pattern.CASE_INSENSITIVE).matcher(text);
        while (found.find()) {
            ranges.add(new Highlight(found.start(), found.end()));
        }
        return Objects.requireNonNull(Snippets.cut(text, ranges));
    }

    private static List<String> marked(Snippet snippet) {
        return snippet.highlights().stream()
                .map(range -> snippet.text().substring(range.start(), range.end()))
                .toList();
    }
}
