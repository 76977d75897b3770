package dev.anchorage.index;

import dev.anchorage.index.PostBlock.BlockSection;
import dev.anchorage.index.PostBlock.Occurrence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/// Writes a {@link PostBlock} into few bytes and reads it again.
public final class BlockCodec {
    /// Changes whenever what was written before can't be read.
    private static final byte VERSION = 1;

    private static final int MOST_BYTES = 1 << 30;

    private BlockCodec() {}

    /// A post as bytes.
    public static byte[] write(PostBlock block) {
        try {
            ByteBuffersDataOutput output = new ByteBuffersDataOutput();
            output.writeVInt(block.terms().size());
            for (BytesRef term : block.terms()) {
                write(output, term);
            }
            output.writeVInt(block.sections().size());
            for (BlockSection section : block.sections()) {
                write(output, section);
            }
            output.writeVInt(block.post().size());
            for (BlockField field : block.post()) {
                output.writeString(field.name());
                output.writeString(field.kind().name());
                output.writeZLong(field.number());
                write(output, field.bytes());
            }
            return deflated(output.toArrayCopy());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(DataOutput output, BytesRef bytes) throws IOException {
        output.writeVInt(bytes.length);
        output.writeBytes(bytes.bytes, bytes.offset, bytes.length);
    }

    private static void write(DataOutput output, BlockSection section) throws IOException {
        output.writeString(section.language());
        output.writeLong(section.lengths());
        output.writeString(section.anchor() == null ? "" : "#" + section.anchor());
        output.writeVInt(section.words().size());
        int position = 0;
        int start = 0;
        for (Occurrence word : section.words()) {
            output.writeVInt(word.term());
            output.writeVInt(word.position() - position);
            output.writeZInt(word.start() - start);
            output.writeVInt(word.end() - word.start());
            position = word.position();
            start = word.start();
        }
    }

    /// Reads what {@link #write} wrote.
    ///
    /// @throws IOException when the bytes are no block of this version
    public static PostBlock read(byte[] bytes) throws IOException {
        try {
            ByteArrayDataInput input = new ByteArrayDataInput(inflated(bytes));
            List<BytesRef> terms = new ArrayList<>();
            for (int count = input.readVInt(); count > 0; count--) {
                terms.add(bytes(input));
            }
            List<BlockSection> sections = new ArrayList<>();
            for (int count = input.readVInt(); count > 0; count--) {
                sections.add(section(input));
            }
            List<BlockField> post = new ArrayList<>();
            for (int count = input.readVInt(); count > 0; count--) {
                String name = input.readString();
                BlockField.Kind kind = BlockField.Kind.valueOf(input.readString());
                long number = input.readZLong();
                post.add(new BlockField(name, kind, bytes(input), number));
            }
            return new PostBlock(terms, sections, post);
        } catch (RuntimeException | DataFormatException nonsense) {
            throw new IOException("what is kept of a post can't be read", nonsense);
        }
    }

    private static BytesRef bytes(ByteArrayDataInput input) {
        byte[] bytes = new byte[input.readVInt()];
        input.readBytes(bytes, 0, bytes.length);
        return new BytesRef(bytes);
    }

    private static BlockSection section(ByteArrayDataInput input) throws IOException {
        String language = input.readString();
        long lengths = input.readLong();
        String anchor = input.readString();
        List<Occurrence> words = new ArrayList<>();
        int position = 0;
        int start = 0;
        for (int count = input.readVInt(); count > 0; count--) {
            int term = input.readVInt();
            position += input.readVInt();
            start += input.readZInt();
            words.add(new Occurrence(term, position, start, start + input.readVInt()));
        }
        return new BlockSection(language, lengths, anchor.isEmpty() ? null : anchor.substring(1), words);
    }

    /// Bytes in a form that takes less room: {@link #VERSION}, their number, then deflated.
    static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream output = new ByteArrayOutputStream(bytes.length / 2 + 16);
            output.write(VERSION);
            for (int shift = 24; shift >= 0; shift -= 8) {
                output.write(bytes.length >>> shift);
            }
            byte[] piece = new byte[1 << 13];
            while (!deflater.finished()) {
                output.write(piece, 0, deflater.deflate(piece));
            }
            return output.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// What {@link #deflated} made smaller.
    static byte[] inflated(byte[] bytes) throws DataFormatException {
        if (bytes.length < 5 || bytes[0] != VERSION) {
            throw new DataFormatException("of another version");
        }
        int length = 0;
        for (int i = 1; i <= 4; i++) {
            length = (length << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        if (length < 0 || length > MOST_BYTES) {
            throw new DataFormatException("too long");
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, 5, bytes.length - 5);
            byte[] inflated = new byte[length];
            int end = 0;
            while (end < length && !inflater.needsInput()) {
                end += inflater.inflate(inflated, end, length - end);
            }
            if (end < length) {
                throw new DataFormatException("too short");
            }
            return inflated;
        } finally {
            inflater.end();
        }
    }
}
