package dev.anchorage.index;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// What the last state of an index knows of each post besides its text. Immutable.
public final class IndexedPosts {
    /// No posts.
    public static final IndexedPosts NONE = new IndexedPosts(Map.of());

    private final Map<String, Known> byPath;

    /// @param byPath  what is known of each post, by its path
    public IndexedPosts(Map<String, Known> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    static IndexedPosts of(Directory files) throws IOException {
        Map<String, Known> byPath = new HashMap<>();
        try (DirectoryReader reader = DirectoryReader.open(files)) {
            for (LeafReaderContext segment : reader.leaves()) {
                read(segment.reader(), byPath);
            }
        }
        return new IndexedPosts(byPath);
    }

    private static void read(LeafReader segment, Map<String, Known> byPath) throws IOException {
        Bits live = segment.getLiveDocs();
        SortedDocValues paths = DocValues.getSorted(segment, IndexSchema.PATH_ORDER);
        SortedDocValues permalinks = DocValues.getSorted(segment, IndexSchema.PERMALINK);
        BinaryDocValues fingerprints = DocValues.getBinary(segment, IndexSchema.FINGERPRINT);
        NumericDocValues expiries = DocValues.getNumeric(segment, IndexSchema.EXPIRES);
        for (int post = paths.nextDoc(); post != SortedDocValues.NO_MORE_DOCS; post = paths.nextDoc()) {
            if (live == null || live.get(post)) {
                String permalink = permalinks.advanceExact(post)
                        ? permalinks.lookupOrd(permalinks.ordValue()).utf8ToString()
                        : "";
                String fingerprint = fingerprints.advanceExact(post)
                        ? fingerprints.binaryValue().utf8ToString()
                        : "";
                long expires = expiries.advanceExact(post) ? expiries.longValue() : Long.MAX_VALUE;
                byPath.put(
                        paths.lookupOrd(paths.ordValue()).utf8ToString(), new Known(fingerprint, permalink, expires));
            }
        }
    }

    /// What is known of each post, by its path.
    public Map<String, Known> byPath() {
        return byPath;
    }

    Set<String> paths() {
        return byPath.keySet();
    }

    /// The permalink of an indexed post.
    String permalinkOf(String path) {
        Known known = byPath.get(path);
        return known == null ? "" : known.permalink();
    }

    /// When an indexed post expires; null: never.
    @Nullable
    Instant expiryOf(String path) {
        Known known = byPath.get(path);
        return known == null || known.expires() == Long.MAX_VALUE ? null : Instant.ofEpochMilli(known.expires());
    }

    /// The fingerprint of an indexed post's file.
    String fingerprintOf(String path) {
        Known known = byPath.get(path);
        return known == null ? "" : known.fingerprint();
    }

    /// Fingerprints by path. That of a post which has expired is empty, so that it counts as changed.
    Map<String, String> fingerprintsDueAt(Instant now) {
        Map<String, String> fingerprints = new HashMap<>();
        byPath.forEach((path, known) ->
                fingerprints.put(path, known.expires() <= now.toEpochMilli() ? "" : known.fingerprint()));
        return fingerprints;
    }

    /// As bytes.
    public byte[] write() {
        try {
            ByteBuffersDataOutput output = new ByteBuffersDataOutput();
            output.writeVInt(byPath.size());
            for (Map.Entry<String, Known> post : new TreeMap<>(byPath).entrySet()) {
                output.writeString(post.getKey());
                output.writeString(post.getValue().fingerprint());
                output.writeString(post.getValue().permalink());
                output.writeZLong(post.getValue().expires());
            }
            return BlockCodec.deflated(output.toArrayCopy());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Reads what {@link #write} wrote.
    ///
    /// @throws IOException when the bytes are nothing of this version
    public static IndexedPosts read(byte[] bytes) throws IOException {
        try {
            ByteArrayDataInput input = new ByteArrayDataInput(BlockCodec.inflated(bytes));
            Map<String, Known> byPath = new HashMap<>();
            for (int count = input.readVInt(); count > 0; count--) {
                String path = input.readString();
                byPath.put(path, new Known(input.readString(), input.readString(), input.readZLong()));
            }
            return new IndexedPosts(byPath);
        } catch (RuntimeException | DataFormatException nonsense) {
            throw new IOException("what is kept of the files can't be read", nonsense);
        }
    }

    /// What is known of a post.
    ///
    /// @param fingerprint  of its file
    /// @param expires  milliseconds since 1970; the greatest number: never
    public record Known(String fingerprint, String permalink, long expires) {
        /// What the block of a post says of it.
        public static Known of(PostBlock block) {
            String fingerprint = block.value(IndexSchema.FINGERPRINT);
            String permalink = block.value(IndexSchema.PERMALINK);
            String expires = block.value(IndexSchema.EXPIRES);
            return new Known(
                    fingerprint == null ? "" : fingerprint,
                    permalink == null ? "" : permalink,
                    expires == null ? Long.MAX_VALUE : Long.parseLong(expires));
        }
    }
}
