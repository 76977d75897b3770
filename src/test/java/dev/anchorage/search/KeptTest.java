package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class KeptTest {
    private final Kept<String, Integer> kept = new Kept<>(100, (key, bytes) -> bytes);

    @Test
    void whatWasNotAskedForTheLongestGoesFirst() {
        for (int i = 0; i < 10; i++) {
            kept.put("word" + i, 10);
        }
        assertEquals(10, kept.get("word0"));
        kept.put("tide", 12);
        kept.put("tide", 12);
        assertEquals(10, kept.get("word0"));
        assertNull(kept.get("word1"));
        assertNull(kept.get("word2"));
        assertEquals(9, kept.size());
        assertEquals(92, kept.bytes());
    }

    @Test
    void whatComesOncePushesNothingOut() {
        for (int i = 0; i < 1_000; i++) {
            kept.put("word" + i, 10);
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(10, kept.get("word" + i));
        }
        assertEquals(10, kept.size());
    }

    @Test
    void whatIsPutAgainCountsOnce() {
        kept.put("tide", 10);
        kept.put("tide", 4);
        assertEquals(4, kept.bytes());
        assertEquals(1, kept.size());
    }

    @Test
    void whatTakesMoreThanAnEighthPushesNothingOut() {
        kept.put("tide", 10);
        kept.put("flood", 13);
        assertNull(kept.get("flood"));
        assertEquals(10, kept.get("tide"));
    }

    @Test
    void whatHasNoRoomKeepsNothing() {
        Kept<String, Integer> none = Kept.ofHeap(Integer.MAX_VALUE, (key, bytes) -> bytes);
        none.put("tide", 1_000);
        assertNull(none.get("tide"));
        assertEquals(0, none.bytes());
    }
}
