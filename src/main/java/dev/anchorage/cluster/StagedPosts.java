package dev.anchorage.cluster;

import dev.anchorage.index.BlockCodec;
import dev.anchorage.index.PostBlock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/// Posts that wait in a file until an update is allowed. Thread-safe.
final class StagedPosts implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private long end;

    StagedPosts() throws IOException {
        file = Files.createTempFile("anchorage-", ".staged");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// Adds a post, in place of an earlier one with the path.
    synchronized void add(String path, PostBlock post) throws IOException {
        BytesRef bytes = BlockCodec.write(post);
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        long at = end;
        while (buffer.hasRemaining()) {
            end += channel.write(buffer, end);
        }
        pieces.put(path, new Piece(at, bytes.length));
    }

    synchronized boolean has(String path) {
        return pieces.containsKey(path);
    }

    synchronized Set<String> paths() {
        return Set.copyOf(pieces.keySet());
    }

    /// Gives all posts, one after the other.
    synchronized void forEach(Taking take) throws IOException {
        for (Piece piece : pieces.values()) {
            ByteBuffer buffer = ByteBuffer.allocate(piece.length());
            while (buffer.hasRemaining() && channel.read(buffer, piece.start() + buffer.position()) >= 0) {
                // goes on until all is read
            }
            take.take(BlockCodec.read(new BytesRef(buffer.array())));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /// Takes a post.
    interface Taking {
        void take(PostBlock post) throws IOException;
    }

    private record Piece(long start, int length) {}
}
