package dev.anchorage.index;

import dev.anchorage.index.PostBlock.Occurrence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/// The words of a post in the order of their bytes, each with the places where it stands, so that a word is looked up
/// without reading the others. Immutable.
public final class BlockWords {
    /// None.
    public static final BlockWords NONE = new BlockWords(new byte[0], new int[0]);

    /// Word by word: its length in two bytes, its bytes, the length of its places as variable number, its places.
    private final byte[] bytes;

    private final int[] starts;

    private BlockWords(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /// @param places  of each word, in the order of sections and positions
    static BlockWords of(Map<BytesRef, List<Place>> places) {
        ByteBuffersDataOutput all = new ByteBuffersDataOutput();
        int[] starts = new int[places.size()];
        int size = 0;
        try {
            for (Map.Entry<BytesRef, List<Place>> word : new TreeMap<>(places).entrySet()) {
                starts[size++] = Math.toIntExact(all.size());
                BytesRef term = word.getKey();
                all.writeByte((byte) (term.length >>> Byte.SIZE));
                all.writeByte((byte) term.length);
                all.writeBytes(term.bytes, term.offset, term.length);
                byte[] written = written(word.getValue());
                all.writeVInt(written.length);
                all.writeBytes(written, written.length);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new BlockWords(all.toArrayCopy(), starts);
    }

    private static byte[] written(List<Place> places) throws IOException {
        ByteBuffersDataOutput output = new ByteBuffersDataOutput();
        int section = 0;
        int position = 0;
        int start = 0;
        for (Place place : places) {
            output.writeVInt(place.section() - section);
            if (place.section() != section) {
                section = place.section();
                position = 0;
                start = 0;
            }
            output.writeVInt(place.position() - position);
            output.writeZInt(place.start() - start);
            output.writeVInt(place.end() - place.start());
            position = place.position();
            start = place.start();
        }
        return output.toArrayCopy();
    }

    /// How many there are.
    public int size() {
        return starts.length;
    }

    /// The i-th word, as {@link WordTerm} spells it.
    public BytesRef term(int i) {
        return new BytesRef(bytes, starts[i] + 2, length(i));
    }

    private int length(int i) {
        return ((bytes[starts[i]] & 0xFF) << Byte.SIZE) | (bytes[starts[i] + 1] & 0xFF);
    }

    /// The number of a word; negative when it isn't there.
    public int find(BytesRef term) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int first = starts[middle] + 2;
            int order = Arrays.compareUnsigned(
                    bytes, first, first + length(middle), term.bytes, term.offset, term.offset + term.length);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -1;
    }

    /// Gives all places of the i-th word, in the order of sections and positions.
    public void forEachPlace(int i, Taking take) {
        int first = starts[i] + 2 + length(i);
        ByteArrayDataInput input = new ByteArrayDataInput(bytes, first, bytes.length - first);
        int length = input.readVInt();
        int end = input.getPosition() + length;
        int section = 0;
        int position = 0;
        int start = 0;
        while (input.getPosition() < end) {
            int further = input.readVInt();
            section += further;
            position = (further == 0 ? position : 0) + input.readVInt();
            start = (further == 0 ? start : 0) + readZInt(input);
            take.place(section, position, start, start + input.readVInt());
        }
    }

    private static int readZInt(ByteArrayDataInput input) {
        int coded = input.readVInt();
        return (coded >>> 1) ^ -(coded & 1);
    }

    /// The words of each section, in the order of their positions.
    ///
    /// @param sections  how many the post has
    public List<List<Occurrence>> bySection(int sections) {
        List<List<Occurrence>> all = new ArrayList<>();
        for (int section = 0; section < sections; section++) {
            all.add(new ArrayList<>());
        }
        for (int i = 0; i < size(); i++) {
            BytesRef term = term(i);
            forEachPlace(i, (section, position, start, end) -> all.get(section).add(new Occurrence(term, position)));
        }
        all.forEach(section -> section.sort((one, other) -> Integer.compare(one.position(), other.position())));
        return all;
    }

    void write(DataOutput output) throws IOException {
        output.writeVInt(starts.length);
        output.writeVInt(bytes.length);
        output.writeBytes(bytes, bytes.length);
    }

    static BlockWords read(ByteArrayDataInput input) {
        int[] starts = new int[input.readVInt()];
        byte[] bytes = new byte[input.readVInt()];
        input.readBytes(bytes, 0, bytes.length);
        BlockWords words = new BlockWords(bytes, starts);
        ByteArrayDataInput each = new ByteArrayDataInput(bytes);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = each.getPosition();
            each.skipBytes(2 + words.length(i));
            each.skipBytes(each.readVInt());
        }
        return words;
    }

    /// How much memory they take, in bytes.
    int memory() {
        return bytes.length + Integer.BYTES * starts.length;
    }

    /// Takes a place of a word.
    public interface Taking {
        /// Takes it.
        ///
        /// @param section  its number in the post
        /// @param position  as {@link SectionField} says
        /// @param start  where the word stands in the shown text, in UTF-16 code units
        /// @param end  behind it
        void place(int section, int position, int start, int end);
    }

    /// A place of a word, as {@link Taking#place} gets it.
    record Place(int section, int position, int start, int end) {}
}
