package dev.anchorage.cli;

import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.IndexReport;
import dev.anchorage.search.IndexStats;
import dev.anchorage.search.SectionSearcher;
import dev.anchorage.web.WebOptions;
import dev.anchorage.web.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `anchorage serve`.
@Command(name = "serve", description = "Bring the index up to date, then answer over HTTP.")
final class ServeCommand extends BlogCommand {
    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--watch", description = "Keep up with the files while answering.")
    private boolean isWatching;

    ServeCommand(Settings settings) {
        super(settings);
    }

    @Override
    public Integer call() throws IOException, SettingsException, InterruptedException {
        WebOptions web = service.checked();
        Update update = update();
        IndexReport report = updated(update, err());
        ReportPrinter.problems(err(), report);
        if (!output.isQuiet) {
            err().println(ReportPrinter.line(report));
        }
        try (SectionSearcher searcher = new SectionSearcher(places.index);
                WebServer server = start(web, searcher);
                KeepingUp keepingUp = new KeepingUp(searcher, isWatching ? update : null, err())) {
            keepingUp.start();
            IndexStats stats = searcher.stats();
            out().println("Anchorage answers on " + url(server) + " (" + stats.posts() + " posts, " + stats.sections()
                    + " sections)");
            waitForTheEnd(server);
        }
        return Main.DONE;
    }

    /// Builds an index that can't be used anew: the posts are there.
    private static IndexReport updated(Update update, PrintWriter err) throws IOException {
        try {
            return update.run(false, false);
        } catch (IndexDamagedException damaged) {
            err.println("anchorage: " + damaged.getMessage() + "; doing so now");
            return update.run(true, false);
        }
    }

    private static WebServer start(WebOptions options, SectionSearcher searcher) throws IOException {
        try {
            return new WebServer(options, searcher);
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof BindException taken) {
                throw new IOException(
                        options.host() + ":" + options.port() + " can't be listened on (" + taken.getMessage()
                                + "); --listen names another address",
                        failed);
            }
            throw failed;
        }
    }

    private static String url(WebServer server) {
        String host = server.address().getHostString();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.address().getPort() + "/";
    }

    /// Until SIGTERM or SIGINT: then answers in flight are finished, and the process ends as one that did its duty.
    private static void waitForTheEnd(WebServer server) throws InterruptedException {
        Thread ending = new Thread(
                () -> {
                    server.close();
                    Runtime.getRuntime().halt(Main.DONE);
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(ending);
        new CountDownLatch(1).await();
    }
}
