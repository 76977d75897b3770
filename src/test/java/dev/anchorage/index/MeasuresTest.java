package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MeasuresTest {
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "1969-12-31", "2026-12-01", "0001-01-01", "-0044-03-15", "9999-12-31"})
    void aPostHasItsWordsAndItsDay(LocalDate date) {
        long measures = Measures.ofPost(1_234, date);
        assertTrue(Measures.areOfPost(measures));
        assertEquals(1_234, Measures.wordsOfPost(measures));
        assertEquals(date.toEpochDay(), Measures.day(measures));
    }

    @Test
    void aPostWithoutADateComesBeforeAllOthers() {
        long measures = Measures.ofPost(Long.MAX_VALUE, null);
        assertTrue(Measures.areOfPost(measures));
        assertEquals(Integer.MAX_VALUE, Measures.wordsOfPost(measures));
        assertEquals(Measures.NO_DAY, Measures.day(measures));
        assertTrue(Measures.NO_DAY < Measures.day(Measures.ofPost(0, LocalDate.MIN)));
    }

    @ParameterizedTest
    @EnumSource
    void aSectionIsNeverTakenForAPost(SectionField part) throws Exception {
        PartTokens many = PartTokens.of(SectionAnalyzer.ofTexts(), IndexSchema.text("en"), "word ".repeat(300_000));
        long measures = Measures.ofSection(Map.of(part, many));
        assertFalse(Measures.areOfPost(measures));
        assertTrue(
                part == SectionField.TITLE
                        ? Measures.words(part, measures) == 30_744
                        : Measures.words(part, measures) > 200_000);
    }
}
