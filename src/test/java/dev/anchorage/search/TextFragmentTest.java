package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class TextFragmentTest {
    private static final String TEXT =
            "The ferry to Oban was late, again. We waited.\nThe ferry to Mull was “late” too.";

    @Test
    void aFewWordsFromTheMatchOnAreEnoughWhenTheyStandOnlyOnce() {
        assertEquals("Oban%20was%20late%2C", TextFragment.from(TEXT, TEXT.indexOf("Oban"), new PageText(TEXT)));
    }

    @Test
    void wordsThatStandTwiceAreFollowedByMoreUntilTheyDont() {
        assertEquals("ferry%20to%20Mull", TextFragment.from(TEXT, TEXT.lastIndexOf("ferry"), new PageText(TEXT)));
        assertEquals("The%20ferry%20to%20Oban", TextFragment.from(TEXT, 0, new PageText(TEXT)));
    }

    @Test
    void aMatchInsideAWordBeginsWithTheWord() {
        assertEquals("waited.", TextFragment.from(TEXT, TEXT.indexOf("ited"), new PageText(TEXT)));
    }

    @Test
    void whatAGeneratorMayWriteDifferentlyOrThePostSaysTwiceGivesNone() {
        assertNull(TextFragment.from(TEXT, TEXT.indexOf("“late”"), new PageText(TEXT)));
        assertNull(TextFragment.from(TEXT, TEXT.indexOf("Oban"), new PageText(TEXT + "\n" + TEXT)));
    }
}
