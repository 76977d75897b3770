package dev.anchorage.search;

import org.apache.lucene.util.FixedBitSet;

/// Which documents are posts, each behind its sections, and so of which post a section is: of the next one. A bit and a
/// half for each document. Immutable.
final class PostEnds {
    /// A bit for each document that is a post, those of 64 documents in a number.
    private final long[] ends;

    /// How many posts end before each 64 documents.
    private final int[] before;

    private final int size;

    /// @param posts  a bit for each document that is one; not changed any more
    PostEnds(FixedBitSet posts) {
        ends = posts.getBits();
        before = new int[ends.length];
        int count = 0;
        for (int i = 0; i < ends.length; i++) {
            before[i] = count;
            count += Long.bitCount(ends[i]);
        }
        size = count;
    }

    /// The number of the post that a document is, or is a section of, in the order of the index from 0.
    ///
    /// @param document  none that is deleted
    int postOf(int document) {
        return postAt(document / Long.SIZE, 1L << document);
    }

    /// @param bit  of a document, or of the post it belongs to, among the i-th 64
    private int postAt(int i, long bit) {
        return before[i] + Long.bitCount(ends[i] & (bit - 1));
    }

    /// The posts that some documents are, or are sections of.
    ///
    /// Takes 64 documents at once for a number and adds it to one whose bits are ones where no post ends: a section
    /// carries a one to the end of its post, as 1 does in 0999 + 1, and no further.
    ///
    /// @param documents  none that is deleted
    FixedBitSet postsOf(FixedBitSet documents) {
        FixedBitSet posts = new FixedBitSet(Math.max(1, size));
        long[] found = documents.getBits();
        long carried = 0;
        for (int i = 0; i < before.length; i++) {
            if (found[i] == 0 && carried == 0) {
                continue;
            }
            long ending = ends[i];
            long sections = found[i] & ~ending;
            long sum = ~ending + sections + carried;
            carried = (sections | (~ending & ~sum)) >>> (Long.SIZE - 1);
            for (long left = (sum | found[i]) & ending; left != 0; left &= left - 1) {
                posts.set(postAt(i, Long.lowestOneBit(left)));
            }
        }
        return posts;
    }
}
