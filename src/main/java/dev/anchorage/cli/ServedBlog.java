package dev.anchorage.cli;

import dev.anchorage.git.FetchException;
import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.IndexFailedException;
import dev.anchorage.index.IndexProgress;
import dev.anchorage.index.IndexRefusedException;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.UpdateRun;
import dev.anchorage.index.UpdateRuns;
import dev.anchorage.querylog.QueryLog;
import dev.anchorage.querylog.QueryLogOptions;
import dev.anchorage.querylog.QueryReport;
import dev.anchorage.search.AwayException;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SiteShare;
import dev.anchorage.web.Health;
import dev.anchorage.web.Metrics;
import dev.anchorage.web.Owner;
import dev.anchorage.web.QueryWatch;
import dev.anchorage.web.Secret;
import dev.anchorage.web.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/// One blog of a running service: its index, and what keeps it up to date.
final class ServedBlog implements AutoCloseable {
    private final ServeCommand command;
    private final Engine engine;
    private final ServiceLog log;
    private final Semaphore turns;
    private final LiveIndex index;
    private final Health health = new Health();
    private final KeepingUp keepingUp;
    private final UpdateRuns runs;
    private final @Nullable QueryWatch queries;
    private final Site site;
    private volatile @Nullable Blog blog;

    private ServedBlog(
            ServeCommand command,
            Engine engine,
            Checked checked,
            Metrics metrics,
            ServiceLog log,
            Semaphore turns,
            int sites,
            @Nullable First first) {
        String name = command.settings.site();
        this.command = command;
        this.engine = engine;
        this.log = log;
        this.turns = turns;
        IndexReport report = first == null ? null : first.report();
        blog = first == null ? null : first.blog();
        index = new LiveIndex(engine, command.index(), checked.wishes(), new SiteShare(name, sites));
        keepingUp = new KeepingUp(this::refresh, health, log, report, sites);
        runs = new UpdateRuns(report, this::updated, run -> ended(run, metrics));
        queries = checked.counted() == null ? null : watch(checked.counted());
        Owner owner = new Owner(checked.key(), checked.hookSecret(), runs);
        site = new Site(name, command.service.name(), command.service.cors(), owner, health, queries);
    }

    /// The only blog of a service, brought up to date.
    ///
    /// @throws IOException when there is no index to answer from
    static ServedBlog only(ServeCommand command, Engine engine, Metrics metrics, ServiceLog log)
            throws IOException, SettingsException {
        Checked checked = Checked.of(command);
        First first;
        try {
            first = First.of(command, engine, log);
        } catch (AwayException away) {
            log.sayWarning("anchorage: " + away.getMessage() + "; it is asked again until it answers");
            return oneOf(1, command, engine, metrics, log, new Semaphore(1));
        }
        ServedBlog only = new ServedBlog(command, engine, checked, metrics, log, new Semaphore(1), 1, first);
        try {
            only.refresh();
        } catch (IOException | RuntimeException unusable) {
            only.close();
            throw unusable;
        }
        return only;
    }

    /// One of several blogs, which answers from the index that is there, if any, until it is brought up to date.
    ///
    /// @param turns  taken for each update, so that not all are made at once
    static ServedBlog oneOf(
            int sites, ServeCommand command, Engine engine, Metrics metrics, ServiceLog log, Semaphore turns)
            throws SettingsException {
        ServedBlog one = new ServedBlog(command, engine, Checked.of(command), metrics, log, turns, sites, null);
        try {
            one.refresh();
        } catch (IOException | RuntimeException notYet) {
            // The first update makes the index; when it can't, it says why.
            one.health.notReady(KeepingUp.reason(notYet));
        }
        return one;
    }

    Site site() {
        return site;
    }

    /// What its index takes; NaN when that can't be said.
    double bytes() throws IOException {
        Long bytes = engine.bytes(command.index());
        return bytes == null ? Double.NaN : bytes;
    }

    /// Begins to keep up.
    void start() throws IOException {
        keepingUp.start(runs);
        Blog known = blog;
        if (known == null) {
            runs.request();
        } else {
            watch(known);
            OwnersWishes.warn(log::sayWarning, site.searcher());
        }
    }

    private void watch(Blog known) throws IOException {
        if (command.isWatching) {
            keepingUp.watch(known, command.index());
        }
    }

    private void refresh() throws IOException {
        index.refresh(site);
    }

