package dev.anchorage.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.Buffers;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitWritableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/// Ends a connection whose client does not take an answer within a time, however many bytes of it are taken now and
/// then, or takes nothing for another. What fits into the system's buffers counts as taken.
///
/// Used by one thread at a time.
final class TakenInTime extends AbstractStreamSinkConduit<StreamSinkConduit> {
    private final StreamConnection connection;
    private final HttpLimits limits;
    private final Turns turns;
    private XnioExecutor.@Nullable Key deadline;
    private XnioExecutor.@Nullable Key idle;

    /// @param turns  of the connection's I/O thread
    TakenInTime(StreamConnection connection, HttpLimits limits, Turns turns) {
        super(connection.getSinkChannel().getConduit());
        this.connection = connection;
        this.limits = limits;
        this.turns = turns;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int written = next.write(bytes);
        watch(bytes.hasRemaining(), written);
        return written;
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        long written = next.write(bytes, offset, length);
        watch(Buffers.hasRemaining(bytes, offset, length), written);
        return written;
    }

    @Override
    public int writeFinal(ByteBuffer bytes) throws IOException {
        int written = next.writeFinal(bytes);
        watch(bytes.hasRemaining(), written);
        return written;
    }

    @Override
    public long writeFinal(ByteBuffer[] bytes, int offset, int length) throws IOException {
        long written = next.writeFinal(bytes, offset, length);
        watch(Buffers.hasRemaining(bytes, offset, length), written);
        return written;
    }

    private void watch(boolean isWaiting, long written) {
        if (!isWaiting) {
            letGo();
            return;
        }
        if (deadline == null) {
            deadline = abortAfter(limits.answer());
        }
        if (idle == null || written > 0) {
            stop(idle);
            idle = abortAfter(limits.idle());
        }
    }

    private XnioExecutor.Key abortAfter(Duration time) {
        return connection
                .getIoThread()
                .executeAfter(() -> turns.add(this::abort), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Lets the system forget, too, what was not taken.
    private void abort() {
        try {
            connection.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException gone) {
            // Then there is nothing left to forget.
        }
        IoUtils.safeClose(connection);
    }

    /// Waits for nothing any more; to be called when the connection has closed.
    void letGo() {
        stop(deadline);
        deadline = null;
        stop(idle);
        idle = null;
    }

    private static void stop(XnioExecutor.@Nullable Key key) {
        if (key != null) {
            key.remove();
        }
    }

    // The next two write by the methods above, so that no byte goes around the watch.

    @Override
    public long transferFrom(FileChannel source, long position, long count) throws IOException {
        return source.transferTo(position, count, new ConduitWritableByteChannel(this));
    }

    @Override
    public long transferFrom(StreamSourceChannel source, long count, ByteBuffer through) throws IOException {
        return Conduits.transfer(source, count, through, this);
    }
}
