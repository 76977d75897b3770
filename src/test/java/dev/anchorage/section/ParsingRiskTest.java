package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.anchorage.section.ParsingRisk.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the parser must not see is found wherever it stands, and named with its line.
class ParsingRiskTest {
    private static final int LONGEST_RUN = 500;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 250, 499, 500, 501, 1_203})
    void aRunIsTooLongWhereverItBegins(int signsBefore) {
        String before = "a".repeat(signsBefore) + "\n";
        assertEquals(
                new Finding(1, "more than 500 of “~” in a row"),
                ParsingRisk.in(before + "~".repeat(LONGEST_RUN + 1) + "\nand more"));
        assertNull(ParsingRisk.in(before + "~".repeat(LONGEST_RUN) + "\nand more"));
    }

    @Test
    void marksAreTooManyBeyondAHundredThousand() {
        String most = ("*".repeat(200) + "\n").repeat(500);
        assertNull(ParsingRisk.in(most));
        assertEquals(new Finding(500, "more than 100000 of the marks *_[]<&`~|"), ParsingRisk.in(most + "*"));
    }
}
