package dev.anchorage.index;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// What the last commit knows of each post besides its text. Immutable.
final class IndexedPosts {
    static final IndexedPosts NONE = new IndexedPosts(Map.of());

    private final Map<String, Known> byPath;

    private IndexedPosts(Map<String, Known> byPath) {
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

    private record Known(String fingerprint, String permalink, long expires) {}
}
