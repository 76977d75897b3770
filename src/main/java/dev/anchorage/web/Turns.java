package dev.anchorage.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.xnio.ChannelPipe;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;

/// Does on an I/O thread what can wait for a moment, a little at a time, and serves connections in between. What is
/// queued at XNIO itself it does all first, what that queues in turn included, and meanwhile hears nobody.
///
/// Thread-safe.
final class Turns {
    private static final int AT_A_TIME = 8;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /// With a byte in it that is never read, so that it is a connection which always has something to say.
    private final ChannelPipe<StreamSourceChannel, StreamSinkChannel> pipe;

    Turns(XnioIoThread thread) throws IOException {
        pipe = thread.createHalfDuplexPipe();
        pipe.getRightSide().write(ByteBuffer.allocate(1));
        pipe.getLeftSide().getReadSetter().set(always -> take());
    }

    /// Has a task done after those that came before it.
    void add(Runnable task) {
        waiting.add(task);
        pipe.getLeftSide().resumeReads();
    }

    private void take() {
        for (int i = 0; i < AT_A_TIME; i++) {
            Runnable task = waiting.poll();
            if (task == null) {
                rest();
                return;
            }
            task.run();
        }
    }

    private void rest() {
        pipe.getLeftSide().suspendReads();
        if (!waiting.isEmpty()) {
            pipe.getLeftSide().resumeReads();
        }
    }
}
