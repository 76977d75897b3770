package dev.anchorage.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/// The answer after which a connection ends. Closed with unread bytes the connection is reset, and the answer may be
/// lost with it, so for a moment what still comes is read and thrown away.
///
/// Used by the connection's I/O thread alone.
final class LastAnswer {
    private static final int MAX_DRAINED = 256 * 1024;
    private static final long DRAIN_SECONDS = 2;

    private final StreamConnection connection;
    private final StreamSourceConduit in;
    private int drained;

    /// @param in  what still comes
    LastAnswer(StreamConnection connection, StreamSourceConduit in) {
        this.connection = connection;
        this.in = in;
    }

    /// Sends it, and closes the connection in its turn, at once when the service ends.
    void send(byte[] answer, StreamSinkConduit out, Turns turns) {
        write(ByteBuffer.wrap(answer), out);
        try {
            connection
                    .getIoThread()
                    .executeAfter(
                            () -> turns.add(() -> IoUtils.safeClose(connection)), DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException ended) {
            IoUtils.safeClose(connection);
        }
    }

    /// Writes what there is room for, and the rest when the client has read some of the answers before.
    private void write(ByteBuffer rest, StreamSinkConduit out) {
        try {
            while (rest.hasRemaining() && out.write(rest) > 0) {
                // goes on until all is written or there is no room
            }
            ConduitStreamSinkChannel sink = connection.getSinkChannel();
            if (rest.hasRemaining()) {
                sink.setWriteListener(channel -> write(rest, out));
                sink.resumeWrites();
            } else {
                sink.suspendWrites();
                out.terminateWrites();
            }
        } catch (IOException gone) {
            IoUtils.safeClose(connection);
        }
    }

    /// Throws away what has come.
    ///
    /// @param into  what may be written over
    /// @return  whether to read on; closed after too much, the connection would be reset before the answer is read
    boolean drain(ByteBuffer into) {
        try {
            int read = in.read(into);
            drained += Math.max(0, read);
            if (read < 0) {
                IoUtils.safeClose(connection);
            }
        } catch (IOException gone) {
            IoUtils.safeClose(connection);
        }
        return drained <= MAX_DRAINED;
    }
}
