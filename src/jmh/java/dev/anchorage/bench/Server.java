package dev.anchorage.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.IntFunction;

/// A server in a process of its own, until it is closed.
///
/// @param port  on loopback
record Server(Process process, int port) implements AutoCloseable {
    private static final int POLL_MILLIS = 5;
    private static final int PATIENCE = 60_000 / POLL_MILLIS;

    /// Starts a server and waits until it takes connections.
    ///
    /// @param command  the command line for a port
    static Server start(IntFunction<List<String>> command) throws IOException, InterruptedException {
        int port = Run.freePort();
        Server server = new Server(Run.start(command.apply(port)), port);
        for (int i = 0; i < PATIENCE && server.process.isAlive(); i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                return server;
            } catch (IOException notYet) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        server.close();
        throw new IOException("nobody answers on " + port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
