package dev.anchorage.web;

import dev.anchorage.querylog.QueryLog;
import dev.anchorage.querylog.QueryLogOptions;
import java.io.IOException;
import java.nio.file.Files;

/// A server over [SampleAnswers] that counts what is asked, and writes nothing of it.
record CountingServer(WebServer server) implements AutoCloseable {
    CountingServer() throws IOException {
        this(SampleServer.start(
                SampleServer.OPTIONS,
                new SampleAnswers(),
                new Backstage(
                        Owner.NOBODY,
                        new Health(),
                        new Metrics(),
                        null,
                        new QueryWatch(
                                new QueryLog(
                                        new QueryLogOptions(Files.createTempDirectory("anchorage-log-"), 1_000, 1),
                                        complaint -> {}),
                                () -> {
                                    throw new IOException("nobody reports here");
                                }))));
    }

    @Override
    public void close() {
        server.close();
    }
}
