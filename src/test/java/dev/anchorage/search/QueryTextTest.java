package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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
            a b OR -c OR d e OR f  → a (b | d) -c (e | f)
            a OR OR b year:abc     → (a | b) year\\:abc
            -a OR b OR -c          → -a b -c
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

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            tag:food OR tag:tides              → ''
            ferry OR tag:food OR tag:tides mull → ferry mull
            tag:food OR title:ferry            → \uE001ferry
            ferry OR mull tag:food             → ferry | mull
            before:2015 OR gull OR tern        → gull | tern
            """)
    void betweenFiltersNoOrIsNeeded(String query, String words) {
        assertEquals(words, QueryText.of(query).words());
    }

    /// Issue 5.
    @Test
    void aQueryMayEndAnywhere() {
        String query =
                "-\"high water\" OR tide* title:\"low tide\" -tag:\"a b\" heading:\"x\" code:a.b before:2023-05-17 OR code:";
        for (int end = 0; end <= query.length(); end++) {
            String typed = query.substring(0, end);
            assertNotNull(QueryText.of(typed));
            assertNotNull(QueryText.ofTyped(typed), typed);
            assertNotNull(QueryText.ofTyped("title:" + typed), typed);
        }
        assertEquals("", QueryText.ofTyped("title:").words());
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

    @ParameterizedTest
    @CsvSource({"-before:2023-05, after:2023-05", "-after:2024, before:2024"})
    void whatIsNotBeforeAMonthIsFromItOn(String negated, String said) {
        assertEquals(QueryText.of(said).days(), QueryText.of(negated).days());
    }

    @Test
    void aQueryIsCutAtItsLimits() {
        QueryText many = QueryText.of("w ".repeat(1_000));
        assertTrue(many.words().split(" ").length <= QueryText.MAX_WORDS);
        assertTrue(QueryText.of("x".repeat(100_000)).words().length() <= QueryText.MAX_CHARS);
    }
}
