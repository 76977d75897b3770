package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RecentTest {
    private final Recent<String, Integer> recent = new Recent<>();

    @Test
    void whatWasPutIsThere() {
        recent.put("tide", 1);
        assertEquals(1, recent.get("tide"));
        assertNull(recent.get("ferry"));
    }

    @Test
    void whoComesLaterTakesThePlaceAndIsTakenForNobodyElse() {
        assertEquals("Aa".hashCode(), "BB".hashCode());
        recent.put("Aa", 1);
        assertNull(recent.get("BB"));
        recent.put("BB", 2);
        assertNull(recent.get("Aa"));
        assertEquals(2, recent.get("BB"));
    }

    @Test
    void whoSharesTheRoomWithManyHasOnePlace() {
        Recent<String, Integer> crowded = Recent.ofLarge(1_000, Integer.MAX_VALUE);
        crowded.put("tide", 1);
        assertEquals(1, crowded.get("tide"));
        crowded.put("ferry", 2);
        assertNull(crowded.get("tide"));
    }
}
