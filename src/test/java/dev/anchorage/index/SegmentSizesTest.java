package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SegmentSizesTest {
    private static final long MB = 1L << 20;

    @Test
    void anArchiveOfTenYearsHasFewSegments() {
        assertEquals(128, SegmentSizes.of(0).maxMb());
        assertEquals(128, SegmentSizes.of(658 * MB).maxMb());
    }

    @Test
    void segmentsOfLargerArchivesGrowWithTheRootOfTheirSize() {
        assertEquals(128, SegmentSizes.of(16_384 * MB).maxMb());
        assertEquals(256, SegmentSizes.of(65_536 * MB).maxMb());
    }

    @Test
    void whatIsWrittenAtATimeIsASmallPartOfTheHeap() {
        double heapMb = (double) Runtime.getRuntime().maxMemory() / MB;
        for (long posts : new long[] {0, 46 * MB, 1L << 50}) {
            assertTrue(SegmentSizes.of(posts).bufferMb() <= heapMb / 6, posts + " bytes of posts");
        }
    }
}
