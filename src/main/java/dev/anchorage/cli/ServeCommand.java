package dev.anchorage.cli;

import dev.anchorage.search.IndexStats;
import dev.anchorage.web.AdminServer;
import dev.anchorage.web.Backstage;
import dev.anchorage.web.Metrics;
import dev.anchorage.web.Sites;
import dev.anchorage.web.WebOptions;
import dev.anchorage.web.WebServer;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `anchorage serve`.
@Command(name = "serve", description = "Bring the index up to date, then answer over HTTP.")
final class ServeCommand extends BlogCommand {
    /// Updates of different sites that may be made at once.
    private static final int UPDATES = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Mixin
    final ServiceOptions service = new ServiceOptions();

    @Mixin
    final OwnerOptions ownership = new OwnerOptions();

    @Mixin
    private final MonitoringOptions monitoring = new MonitoringOptions();

    @Mixin
    final QueryLogFlags queryLog = new QueryLogFlags();

    @Option(names = "--watch", description = "Keep up with the files while answering.")
    boolean isWatching;

    ServeCommand(Settings settings) {
        super(settings);
    }

    @Override
    void take(PlainLine line) {
        super.take(line);
        service.take(line);
        ownership.take(line);
        monitoring.take(line);
        queryLog.take(line);
        isWatching = line.flag("watch");
    }

    @Override
    int run() throws IOException, SettingsException, InterruptedException {
        WebOptions web = service.checked();
        ServiceLog log = monitoring.log(err(), settings.site());
        ownership.warn(log::sayWarning);
        Metrics metrics = new Metrics();
        try (Engine engine = engine();
                ServedBlog blog = ServedBlog.only(this, engine, metrics, log)) {
            boolean isNamed = settings.site() != null; // boxes of the other sites must not be answered from this one
            Sites sites = isNamed ? new Sites(List.of(blog.site())) : Sites.only(blog.site());
            answer(web, sites, List.of(blog), metrics, log);
        }
        return Main.DONE;
    }

    @Override
    int run(List<Settings> sites) throws IOException, SettingsException, InterruptedException {
        WebOptions web = service.checked();
        ServiceLog log = monitoring.log(err(), null);
        Metrics metrics = new Metrics();
        Semaphore turns = new Semaphore(UPDATES, true);
        List<ServedBlog> blogs = new ArrayList<>();
        try (Engine engine = engine()) {
            try {
                for (Settings site : sites) {
                    blogs.add(of(site, engine, sites.size(), metrics, log.of(site.site()), turns));
                }
                Sites all = new Sites(blogs.stream().map(ServedBlog::site).toList());
                answer(web, all, blogs, metrics, log);
            } finally {
                for (ServedBlog blog : blogs) {
                    blog.close();
                }
            }
        }
        return Main.DONE;
    }

    /// One site, for which the command line is read once more.
    private ServedBlog of(Settings site, Engine engine, int sites, Metrics metrics, ServiceLog log, Semaphore turns)
            throws SettingsException {
        CommandLine line = Main.commandLine(site, "serve");
        try {
            line.parseArgs(line());
            ServeCommand command =
                    Objects.requireNonNull(line.getSubcommands().get("serve")).getCommand();
            command.forgetLine();
            command.ownership.warn(log::sayWarning);
            return ServedBlog.oneOf(sites, command, engine, metrics, log, turns);
        } catch (ParameterException | SettingsException wrong) {
            throw new SettingsException(site.inFront() + wrong.getMessage());
        }
    }

    private void answer(WebOptions web, Sites sites, List<ServedBlog> blogs, Metrics metrics, ServiceLog log)
            throws IOException, SettingsException, InterruptedException {
        Backstage backstage = new Backstage(metrics, monitoring.accessLog(log));
        IndexGauges.addTo(metrics, blogs);
        for (ServedBlog blog : blogs) {
            blog.start();
        }
        try (WebServer server = start(web, sites, backstage);
                AdminServer admin = monitoring.start(sites, backstage, log::sayWarning)) {
            Thread ending = endInOrder(server, blogs);
            out().println("Anchorage answers on " + ListenAddress.url(server.address()) + " (" + counted(blogs) + ")");
            if (admin != null) {
                out().println("Metrics are on " + ListenAddress.url(admin.address()) + "metrics");
            }
            try {
                new CountDownLatch(1).await();
            } finally {
                Runtime.getRuntime().removeShutdownHook(ending);
            }
        }
    }

    private String counted(List<ServedBlog> blogs) throws IOException {
        if (settings.isOfSeveral()) {
            return blogs.size() + (blogs.size() == 1 ? " site" : " sites");
        }
        if (!blogs.getFirst().site().isOpen()) {
            return "no index can be reached yet";
        }
        IndexStats stats = blogs.getFirst().site().searcher().stats();
        return stats.posts() + " posts, " + stats.sections() + " sections";
    }

    private static WebServer start(WebOptions options, Sites sites, Backstage backstage) throws IOException {
        try {
            return new WebServer(options, sites, backstage);
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

    /// At SIGTERM or SIGINT answers in flight are finished, and the process ends as one that did its duty.
    ///
    /// @return what does that, to be taken back when the service ends otherwise
    private static Thread endInOrder(WebServer server, List<ServedBlog> blogs) {
        Thread ending = new Thread(
                () -> {
                    server.close();
                    blogs.forEach(ServedBlog::closeLog);
                    Runtime.getRuntime().halt(Main.DONE);
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(ending);
        return ending;
    }
}
