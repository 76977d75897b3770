package dev.anchorage.index;

import org.apache.lucene.index.TieredMergePolicy;

/// How large the segments of an index may grow.
///
/// A segment with much that is deleted is merged, so the largest bounds what replacing posts costs; and every query
/// looks into each segment, so their number bounds what a query costs. An index is about as large as its posts, so when
/// the bound is the square root of their size, both costs grow with that root only. What takes two seconds to merge is
/// never too large, so most archives have two or three segments.
///
/// @param maxMb  segments of more megabytes come of no merge of several
record SegmentSizes(double maxMb) {
    private static final double LEAST_MB = 32;

    /// So much of a segment may be deleted before it is merged: for each word that is looked up there, whether deleted
    /// posts have it is looked up, too. In a segment of 25 MB these are some forty posts.
    private static final double DELETED_PERCENT = 2;

    /// A buffer holds what all processors write, larger than it is on disk: segments that come of it are
    /// somewhat larger than those of merges.
    private static final int BUFFERED_SEGMENTS = 2;

    /// A small heap needs the rest for everything else.
    private static final int HEAP_SHARE = 6;

    /// @param bytes  size of all posts
    static SegmentSizes of(long bytes) {
        return new SegmentSizes(Math.max(LEAST_MB, Math.sqrt((double) bytes / (1 << 20))));
    }

    /// How many megabytes are written at a time.
    double bufferMb() {
        double heapMb = (double) Runtime.getRuntime().maxMemory() / (1 << 20);
        return Math.min(maxMb * BUFFERED_SEGMENTS, heapMb / HEAP_SHARE);
    }

    /// Merges of small segments, and of those with much that is deleted.
    ///
    /// @param leavesDeleted  whether some that is deleted may stay
    TieredMergePolicy merges(boolean leavesDeleted) {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setMaxMergedSegmentMB(maxMb);
        merges.setForceMergeDeletesPctAllowed(leavesDeleted ? DELETED_PERCENT : 0);
        return merges;
    }
}
