package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PageTextTest {
    /// The rarest of letters, by which words are looked for, so that the sign before it is the one that is compared.
    private static final String RARE = "z";

    @Test
    void wordsInAnotherCaseAreTheSameWords() {
        assertTrue(new PageText("", "Zürich, and Zermatt").hasOnce("zürich"));
        assertFalse(new PageText("", "Zürich, and ZÜRICH").hasOnce("Zürich"));
        assertFalse(new PageText("ZÜRICH", "to Zürich").hasOnce("Zürich"));
    }

    @Test
    void noTwoOtherSignsOfAsciiAreTheSame() {
        for (char one = 0; one < 0x80; one++) {
            for (char other = 0; other < 0x80; other++) {
                String words = one + RARE;
                String text = words + "; " + other + "Z";
                long matches = IntStream.range(0, text.length())
                        .filter(at -> text.regionMatches(true, at, words, 0, words.length()))
                        .count();
                assertEquals(matches == 1, new PageText("", text).hasOnce(words), text);
            }
        }
    }

    @Test
    void noSignThatIsTakenToHaveNoCaseHasOne() {
        for (char sign = PageText.CJK_START; sign < PageText.CJK_END; sign++) {
            assertEquals(sign, Character.toLowerCase(Character.toUpperCase(sign)));
        }
    }

    @Test
    void wordsOfChineseAreFoundAsTheyAre() {
        assertTrue(new PageText("", "港口的灯塔，和港口的船").hasOnce("港口的船"));
        assertFalse(new PageText("", "港口的灯塔，和港口的船").hasOnce("港口的"));
    }
}