    private void ended(UpdateRun run, Metrics metrics) {
        metrics.ended(run);
        keepingUp.ended(run);
    }

    private QueryWatch watch(QueryLogOptions options) {
        return new QueryWatch(
                new QueryLog(options, log::warning),
                () -> QueryReport.of(
                        options.folder(), ReportCommand.DEFAULT_DAYS, ReportCommand.DEFAULT_LIMIT, site.searcher()));
    }

    /// An update while readers ask; the blog's own configuration may have changed as well. Who waits for a remote takes
    /// no turn.
    private IndexReport updated() throws IOException {
        try {
            command.fetch();
            turns.acquire();
            try {
                return updatedInTurn();
            } finally {
                turns.release();
            }
        } catch (SettingsException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("the service is shutting down", ended);
        }
    }

    private IndexReport updatedInTurn() throws IOException, SettingsException {
        Blog before = blog;
        Update update = command.updateSince(engine, before);
        IndexReport report = updated(update, index.generation(), log);
        refresh();
        if (before == null) {
            blog = update.blog();
            watch(update.blog());
            OwnersWishes.warn(log::sayWarning, site.searcher());
        }
        return report;
    }

    /// Builds an index that can't be used anew: the posts are there.
    private static IndexReport updated(Update update, long lastGeneration, ServiceLog log) throws IOException {
        try {
            return update.run(false, false, lastGeneration, IndexProgress.NONE);
        } catch (IndexDamagedException damaged) {
            log.sayWarning("anchorage: " + damaged.getMessage() + "; doing so now");
            return update.run(true, false, lastGeneration, IndexProgress.NONE);
        }
    }

    /// Writes down what was counted of queries.
    void closeLog() {
        if (queries != null) {
            queries.log().close();
        }
    }

    @Override
    public void close() throws IOException {
        runs.close();
        keepingUp.close();
        index.close();
    }

    /// What the configuration says, besides how posts are read.
    private record Checked(
            SearchOptions wishes,
            @Nullable Secret key,
            @Nullable Secret hookSecret,
            @Nullable QueryLogOptions counted) {
        static Checked of(ServeCommand command) throws SettingsException {
            Settings settings = command.settings;
            QueryLogOptions counted = command.queryLog.checked(settings);
            if (counted != null) {
                makeFolder(counted);
            }
            return new Checked(
                    OwnersWishes.of(settings),
                    command.ownership.key(settings),
                    command.ownership.hookSecret(settings),
                    counted);
        }

        private static void makeFolder(QueryLogOptions options) throws SettingsException {
            try {
                Files.createDirectories(options.folder());
            } catch (IOException unusable) {
                throw new SettingsException(
                        "--query-log is " + options.folder() + ", which is no folder that can be written ("
                                + unusable.getClass().getSimpleName() + ")");
            }
        }
    }

    /// The update before anything is answered.
    ///
    /// @param report  null when it may not be made, and the index that is there goes on serving
    private record First(Blog blog, @Nullable IndexReport report) {
        static First of(ServeCommand command, Engine engine, ServiceLog log) throws IOException, SettingsException {
            fetch(command, log);
            Update update = command.update(engine);
            return new First(update.blog(), report(command, engine, update, log));
        }

        /// What was fetched before is better than nothing.
        private static void fetch(ServeCommand command, ServiceLog log) throws IOException, SettingsException {
            try {
                command.fetch();
            } catch (FetchException failed) {
                if (!Files.isDirectory(command.places.posts)) {
                    throw failed;
                }
                log.sayWarning("anchorage: " + failed.getMessage() + "; the posts are taken as they are");
            }
        }

        private static @Nullable IndexReport report(ServeCommand command, Engine engine, Update update, ServiceLog log)
                throws IOException {
            IndexReport report;
            try {
                report = updated(update, 0, log);
            } catch (IndexRefusedException | IndexFailedException kept) {
                if (!engine.hasIndex(command.index(), command.settings.site())) {
                    throw kept;
                }
                log.sayWarning("anchorage: " + kept.getMessage() + "; the index is served as it is");
                return null;
            }
            report.problems().forEach(problem -> log.sayWarning(Style.clean(problem.toString())));
            if (!command.output.isQuiet) {
                log.say(Level.INFO, ReportPrinter.line(report));
            }
            return report;
        }
    }
}
