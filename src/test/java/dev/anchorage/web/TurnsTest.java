package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xnio.ChannelPipe;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;

final class TurnsTest {
    private final XnioWorker worker = worker();
    private final XnioIoThread thread = worker.getIoThread();

    private static XnioWorker worker() {
        try {
            return Xnio.getInstance(TurnsTest.class.getClassLoader())
                    .createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        worker.shutdownNow();
        assertTrue(worker.awaitTermination(30, TimeUnit.SECONDS));
    }

    @Test
    void whatIsAddedIsDoneInItsOrder() throws Exception {
        Turns turns = new Turns(thread);
        List<Integer> done = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            int number = i;
            turns.add(() -> {
                done.add(number);
                all.countDown();
            });
        }
        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertEquals(IntStream.range(0, 100).boxed().toList(), done);
    }

    /// Everything is added in one turn, so that nothing of it is done before all of it waits.
    @Test
    void newestBeginsFirstAndNobodyWaitsForEver() throws Exception {
        Turns turns = new Turns(thread);
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(60);
        turns.add(() -> {
            for (int i = 0; i < 30; i++) {
                String number = Integer.toString(i);
                turns.begin(() -> note(done, "new " + number, all));
                turns.add(() -> note(done, "known " + number, all));
            }
        });
        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertEquals("new 29", done.getFirst());
        List<String> early = done.subList(0, 2 * 8);
        assertTrue(early.contains("new 0"), early.toString());
        assertTrue(early.contains("known 0"), early.toString());
        assertTrue(early.contains("new 22"), early.toString());
    }

    private static void note(List<String> done, String what, CountDownLatch all) {
        done.add(what);
        all.countDown();
    }

    @Test
    void connectionsAreServedWhileThereIsAlwaysMoreToDo() throws Exception {
        Turns turns = new Turns(thread);
        CountDownLatch heard = new CountDownLatch(1);
        turns.add(new Runnable() {
            @Override
            public void run() {
                if (heard.getCount() > 0) {
                    turns.add(this);
                }
            }
        });
        ChannelPipe<StreamSourceChannel, StreamSinkChannel> connection = thread.createHalfDuplexPipe();
        connection.getLeftSide().getReadSetter().set(source -> {
            source.suspendReads();
            heard.countDown();
        });
        connection.getRightSide().write(ByteBuffer.allocate(1));
        connection.getLeftSide().resumeReads();
        assertTrue(heard.await(30, TimeUnit.SECONDS));
    }
}
