package dev.anchorage.index;

import dev.anchorage.index.PostBlock.BlockSection;
import dev.anchorage.index.PostBlock.Occurrence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.document.Document;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/// Writes a {@link PostBlock} into few bytes and reads it again.
public final class BlockCodec {
    /// Changes whenever what was written before can't be read.
    private static final byte VERSION = 2;

    private static final int MOST_BYTES = 1 << 30;

    private BlockCodec() {}

    /// A post as bytes: its words, its fields but for text, its text, each by itself.
    public static BytesRef write(PostBlock block) {
        try {
            ByteBuffersDataOutput words = new ByteBuffersDataOutput();
            words.writeVInt(block.terms().size());
            for (BytesRef term : block.terms()) {
                write(words, term);
            }
            words.writeVInt(block.sections().size());
            for (BlockSection section : block.sections()) {
                write(words, section);
            }
            ByteBuffersDataOutput all = new ByteBuffersDataOutput();
            write(all, new BytesRef(deflated(words.toArrayCopy())));
            write(all, fields(block, field -> !isText(field)));
            write(all, fields(block, BlockCodec::isText));
            return new BytesRef(all.toArrayCopy());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isText(BlockField field) {
        return StoredPost.FIELDS.contains(field.name());
    }

    private static BytesRef fields(PostBlock block, Predicate<BlockField> which) throws IOException {
        List<BlockField> fields = block.post().stream().filter(which).toList();
        ByteBuffersDataOutput output = new ByteBuffersDataOutput();
        output.writeVInt(fields.size());
        for (BlockField field : fields) {
            output.writeString(field.name());
            output.writeString(field.kind().name());
            output.writeZLong(field.number());
            write(output, field.bytes());
        }
        return new BytesRef(deflated(output.toArrayCopy()));
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
    public static PostBlock read(BytesRef bytes) throws IOException {
        return read(bytes, term -> true, true);
    }

    /// The same without its text and without words that nobody asks for.
    ///
    /// @param wanted  the terms that stay
    /// @throws IOException when the bytes are no block of this version
    public static PostBlock read(BytesRef bytes, Predicate<BytesRef> wanted) throws IOException {
        return read(bytes, wanted, false);
    }

    private static PostBlock read(BytesRef bytes, Predicate<BytesRef> wanted, boolean withText) throws IOException {
        try {
            ByteArrayDataInput all = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            ByteArrayDataInput input = part(all);
            List<BytesRef> terms = new ArrayList<>();
            boolean[] stays = new boolean[input.readVInt()];
            for (int i = 0; i < stays.length; i++) {
                BytesRef term = bytes(input);
                terms.add(term);
                stays[i] = wanted.test(term);
            }
            List<BlockSection> sections = new ArrayList<>();
            for (int count = input.readVInt(); count > 0; count--) {
                sections.add(section(input, stays));
            }
            List<BlockField> post = new ArrayList<>();
            addFields(part(all), post);
            if (withText) {
                addFields(part(all), post);
            }
            return new PostBlock(terms, sections, post);
        } catch (RuntimeException | DataFormatException nonsense) {
            throw unreadable(nonsense);
        }
    }

    /// The text of a post.
    ///
    /// @throws IOException when the bytes are no block of this version
    public static StoredPost readText(BytesRef bytes) throws IOException {
        try {
            ByteArrayDataInput all = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            all.skipBytes(all.readVInt());
            all.skipBytes(all.readVInt());
            List<BlockField> text = new ArrayList<>();
            addFields(part(all), text);
            Document stored = new Document();
            text.forEach(field -> stored.add(field.toLucene()));
            return StoredPost.of(stored);
        } catch (RuntimeException | DataFormatException nonsense) {
            throw unreadable(nonsense);
        }
    }

    private static IOException unreadable(Exception nonsense) {
        return new IOException("what is kept of a post can't be read", nonsense);
    }

    private static ByteArrayDataInput part(ByteArrayDataInput all) throws DataFormatException {
        return new ByteArrayDataInput(inflated(bytes(all).bytes));
    }

    private static void addFields(ByteArrayDataInput input, List<BlockField> fields) throws IOException {
        for (int count = input.readVInt(); count > 0; count--) {
            String name = input.readString();
            BlockField.Kind kind = BlockField.Kind.valueOf(input.readString());
            long number = input.readZLong();
            fields.add(new BlockField(name, kind, bytes(input), number));
        }
    }

    private static BytesRef bytes(ByteArrayDataInput input) {
        byte[] bytes = new byte[input.readVInt()];
        input.readBytes(bytes, 0, bytes.length);
        return new BytesRef(bytes);
    }

    private static BlockSection section(ByteArrayDataInput input, boolean[] stays) throws IOException {
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
            int length = input.readVInt();
            if (stays[term]) {
                words.add(new Occurrence(term, position, start, start + length));
            }
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
