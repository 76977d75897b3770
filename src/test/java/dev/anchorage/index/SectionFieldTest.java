package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SectionFieldTest {
    @ParameterizedTest
    @EnumSource
    void theFirstAndTheLastPositionOfAPartAreInIt(SectionField part) {
        assertEquals(part, SectionField.at(part.firstPosition()));
        assertEquals(part, SectionField.at(part.lastPosition()));
        assertTrue(part.firstPosition() < part.lastPosition());
    }

    @ParameterizedTest
    @EnumSource
    void theLengthOfEachPartIsKept(SectionField part) throws Exception {
        SectionAnalyzer analyzer = SectionAnalyzer.ofTexts();
        String text = "word ".repeat(3 + part.number());
        long lengths =
                IndexSchema.lengths(java.util.Map.of(part, PartTokens.of(analyzer, IndexSchema.text("en"), text)));
        for (SectionField other : SectionField.values()) {
            assertEquals(other == part ? 3 + part.number() : 0, IndexSchema.lengthOf(other, lengths));
        }
    }
}
