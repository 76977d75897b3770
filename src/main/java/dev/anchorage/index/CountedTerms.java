package dev.anchorage.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/// Terms in the order of their bytes, each with a number of texts that have it. Immutable.
public final class CountedTerms {
    /// None.
    public static final CountedTerms NONE = new CountedTerms(new byte[0], new int[1], new int[0]);

    private final byte[] bytes;
    private final int[] starts;
    private final int[] counts;

    private CountedTerms(byte[] bytes, int[] starts, int[] counts) {
        this.bytes = bytes;
        this.starts = starts;
        this.counts = counts;
    }

    /// Sorts terms.
    ///
    /// @param counts  at least 1 each; others are left out
    public static CountedTerms of(Map<BytesRef, Integer> counts) {
        BytesRef[] terms = counts.entrySet().stream()
                .filter(term -> term.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(BytesRef[]::new);
        Builder builder = new Builder(terms.length);
        for (BytesRef term : terms) {
            builder.add(term, counts.getOrDefault(term, 0));
        }
        return builder.built();
    }

    /// How many there are.
    public int size() {
        return counts.length;
    }

    /// The i-th term.
    public BytesRef term(int i) {
        return new BytesRef(bytes, starts[i], starts[i + 1] - starts[i]);
    }

    /// How many texts have the i-th term.
    public int count(int i) {
        return counts[i];
    }

    /// The first term, by its number, that is not before another one; {@link #size} when all are.
    public int ceiling(BytesRef term) {
        int low = 0;
        int high = counts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, term) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether a number is that of a term.
    public boolean isAt(int i, BytesRef term) {
        return i < counts.length && compare(i, term) == 0;
    }

    /// How many texts have a term.
    public int count(BytesRef term) {
        int i = ceiling(term);
        return isAt(i, term) ? counts[i] : 0;
    }

    private int compare(int i, BytesRef term) {
        return Arrays.compareUnsigned(
                bytes, starts[i], starts[i + 1], term.bytes, term.offset, term.offset + term.length);
    }

    void addTo(Map<BytesRef, Integer> sums) {
        for (int i = 0; i < counts.length; i++) {
            sums.merge(BytesRef.deepCopyOf(term(i)), counts[i], Integer::sum);
        }
    }

    /// Of neighbours only what differs is written.
    void write(DataOutput output) throws IOException {
        output.writeVInt(counts.length);
        for (int i = 0; i < counts.length; i++) {
            int length = starts[i + 1] - starts[i];
            int same = i == 0 ? 0 : same(i);
            output.writeVInt(same);
            output.writeVInt(length - same);
            output.writeBytes(bytes, starts[i] + same, length - same);
            output.writeVInt(counts[i]);
        }
    }

    private int same(int i) {
        int same = Arrays.mismatch(bytes, starts[i - 1], starts[i], bytes, starts[i], starts[i + 1]);
        return same < 0 ? starts[i + 1] - starts[i] : same;
    }

    static CountedTerms read(ByteArrayDataInput input) {
        int size = input.readVInt();
        Builder builder = new Builder(size);
        byte[] term = new byte[64];
        for (int i = 0; i < size; i++) {
            int same = input.readVInt();
            int length = same + input.readVInt();
            term = ArrayUtil.grow(term, length);
            input.readBytes(term, same, length - same);
            builder.add(new BytesRef(term, 0, length), input.readVInt());
        }
        return builder.built();
    }

    /// Puts terms one behind the other.
    private static final class Builder {
        private final int[] starts;
        private final int[] counts;
        private byte[] bytes = new byte[1 << 10];
        private int size;

        Builder(int size) {
            starts = new int[size + 1];
            counts = new int[size];
        }

        void add(BytesRef term, int count) {
            int end = starts[size] + term.length;
            bytes = ArrayUtil.grow(bytes, end);
            System.arraycopy(term.bytes, term.offset, bytes, starts[size], term.length);
            counts[size++] = count;
            starts[size] = end;
        }

        CountedTerms built() {
            return new CountedTerms(ArrayUtil.copyOfSubArray(bytes, 0, starts[size]), starts, counts);
        }
    }
}
