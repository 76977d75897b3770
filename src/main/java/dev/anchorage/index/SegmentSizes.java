package dev.anchorage.index;

import org.apache.lucene.index.TieredMergePolicy;

/// How large the segments of an index may grow.
///
/// A segment with much that is deleted is merged, so the largest bounds what replacing posts costs; and every query
/// looks into each segment, so their number bounds what a query costs. An index is about as large as its posts, so when
/// the bound is the square root of their size, both costs grow with that root only. What takes some seconds to merge is
/// never too large, so most archives have two segments; and as much is written at a time, since larger segments are
/// made in less time.
///
/// @param maxMb  segments of more megabytes come of no merge of several
record SegmentSizes(double maxMb) {
    private static final double LEAST_MB = 128;

    /// So much of a segment may be deleted before it is merged: for each word that is looked up there, whether deleted
    /// posts have it is looked up, too. In a segment of 25 MB these are some forty posts.
    private static final double DELETED_PERCENT = 2;

    /// A small heap needs the rest for everything else.
    private static final int HEAP_SHARE = 6;

    /// @param bytes  size of all posts
    static SegmentSizes of(long bytes) {
        return new SegmentSizes(Math.max(LEAST_MB, Math.sqrt((double) bytes / (1 << 20))));
    }

    /// How many megabytes are written at a time.
    double bufferMb() {
        double heapMb = (double) Runtime.getRuntime().maxMemory() / (1 << 20);
        return Math.min(maxMb, heapMb / HEAP_SHARE);
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
