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
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `anchorage serve`.
@Command(
        name = "serve",
        description = "Bring the index up to date, then answer over HTTP.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Mixin
    private BlogOptions options = new BlogOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8080",
            description = "Where to answer (default: ${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1:8080";

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            split = ",",
            description = "A site whose pages may ask, such as https://blog.example.org; may be repeated.")
    private List<String> cors = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "Blog archive",
            description = "The blog's name on the results page (default: ${DEFAULT-VALUE}).")
    private String name = "Blog archive";

    @Option(names = "--stylesheet", paramLabel = "FILE", description = "Another look for the results page.")
    private @Nullable Path stylesheet;

    @Option(names = "--public-url", paramLabel = "URL", description = "This service's address as readers see it.")
    private @Nullable String publicUrl;

    @Option(names = "--watch", description = "Keep up with the files while answering.")
    private boolean isWatching;

    ServeCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, SettingsException, InterruptedException {
        WebOptions web = webOptions();
        PrintWriter err = spec.commandLine().getErr();
        Update update = new Update(Blog.of(places.posts, options, settings), places.index, options.defaultLanguage);
        IndexReport report = updated(update, err);
        ReportPrinter.problems(err, report);
        if (!output.isQuiet) {
            err.println(ReportPrinter.line(report));
        }
        try (SectionSearcher searcher = new SectionSearcher(places.index);
                WebServer server = start(web, searcher);
                KeepingUp keepingUp = new KeepingUp(searcher, isWatching ? update : null, err)) {
            keepingUp.start();
            IndexStats stats = searcher.stats();
            spec.commandLine()
                    .getOut()
                    .println("Anchorage answers on " + url(server) + " (" + stats.posts() + " posts, "
                            + stats.sections() + " sections)");
            waitForTheEnd(server);
        }
        return Main.DONE;
    }

    private WebOptions webOptions() throws SettingsException {
        ListenAddress address = ListenAddress.parse(listen);
        return new WebOptions(address.host(), address.port(), publicUrl, cors, name, stylesheet);
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
