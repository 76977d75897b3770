package dev.anchorage.index;

import org.apache.lucene.index.TieredMergePolicy;

/// How large the segments of an index may grow.
///
/// What is deleted is merged away at once, so the largest segment bounds what replacing one post costs; and every query
/// looks into each segment, so their number bounds what a query costs. An index is about as large as its posts, so when
/// the bound is the square root of their size, both costs grow with that root only.
///
/// @param maxMb  segments of more megabytes come of no merge of several
record SegmentSizes(double maxMb) {
    private static final double LEAST_MB = 4;

    /// A buffer holds what all processors write, larger than it is on disk: segments that come of it are somewhat
    /// larger
    /// than those of merges.
    private static final int BUFFERED_SEGMENTS = 2;

    /// @param bytes  size of all posts
    static SegmentSizes of(long bytes) {
        return new SegmentSizes(Math.max(LEAST_MB, Math.sqrt((double) bytes / (1 << 20))));
    }

    double bufferMb() {
        return maxMb * BUFFERED_SEGMENTS;
    }

    /// Merges that leave no deleted document.
    TieredMergePolicy merges() {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setMaxMergedSegmentMB(maxMb);
        merges.setForceMergeDeletesPctAllowed(0);
        return merges;
    }
}
