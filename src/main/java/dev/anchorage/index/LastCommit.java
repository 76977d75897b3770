package dev.anchorage.index;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// The last commit of an index folder, every byte of it compared with its checksum.
///
/// Lucene itself compares only small files when it opens them; a flipped bit in a large one would give wrong answers.
/// Reading everything costs about a millisecond for a megabyte.
public final class LastCommit {
    private static final int PIECE = 1 << 16;

    private LastCommit() {}

    /// What the last commit in a folder says about itself.
    ///
    /// @return null when there is no index in the folder, or no folder
    /// @throws IndexDamagedException when what is there can't be used by this version
    public static @Nullable IndexState verified(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return null;
        }
        try (Directory files = FSDirectory.open(directory)) {
            return verified(files, directory);
        }
    }

    /// The generation of the last commit, also when files of it are damaged; 0 when it can't be known.
    static long generation(Directory files) {
        try {
            return IndexState.generation(SegmentInfos.readLatestCommit(files).getUserData());
        } catch (IOException | RuntimeException | OutOfMemoryError | AssertionError unreadable) {
            return 0;
        }
    }

    /// Reads something of the last commit on another processor while the checksums are compared, which takes as long.
    /// What is read is given only when every byte is right; what is damaged is what is said, though it may be found
    /// while reading fails over it, or never ends.
    ///
    /// @param directory  for messages
    /// @param reading  on a thread of its own, which is left behind when there is no index, or a damaged one
    /// @return null when there is no index
    /// @throws IndexDamagedException when what is there can't be used by this version
    public static <T> @Nullable T verifiedMeanwhile(Directory files, Path directory, IOSupplier<T> reading)
            throws IOException {
        FutureTask<T> read = new FutureTask<>(reading::get);
        Thread.ofPlatform().daemon().start(read);
        if (verified(files, directory) == null) {
            return null;
        }
        try {
            return read.get();
        } catch (ExecutionException failed) {
            throw IOUtils.rethrowAlways(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException("interrupted while the index was being read");
        }
    }

    /// What the last commit says about itself. Another process may commit meanwhile.
    ///
    /// @param directory  for messages
    /// @return null when there is no index
    /// @throws IndexDamagedException when what is there can't be used by this version
    public static @Nullable IndexState verified(Directory files, Path directory) throws IOException {
        for (String name = newest(files); name != null; ) {
            try {
                return verified(files, directory, name);
            } catch (IOException | RuntimeException | OutOfMemoryError | AssertionError failure) {
                // A length that is nonsense can ask for more memory than there is before the checksum is reached.
                String newest = newest(files);
                if (name.equals(newest)) {
                    throw IndexDamagedException.named(directory, failure);
                }
                name = newest;
            }
        }
        return null;
    }

    /// What one of the commits says about itself.
    ///
    /// @throws IOException when a file of it is damaged
    static IndexState verified(Directory files, Path directory, String name) throws IOException {
        verify(files, name);
        SegmentInfos commit = SegmentInfos.readCommit(files, name);
        for (String file : commit.files(false)) {
            verify(files, file);
        }
        return IndexState.of(commit.getUserData(), directory);
    }

    private static void verify(Directory files, String file) throws IOException {
        try (IndexInput input = files.openInput(file, IOContext.READONCE)) {
            long expected = CodecUtil.retrieveChecksum(input);
            long bytes = input.length() - Long.BYTES;
            long found = files instanceof FSDirectory folder
                    ? checksum(folder.getDirectory().resolve(file), bytes)
                    : checksum(input, bytes);
            if (found != expected) {
                throw new CorruptIndexException("the checksum is another one", input);
            }
        }
    }

    /// What Lucene's own check computes a kilobyte at a time, which is slow in a process that has just begun. Nothing
    /// is
    /// copied on the way, as Lucene's reading would.
    private static long checksum(Path file, long bytes) throws IOException {
        CRC32 checksum = new CRC32();
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        try (FileChannel input = FileChannel.open(file)) {
            for (long left = bytes; left > 0; left -= piece.limit()) {
                piece.clear().limit((int) Math.min(left, PIECE));
                if (input.read(piece) < 0) {
                    throw new EOFException(file + " has become shorter");
                }
                checksum.update(piece.flip());
            }
        }
        return checksum.getValue();
    }

    /// The same of files that are in no folder.
    private static long checksum(IndexInput input, long bytes) throws IOException {
        CRC32 checksum = new CRC32();
        input.seek(0);
        byte[] piece = new byte[PIECE];
        for (long left = bytes; left > 0; left -= Math.min(left, PIECE)) {
            int length = (int) Math.min(left, PIECE);
            input.readBytes(piece, 0, length);
            checksum.update(piece, 0, length);
        }
        return checksum.getValue();
    }

    private static @Nullable String newest(Directory files) throws IOException {
        return SegmentInfos.getLastCommitSegmentsFileName(files);
    }

    /// Removes what is kept to go back to when it can't be used: Lucene's writer looks at that, too, and must not fail
    /// over it.
    static void forgetUnusablePrevious(Directory files) throws IOException {
        String last = newest(files);
        Set<String> there = Set.of(files.listAll());
        for (String file : there) {
            if (file.startsWith(IndexFileNames.SEGMENTS) && !file.equals(last) && !isWhole(files, file, there)) {
                files.deleteFile(file);
            }
        }
    }

    private static boolean isWhole(Directory files, String commit, Set<String> there) {
        try {
            return there.containsAll(SegmentInfos.readCommit(files, commit).files(true));
        } catch (IOException | RuntimeException | OutOfMemoryError | AssertionError unreadable) {
            return false;
        }
    }

    /// Removes a commit that can't be used: Lucene's writer looks at the last commit, and for its files, even when it
    /// is to be replaced.
    static void forget(Directory files) throws IOException {
        try (Lock held = files.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            held.ensureValid();
            for (String file : files.listAll()) {
                if (file.startsWith(IndexFileNames.SEGMENTS)) {
                    files.deleteFile(file);
                }
            }
        }
    }
}
