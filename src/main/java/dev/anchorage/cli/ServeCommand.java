package dev.anchorage.cli;

import dev.anchorage.git.FetchException;
import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.IndexFailedException;
import dev.anchorage.index.IndexProgress;
import dev.anchorage.index.IndexRefusedException;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.LastCommit;
import dev.anchorage.index.UpdateRuns;
import dev.anchorage.querylog.QueryLog;
import dev.anchorage.querylog.QueryLogOptions;
import dev.anchorage.querylog.QueryReport;
import dev.anchorage.search.IndexStats;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SectionSearcher;
import dev.anchorage.web.AdminServer;
import dev.anchorage.web.Backstage;
import dev.anchorage.web.Health;
import dev.anchorage.web.Metrics;
import dev.anchorage.web.Owner;
import dev.anchorage.web.QueryWatch;
import dev.anchorage.web.Secret;
import dev.anchorage.web.WebOptions;
import dev.anchorage.web.WebServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `anchorage serve`.
@Command(name = "serve", description = "Bring the index up to date, then answer over HTTP.")
final class ServeCommand extends BlogCommand {
    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OwnerOptions ownership = new OwnerOptions();

    @Mixin
    private final MonitoringOptions monitoring = new MonitoringOptions();

    @Mixin
    private final QueryLogFlags queryLog = new QueryLogFlags();

    @Option(names = "--watch", description = "Keep up with the files while answering.")
    private boolean isWatching;

    ServeCommand(Settings settings) {
        super(settings);
    }

    @Override
    int run() throws IOException, SettingsException, InterruptedException {
        WebOptions web = service.checked();
        Secret key = ownership.key(settings);
        Secret hookSecret = ownership.hookSecret(settings);
        SearchOptions wishes = OwnersWishes.of(settings);
        QueryLogOptions counted = queryLog.checked(settings);
        ServiceLog log = monitoring.log(err());
        ownership.warn(log::sayWarning);
        fetchFirst(log);
        Update update = update();
        IndexReport first = first(update, log);
        Health health = new Health();
        Metrics metrics = new Metrics();
        try (SectionSearcher searcher = new SectionSearcher(index(), wishes);
                KeepingUp keepingUp = new KeepingUp(searcher, health, log, first);
                UpdateRuns runs = new UpdateRuns(first, () -> updated(searcher, update.blog(), log), run -> {
                    metrics.ended(run);
                    keepingUp.ended(run);
                })) {
            Backstage backstage = new Backstage(
                    new Owner(key, hookSecret, runs),
                    health,
                    metrics,
                    monitoring.accessLog(log),
                    counted == null ? null : watch(counted, searcher, log));
            OwnersWishes.warn(log::sayWarning, searcher);
            IndexGauges.addTo(metrics, searcher, index());
            keepingUp.start(runs, isWatching ? update.blog() : null, index());
            answer(web, searcher, backstage, log);
        }
        return Main.DONE;
    }

    private static QueryWatch watch(QueryLogOptions options, SectionSearcher searcher, ServiceLog log)
            throws SettingsException {
        try {
            Files.createDirectories(options.folder());
        } catch (IOException unusable) {
            throw new SettingsException(
                    "--query-log is " + options.folder() + ", which is no folder that can be written ("
                            + unusable.getClass().getSimpleName() + ")");
        }
        return new QueryWatch(
                new QueryLog(options, log::warning),
                () -> QueryReport.of(
                        options.folder(), ReportCommand.DEFAULT_DAYS, ReportCommand.DEFAULT_LIMIT, searcher));
    }

    private void answer(WebOptions web, SectionSearcher searcher, Backstage backstage, ServiceLog log)
            throws IOException, SettingsException, InterruptedException {
        try (WebServer server = start(web, searcher, backstage);
                AdminServer admin = monitoring.start(backstage, log::sayWarning)) {
            Thread ending = endInOrder(server, backstage.queries());
            IndexStats stats = searcher.stats();
            out().println("Anchorage answers on " + ListenAddress.url(server.address()) + " (" + stats.posts()
                    + " posts, " + stats.sections() + " sections)");
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

    /// What was fetched before is better than nothing.
    private void fetchFirst(ServiceLog log) throws IOException, SettingsException {
        try {
            fetch();
        } catch (FetchException failed) {
            if (!Files.isDirectory(places.posts)) {
                throw failed;
            }
            log.sayWarning("anchorage: " + failed.getMessage() + "; the posts are taken as they are");
        }
    }

    /// The update before anything is answered. When it may not be made, an index that is there goes on serving.
    private @Nullable IndexReport first(Update update, ServiceLog log) throws IOException {
        IndexReport report;
        try {
            report = updated(update, 0, log);
        } catch (IndexRefusedException | IndexFailedException kept) {
            if (LastCommit.verified(index()) == null) {
                throw kept;
            }
            log.sayWarning("anchorage: " + kept.getMessage() + "; the index is served as it is");
            return null;
        }
        report.problems().forEach(problem -> log.sayWarning(Style.clean(problem.toString())));
        if (!output.isQuiet) {
            log.say(Level.INFO, ReportPrinter.line(report));
        }
        return report;
    }

    /// An update while readers ask; the blog's own configuration may have changed as well.
    private IndexReport updated(SectionSearcher searcher, Blog before, ServiceLog log) throws IOException {
        Update update;
        try {
            fetch();
            update = updateSince(before);
        } catch (SettingsException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
        IndexReport report = updated(update, searcher.generation(), log);
        searcher.refresh();
        return report;
    }

    /// Builds an index that can't be used anew: the posts are there.
    private IndexReport updated(Update update, long lastGeneration, ServiceLog log) throws IOException {
        try {
            return update.run(false, false, lastGeneration, IndexProgress.NONE);
        } catch (IndexDamagedException damaged) {
            log.sayWarning("anchorage: " + damaged.getMessage() + "; doing so now");
            return update.run(true, false, lastGeneration, IndexProgress.NONE);
        }
    }

    private static WebServer start(WebOptions options, SectionSearcher searcher, Backstage backstage)
            throws IOException {
        try {
            return new WebServer(options, searcher, backstage);
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
    private static Thread endInOrder(WebServer server, @Nullable QueryWatch queries) {
        Thread ending = new Thread(
                () -> {
                    server.close();
                    if (queries != null) {
                        queries.log().close();
                    }
                    Runtime.getRuntime().halt(Main.DONE);
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(ending);
        return ending;
    }
}
