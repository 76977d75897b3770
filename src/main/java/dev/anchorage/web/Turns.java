package dev.anchorage.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
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

    private final Deque<Runnable> beginning = new ConcurrentLinkedDeque<>();

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

    /// Has done what somebody begins with: the newest first, so that who comes while thousands wait is heard at once,
    /// but in one turn of eight the oldest and in two what else waits, so that nobody waits for ever.
    void begin(Runnable task) {
        beginning.add(task);
        pipe.getLeftSide().resumeReads();
    }

    private void take() {
        for (int i = 0; i < AT_A_TIME; i++) {
            Runnable task = next(i);
            if (task == null) {
                rest();
                return;
            }
            task.run();
        }
    }

    private @Nullable Runnable next(int turn) {
        Runnable task = switch (turn) {
            case 2 -> beginning.pollFirst();
            case 4, 6 -> waiting.poll();
            default -> beginning.pollLast();
        };
        if (task == null) {
            task = beginning.pollLast();
        }
        return task == null ? waiting.poll() : task;
    }

    private void rest() {
        pipe.getLeftSide().suspendReads();
        if (!waiting.isEmpty() || !beginning.isEmpty()) {
            pipe.getLeftSide().resumeReads();
        }
    }
}
