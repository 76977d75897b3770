package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.index.SectionField.Stretch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SectionFieldTest {
    @ParameterizedTest
    @EnumSource
    void theFirstAndTheLastPositionOfAPartAreInIt(SectionField part) {
        for (Stretch stretch : part.stretches()) {
            assertEquals(part, SectionField.at(stretch.first()));
            assertEquals(part, SectionField.at(stretch.last()));
            assertTrue(stretch.first() < stretch.last());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLengthOfEachPartIsKept(SectionField part) throws Exception {
        SectionAnalyzer analyzer = SectionAnalyzer.ofTexts();
        String text = "word ".repeat(3 + part.number());
        long lengths =
                Measures.ofSection(java.util.Map.of(part, PartTokens.of(analyzer, IndexSchema.text("en"), text)));
        for (SectionField other : SectionField.values()) {
            assertEquals(other == part ? 3 + part.number() : 0, Measures.words(other, lengths));
        }
    }
}
