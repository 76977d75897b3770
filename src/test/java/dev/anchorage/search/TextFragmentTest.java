package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class TextFragmentTest {
    private static final String TEXT =
            "The ferry to Oban was late, again. We waited.\nThe ferry to Mull was “late” too.";

    @Test
    void aFewWordsFromTheMatchOnAreEnoughWhenTheyStandOnlyOnce() {
        assertEquals(
                "Oban%20was%20late%2C", TextFragment.from(TEXT, TEXT.indexOf("Oban"), new PageText("Ferries", TEXT)));
    }

    @Test
    void wordsThatStandTwiceAreFollowedByMoreUntilTheyDont() {
        assertEquals(
                "ferry%20to%20Mull", TextFragment.from(TEXT, TEXT.lastIndexOf("ferry"), new PageText("Ferries", TEXT)));
        assertEquals("The%20ferry%20to%20Oban", TextFragment.from(TEXT, 0, new PageText("Ferries", TEXT)));
    }

    @Test
    void aMatchInsideAWordBeginsWithTheWord() {
        assertEquals("waited.", TextFragment.from(TEXT, TEXT.indexOf("ited"), new PageText("Ferries", TEXT)));
    }

    @Test
    void whatAGeneratorMayWriteDifferentlyOrThePostSaysTwiceGivesNone() {
        assertNull(TextFragment.from(TEXT, TEXT.indexOf("“late”"), new PageText("Ferries", TEXT)));
        assertNull(TextFragment.from(TEXT, TEXT.indexOf("Oban"), new PageText("Ferries", TEXT + "\n" + TEXT)));
    }

    @Test
    void whatTheTitleSaysTooStandsThereTwice() {
        int ferry = TEXT.lastIndexOf("ferry");
        assertEquals("ferry%20to%20Mull%20was", TextFragment.from(TEXT, ferry, new PageText("A FERRY to Mull", TEXT)));
        assertNull(TextFragment.from(TEXT, ferry, new PageText("The ferry to Mull was", TEXT)));
        assertNull(TextFragment.from(TEXT, ferry, new PageText("", TEXT + "\n" + TEXT)));
        assertNull(TextFragment.from(TEXT, ferry, PageText.NONE));
    }
}
