package dev.anchorage.web;

import dev.anchorage.querylog.QueryLog;
import dev.anchorage.querylog.QueryLogOptions;
import java.io.IOException;
import java.nio.file.Path;

/// A server over [SampleAnswers] that counts what is asked. Its readers are too few for anything to be written.
record CountingServer(QueryLog log, WebServer server) implements AutoCloseable {
    CountingServer() {
        this(new QueryLog(new QueryLogOptions(Path.of("target", "no-queries"), 1_000, 1), complaint -> {}));
    }

    private CountingServer(QueryLog log) {
        this(
                log,
                SampleServer.start(
                        SampleServer.OPTIONS,
                        new SampleAnswers(),
                        new Backstage(Owner.NOBODY, new Health(), new Metrics(), null, new QueryWatch(log, () -> {
                            throw new IOException("nobody reports here");
                        }))));
    }

    @Override
    public void close() {
        server.close();
        log.close();
    }
}
