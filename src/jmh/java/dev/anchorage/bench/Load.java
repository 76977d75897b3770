package dev.anchorage.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Asks a server on this machine, over connections that stay open, one request after the other on each.
///
/// @param port  on loopback
/// @param connections  at once
record Load(int port, int connections) {
    /// Asks for every path once.
    Times ask(List<String> paths) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> ask(paths, next));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> task : clients.invokeAll(tasks)) {
                nanos.addAll(task.get());
            }
            long wall = System.nanoTime() - start;
            return new Times(nanos.stream().sorted().toList(), wall);
        }
    }

    private List<Long> ask(List<String> paths, AtomicInteger next) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            Answers answers = new Answers(socket.getInputStream());
            for (int i = next.getAndIncrement(); i < paths.size(); i = next.getAndIncrement()) {
                byte[] request = ("GET " + paths.get(i) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
                long start = System.nanoTime();
                out.write(request);
                answers.readOne(paths.get(i));
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos;
    }

    /// Reads answers as cheaply as can be, since the reader works on the processors of the server.
    private static final class Answers {
        private static final String LENGTH = "Content-Length: ";

        private final InputStream in;
        private final byte[] bytes = new byte[1 << 16];

        Answers(InputStream in) {
            this.in = in;
        }

        /// One answer with a length, as Undertow writes it.
        void readOne(String path) throws IOException {
            int filled = 0;
            String head = "";
            int end = -1;
            while (end < 0) {
                filled += read(filled);
                head = new String(bytes, 0, Math.min(filled, 2_048), StandardCharsets.ISO_8859_1);
                end = head.indexOf("\r\n\r\n");
            }
            int length = head.indexOf(LENGTH);
            if (!head.startsWith("HTTP/1.1 200") || length < 0 || length > end) {
                throw new IOException(path + ": " + head.lines().findFirst().orElse(""));
            }
            int start = length + LENGTH.length();
            int left = Integer.parseInt(head.substring(start, head.indexOf('\r', start))) - (filled - end - 4);
            while (left > 0) {
                left -= read(0);
            }
        }

        private int read(int from) throws IOException {
            int read = in.read(bytes, from, bytes.length - from);
            if (read < 0) {
                throw new EOFException("the connection was closed");
            }
            return read;
        }
    }

    /// @param nanos  of each answer, ascending
    /// @param wall  nanoseconds that all took
    record Times(List<Long> nanos, long wall) {
        static final Times NONE = new Times(List.of(), 0);

        Times plus(Times more) {
            return new Times(
                    Stream.concat(nanos.stream(), more.nanos.stream()).sorted().toList(), wall + more.wall);
        }

        /// @param share  0 to 1
        double millis(double share) {
            return nanos.get((int) Math.min(nanos.size() - 1L, Math.round(share * nanos.size()))) / 1e6;
        }

        double perSecond() {
            return nanos.size() * 1e9 / wall;
        }
    }
}
