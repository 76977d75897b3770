package dev.anchorage.index;

import dev.anchorage.index.PostBlock.BlockSection;
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
    private static final byte VERSION = 3;

    private static final int MOST_BYTES = 1 << 30;

    private BlockCodec() {}

    /// A post as bytes: its words and its fields but for text, then its text, each by itself.
    public static BytesRef write(PostBlock block) {
        try {
            ByteBuffersDataOutput output = new ByteBuffersDataOutput();
            output.writeVInt(block.sections().size());
            for (BlockSection section : block.sections()) {
                output.writeString(section.language());
                output.writeLong(section.lengths());
                output.writeString(section.anchor() == null ? "" : "#" + section.anchor());
            }
            block.words().write(output);
            write(output, block.fields());
            ByteBuffersDataOutput all = new ByteBuffersDataOutput();
            write(all, new BytesRef(deflated(output.toArrayCopy())));
            write(all, block.packedText());
            return new BytesRef(all.toArrayCopy());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(DataOutput output, List<BlockField> fields) throws IOException {
        output.writeVInt(fields.size());
        for (BlockField field : fields) {
            output.writeString(field.name());
            output.writeString(field.kind().name());
            output.writeZLong(field.number());
            write(output, field.bytes());
        }
    }

    private static void write(DataOutput output, BytesRef bytes) throws IOException {
        output.writeVInt(bytes.length);
        output.writeBytes(bytes.bytes, bytes.offset, bytes.length);
    }

    /// Reads what {@link #write} wrote.
    ///
    /// @throws IOException when the bytes are no block of this version
    public static PostBlock read(BytesRef bytes) throws IOException {
        try {
            ByteArrayDataInput all = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            ByteArrayDataInput input = new ByteArrayDataInput(inflated(bytes(all).bytes));
            List<BlockSection> sections = new ArrayList<>();
            for (int count = input.readVInt(); count > 0; count--) {
                String language = input.readString();
                long lengths = input.readLong();
                String anchor = input.readString();
                sections.add(new BlockSection(language, lengths, anchor.isEmpty() ? null : anchor.substring(1)));
            }
            BlockWords words = BlockWords.read(input);
            return new PostBlock(List.copyOf(sections), words, fields(input), bytes(all));
        } catch (RuntimeException | DataFormatException nonsense) {
            throw unreadable(nonsense);
        }
    }

    /// Fields in fewer bytes.
    static BytesRef packed(List<BlockField> fields) {
        try {
            ByteBuffersDataOutput output = new ByteBuffersDataOutput();
            write(output, fields);
            return new BytesRef(deflated(output.toArrayCopy()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What {@link #packed} made smaller.
    ///
    /// @throws IOException when the bytes are nothing of this version
    static List<BlockField> unpacked(BytesRef bytes) throws IOException {
        try {
            return fields(new ByteArrayDataInput(inflated(bytes.bytes)));
        } catch (RuntimeException | DataFormatException nonsense) {
            throw unreadable(nonsense);
        }
    }

    private static IOException unreadable(Exception nonsense) {
        return new IOException("what is kept of a post can't be read", nonsense);
    }

    private static List<BlockField> fields(ByteArrayDataInput input) throws IOException {
        List<BlockField> fields = new ArrayList<>();
        for (int count = input.readVInt(); count > 0; count--) {
            String name = input.readString();
            BlockField.Kind kind = BlockField.Kind.valueOf(input.readString());
            long number = input.readZLong();
            fields.add(new BlockField(name, kind, bytes(input), number));
        }
        return List.copyOf(fields);
    }

    private static BytesRef bytes(ByteArrayDataInput input) {
        byte[] bytes = new byte[input.readVInt()];
        input.readBytes(bytes, 0, bytes.length);
        return new BytesRef(bytes);
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
