package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.index.IndexSchema.Facet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
            ferry to mull          → ferry to mull
            "high water" -low      → "high water" -low
            tide* OR gull          → tide* | gull
            OR gull                → OR gull
            gull OR                → gull OR
            --add-modules          → \\-\\-add\\-modules
            C++ (a | b) ~ & "      → C\\+\\+ \\(a \\| b\\) \\~ \\&
            a.b.C                  → a\\.b\\.C
            before:foo             → before\\:foo
            http://example.org     → http\\:\\/\\/example\\.org
            tag:                   → tag\\:
            """)
    void whatIsNoSyntaxIsText(String query, String words) {
        assertEquals(words, QueryText.of(query).words());
    }

    @Test
    void filtersAreTakenOut() {
        QueryText text = QueryText.of("octopus tag:food location:\"Lisbon Portugal\" -author:Kaori Year:2024");
        assertEquals("octopus", text.words());
        assertEquals(
                Map.of(
                        Facet.TAG, List.of("food"),
                        Facet.LOCATION, List.of("Lisbon Portugal"),
                        Facet.YEAR, List.of("2024")),
                text.filters());
        assertEquals(Map.of(Facet.AUTHOR, List.of("Kaori")), text.excluded());
    }

    @Test
    void datesNarrowFromTheirFirstDayOn() {
        DayRange days = QueryText.of("after:2023-05 before:2024").days();
        assertEquals(
                LocalDate.of(2023, 5, 1),
                days.after() == null ? null : days.after().firstDay());
        assertEquals(
                LocalDate.of(2024, 1, 1),
                days.before() == null ? null : days.before().firstDay());
    }

    @Test
    void aQueryIsCutAtItsLimits() {
        QueryText many = QueryText.of("w ".repeat(1_000));
        assertTrue(many.words().split(" ").length <= QueryText.MAX_WORDS);
        assertTrue(QueryText.of("x".repeat(100_000)).words().length() <= QueryText.MAX_CHARS);
    }
}
