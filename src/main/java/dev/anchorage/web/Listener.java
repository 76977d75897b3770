package dev.anchorage.web;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/// Listens on an address and hands connections that have asked something to Undertow.
///
/// Until then a connection costs a few hundred bytes, so that thousands which never ask are no burden.
final class Listener implements ChannelListener<StreamConnection>, AutoCloseable {
    private static final int HELD_PART_OF_HEAP = 8;
    private static final int THREADS_PER_CORE = 8;
    private static final long SMALL_HEAP = 128L << 20;
    private static final int BACKLOG = 4_096;

    /// What the system keeps of answers that a client does not take; by itself it would keep megabytes of each
    /// client's.
    private static final int SEND_BUFFER = 128 * 1_024;

    private final HttpLimits limits;
    private final HeadGuard.Shared guarded;
    private final Map<XnioIoThread, Turns> turns = new HashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final XnioWorker worker;
    private final HttpOpenListener undertow;
    private final ByteBufferPool buffers;
    private final AcceptingChannel<StreamConnection> accepting;

    /// @param refusals  what the guards answer
    /// @throws IOException when the address can't be bound
    Listener(InetSocketAddress address, HttpLimits limits, RefusalAnswers refusals, HttpHandler root)
            throws IOException {
        if (address.isUnresolved()) {
            throw new BindException(address.getHostString() + " is no address of this machine");
        }
        this.limits = limits;
        long heap = Runtime.getRuntime().maxMemory();
        guarded = new HeadGuard.Shared(limits, refusals, new AtomicLong(), heap / HELD_PART_OF_HEAP);
        // Not direct ones: to free those Undertow calls Unsafe, of which Java warns and which it will take away.
        // Answers are arrays anyway.
        buffers = new DefaultByteBufferPool(false, heap < SMALL_HEAP ? 1_024 : 4_096);
        undertow = new HttpOpenListener(buffers, options(limits));
        undertow.setRootHandler(root);
        int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
        int threads = heap < SMALL_HEAP ? cores : cores * THREADS_PER_CORE;
        worker = Xnio.getInstance(Listener.class.getClassLoader())
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "http")
                        .set(Options.WORKER_IO_THREADS, cores)
                        .set(Options.WORKER_TASK_CORE_THREADS, threads)
                        .set(Options.WORKER_TASK_MAX_THREADS, threads)
                        .getMap());
        boolean isListening = false;
        try {
            for (int i = 0; i < cores; i++) {
                turns.put(worker.getIoThread(i), new Turns(worker.getIoThread(i)));
            }
            accepting = accepting(address, cores);
            isListening = true;
        } finally {
            if (!isListening) {
                worker.shutdownNow();
            }
        }
        accepting.resumeAccepts();
    }

    private AcceptingChannel<StreamConnection> accepting(InetSocketAddress address, int threads) throws IOException {
        return worker.createStreamConnectionServer(
                address,
                ChannelListeners.openListenerAdapter(this),
                OptionMap.builder()
                        .set(Options.WORKER_IO_THREADS, threads)
                        .set(Options.TCP_NODELAY, true)
                        .set(Options.REUSE_ADDRESSES, true)
                        .set(Options.BACKLOG, BACKLOG)
                        .set(Options.SEND_BUFFER, SEND_BUFFER)
                        .getMap());
    }

    /// Undertow gets checked heads only, so its own limits are the wider ones. Its IDLE_TIMEOUT, which does
    /// nothing (2.4.4), is not set: {@link TakenInTime} and {@link HeadGuard} see to that.
    private static OptionMap options(HttpLimits limits) {
        return OptionMap.builder()
                .set(UndertowOptions.MAX_HEADER_SIZE, limits.headerBytes() + 1)
                .set(UndertowOptions.MAX_HEADERS, limits.headerFields() + 1)
                .set(UndertowOptions.MAX_PARAMETERS, limits.urlBytes())
                .set(UndertowOptions.MAX_ENTITY_SIZE, (long) limits.bodyBytes())
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .set(
                        UndertowOptions.NO_REQUEST_TIMEOUT,
                        Math.toIntExact(limits.noRequest().toMillis()))
                .getMap();
    }

    SocketAddress address() {
        return accepting.getLocalAddress();
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        HeadGuard guard = new HeadGuard(connection, guarded, turns(connection));
        TakenInTime taken = new TakenInTime(connection, limits, turns(connection));
        connections.incrementAndGet();
        connection.setCloseListener(closed -> {
            connections.decrementAndGet();
            guard.letGo();
            taken.letGo();
        });
        connection.getSourceChannel().setConduit(guard);
        connection.getSinkChannel().setConduit(taken);
        if (connections.get() > limits.connections()) {
            guard.refuse(Refusal.BUSY);
            return;
        }
        new FirstRequest(connection).await();
    }

    private Turns turns(StreamConnection connection) {
        return Objects.requireNonNull(turns.get(connection.getIoThread()), "every I/O thread has turns");
    }

    /// Ends a connection in its turn: when thousands end at once, others are not to wait for that.
    private void close(StreamConnection connection) {
        turns(connection).add(() -> IoUtils.safeClose(connection));
    }

    /// Stops listening and ends all connections.
    @Override
    public void close() {
        IoUtils.safeClose(accepting);
        undertow.closeConnections();
        worker.shutdownNow();
        try {
            worker.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A connection that has not asked anything yet.
    private final class FirstRequest implements ChannelListener<ConduitStreamSourceChannel> {
        private final StreamConnection connection;
        private XnioExecutor.@Nullable Key giveUp;

        FirstRequest(StreamConnection connection) {
            this.connection = connection;
        }

        void await() {
            giveUp = connection
                    .getIoThread()
                    .executeAfter(() -> close(connection), limits.noRequest().toMillis(), TimeUnit.MILLISECONDS);
            connection.getSourceChannel().setReadListener(this);
            connection.getSourceChannel().resumeReads();
        }

        @Override
        public void handleEvent(ConduitStreamSourceChannel source) {
            PooledByteBuffer pooled = buffers.allocate();
            boolean isPassedOn = false;
            try {
                int read = source.read(pooled.getBuffer());
                if (read > 0) {
                    isPassedOn = true;
                    passOn(source, pooled);
                } else if (read < 0) {
                    source.suspendReads();
                    close(connection);
                } else {
                    source.resumeReads();
                }
            } catch (IOException gone) {
                IoUtils.safeClose(connection);
            } finally {
                if (!isPassedOn) {
                    pooled.close();
                }
            }
        }

        private void passOn(ConduitStreamSourceChannel source, PooledByteBuffer pooled) {
            if (giveUp != null) {
                giveUp.remove();
            }
            source.suspendReads();
            ByteBuffer head = pooled.getBuffer();
            head.flip();
            undertow.handleEvent(connection, pooled);
        }
    }
}
