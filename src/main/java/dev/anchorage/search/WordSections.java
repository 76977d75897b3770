package dev.anchorage.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// In which sections of an index a word stands, and which posts have it, in the numbers of the whole index. Filled in
/// this order, then immutable.
final class WordSections {
    private static final int NUMBER_BITS = Integer.SIZE;

    /// Of a common word, for which a bit for every section takes less than numbers do.
    private final @Nullable FixedBitSet bits;

    private int[] numbers;
    private int size;

    /// Without any yet.
    ///
    /// @param most  about how many will come
    /// @param all  number of sections of the index
    WordSections(int most, int all) {
        boolean isCommon = most > all / NUMBER_BITS;
        bits = isCommon ? new FixedBitSet(Math.max(1, all)) : null;
        numbers = new int[isCommon ? 0 : most];
    }

    static WordSections of(FixedBitSet sections) {
        WordSections word = new WordSections(sections.cardinality(), sections.length());
        for (int at = PostSet.next(sections, 0); at >= 0; at = PostSet.next(sections, at + 1)) {
            word.add(at);
        }
        return word;
    }

    /// What they take in memory, in bytes.
    static long bytes(Term word, WordSections sections) {
        FixedBitSet bits = sections.bits;
        return Kept.ENTRY_BYTES
                + word.bytes().length
                + (bits == null ? 0 : (long) Long.BYTES * bits.getBits().length)
                + (long) Integer.BYTES * sections.numbers.length;
    }

    void add(int section) {
        if (bits != null) {
            bits.set(section);
        } else {
            numbers = ArrayUtil.grow(numbers, size + 1);
            numbers[size++] = section;
        }
    }

    /// Adds the first of some sections of a segment.
    ///
    /// @param docBase  the segment's first section
    void add(int[] sections, int count, int docBase) {
        if (bits != null) {
            for (int i = 0; i < count; i++) {
                bits.set(docBase + sections[i]);
            }
        } else {
            numbers = ArrayUtil.grow(numbers, size + count);
            for (int i = 0; i < count; i++) {
                numbers[size + i] = docBase + sections[i];
            }
            size += count;
        }
    }

    /// Adds them to a set.
    void addTo(FixedBitSet sections) {
        if (bits != null) {
            sections.or(bits);
        }
        for (int i = 0; i < size; i++) {
            sections.set(numbers[i]);
        }
    }
}
