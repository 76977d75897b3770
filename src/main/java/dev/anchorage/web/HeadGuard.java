package dev.anchorage.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/// Stands before Undertow's parser, which is lenient and keeps a slow request's parts for as long as they come: lets
/// one head pass at a time, each whole and checked. What is refused is answered once, and the connection ends.
///
/// Used by the connection's I/O thread alone.
final class HeadGuard extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private static final int MAX_READ = 16 * 1024;
    private static final byte[] NOTHING = {};
    private static final ThreadLocal<byte[]> READ = ThreadLocal.withInitial(() -> new byte[MAX_READ]);

    private final StreamConnection connection;
    private final StreamSinkConduit out;
    private final Turns turns;
    private final HttpLimits limits;
    private final RefusalAnswers refusals;
    private final AtomicLong heldEverywhere;
    private final long mostHeldEverywhere;

    /// What came and has not passed: a checked head as far as `ready`, then perhaps more.
    private byte[] held = NOTHING;

    private int ready;
    private int seen;
    private int waiting;
    private boolean isIncomplete;
    private boolean isBody;

    /// Once something has been refused.
    private @Nullable LastAnswer last;

    /// Whether what comes on this connection is read at once: when the last that came was a whole request without a
    /// body, and nothing after it. Everything else is read in its turn, however many such clients there are.
    private boolean isKnown;

    private boolean isNew = true;
    private boolean isInTurn;
    private boolean isWanted;
    private XnioExecutor.@Nullable Key slow;
    private XnioExecutor.@Nullable Key idle;

    /// @param turns  of the connection's I/O thread
    HeadGuard(StreamConnection connection, Shared shared, Turns turns) {
        super(connection.getSourceChannel().getConduit());
        this.connection = connection;
        this.turns = turns;
        this.out = connection.getSinkChannel().getConduit();
        this.limits = shared.limits();
        this.refusals = shared.refusals();
        this.heldEverywhere = shared.held();
        this.mostHeldEverywhere = shared.mostHeld();
        next.setReadReadyHandler(new InTurn(connection.getSourceChannel()));
    }

    /// What the guards of a listener have in common.
    ///
    /// @param refusals  what they answer
    /// @param held  bytes that all of them hold
    /// @param mostHeld  bytes that all of them may hold
    record Shared(HttpLimits limits, RefusalAnswers refusals, AtomicLong held, long mostHeld) {}

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (isBody && ready == 0) {
            int read = held.length > 0 ? pass(into, held.length) : next.read(into);
            if (read > 0) {
                awaitBody();
            }
            return read;
        }
        while (ready == 0 && last == null) {
            if (!takeHead()) {
                int read = fill();
                if (read <= 0) {
                    return read;
                }
            }
        }
        if (last != null) {
            return drain();
        }
        int passed = pass(into, ready);
        ready -= passed;
        return passed;
    }

    /// Looks for a whole head in what is held.
    private boolean takeHead() {
        if (held.length == 0) {
            waiting = 0;
            return false;
        }
        int end = RequestHead.end(held, seen, held.length);
        isIncomplete = end < 0;
        if (isIncomplete) {
            isKnown = false;
            seen = Math.max(0, held.length - 2);
            refuseEarly();
            return last != null;
        }
        calm();
        seen = 0;
        RequestHead head = RequestHead.read(held, end, limits);
        if (head.refusal() != null) {
            refuse(head.refusal());
        } else if (waiting++ > limits.pipelined()) {
            refuse(Refusal.PIPELINED);
        } else {
            isBody = head.hasBody();
            if (isBody) {
                awaitBody();
            }
            isKnown = !isBody && end == held.length;
            ready = end;
        }
        return true;
    }

    /// Ends the connection when nothing of the body comes for long. After a body nothing else comes, see [Gate].
    private void awaitBody() {
        if (idle != null) {
            idle.remove();
        }
        idle = connection
                .getIoThread()
                .executeAfter(
                        () -> turns.add(() -> IoUtils.safeClose(connection)),
                        limits.idle().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void refuseEarly() {
        if (held.length > limits.headerBytes()) {
            refuse(RequestHead.tooLarge(held, held.length, limits));
        } else if (!RequestHead.canStart(held[0])) {
            refuse(Refusal.MALFORMED);
        } else if (slow == null) {
            slow = connection
                    .getIoThread()
                    .executeAfter(
                            () -> turns.add(() -> refuse(Refusal.SLOW)),
                            limits.header().toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private int fill() throws IOException {
        byte[] buffer = READ.get();
        int read = next.read(ByteBuffer.wrap(buffer));
        if (read > 0) {
            if (heldEverywhere.addAndGet(read) > mostHeldEverywhere) {
                refuse(Refusal.BUSY);
            }
            int before = held.length;
            held = Arrays.copyOf(held, before + read);
            System.arraycopy(buffer, 0, held, before, read);
        }
        return read;
    }

    private int pass(ByteBuffer into, int most) {
        int passed = Math.min(into.remaining(), most);
        into.put(held, 0, passed);
        held = passed == held.length ? NOTHING : Arrays.copyOfRange(held, passed, held.length);
        heldEverywhere.addAndGet(-passed);
        return passed;
    }

    /// Answers what came with nothing but this, and ends the connection.
    void refuse(Refusal refusal) {
        if (last != null || !connection.isOpen()) {
            return;
        }
        isKnown = false;
        byte[] answer = refusals.to(refusal, FirstSight.of(held));
        letGo();
        last = new LastAnswer(connection, next);
        last.send(answer, out, turns);
        if (connection.isOpen()) {
            resumeReads();
        }
    }

    private int drain() {
        if (last != null && !last.drain(ByteBuffer.wrap(READ.get()))) {
            suspendReads();
        }
        return 0;
    }

    /// Gives back what is held; to be called when the connection has closed.
    void letGo() {
        calm();
        if (idle != null) {
            idle.remove();
            idle = null;
        }
        heldEverywhere.addAndGet(-held.length);
        held = NOTHING;
        ready = 0;
    }

    private void calm() {
        if (slow != null) {
            slow.remove();
            slow = null;
        }
    }

    @Override
    public void resumeReads() {
        if (last != null) {
            connection.getSourceChannel().setReadListener(channel -> drain());
        }
        isWanted = true;
        if (!isInTurn) {
            next.resumeReads();
            if (hasMore()) {
                turns.add(this::readOn);
            }
        }
    }

    @Override
    public void suspendReads() {
        isWanted = false;
        next.suspendReads();
    }

    @Override
    public boolean isReadResumed() {
        return isInTurn ? isWanted : next.isReadResumed();
    }

    /// Whether something has come that its client won't send again to have it noticed.
    private boolean hasMore() {
        return held.length > 0 && !isIncomplete;
    }

    private void readOn() {
        if (hasMore() && next.isReadResumed()) {
            next.wakeupReads();
        }
    }

    /// Hears at once of what comes on a connection that is known, and of the rest in turn.
    private final class InTurn extends ReadReadyHandler.ChannelListenerHandler<ConduitStreamSourceChannel> {
        InTurn(ConduitStreamSourceChannel channel) {
            super(channel);
        }

        @Override
        public void readReady() {
            if (isKnown || hasMore()) {
                super.readReady();
            } else if (!isInTurn) {
                next.suspendReads();
                isInTurn = true;
                isWanted = true;
                if (isNew) {
                    turns.begin(this::take);
                } else {
                    turns.add(this::take);
                }
            }
        }

        private void take() {
            isNew = false;
            isInTurn = false;
            if (isWanted && connection.isOpen()) {
                next.resumeReads();
                super.readReady();
            }
        }
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (into[i].hasRemaining()) {
                return read(into[i]);
            }
        }
        return 0;
    }

    // The next two read by the method above, so that no byte goes around the checks.

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        return Conduits.transfer(this, count, through, target);
    }
}
