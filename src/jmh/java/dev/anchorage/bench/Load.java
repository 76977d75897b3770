package dev.anchorage.bench;

import java.io.BufferedInputStream;
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
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int i = next.getAndIncrement(); i < paths.size(); i = next.getAndIncrement()) {
                long start = System.nanoTime();
                ask(paths.get(i), socket.getOutputStream(), in);
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos;
    }

    private static void ask(String path, OutputStream out, InputStream in) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(path + ": " + status);
        }
        int length = -1;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (length < 0) {
            throw new IOException(path + ": no Content-Length");
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("after " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /// @param nanos  of each answer, ascending
    /// @param wall  nanoseconds that all took
    record Times(List<Long> nanos, long wall) {
        /// @param share  0 to 1
        double millis(double share) {
            return nanos.get((int) Math.min(nanos.size() - 1L, Math.round(share * nanos.size()))) / 1e6;
        }

        double perSecond() {
            return nanos.size() * 1e9 / wall;
        }
    }
}
