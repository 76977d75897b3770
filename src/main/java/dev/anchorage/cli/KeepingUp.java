package dev.anchorage.cli;

import dev.anchorage.archive.SourceFile;
import dev.anchorage.index.IndexDamagedException;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.UpdateRun;
import dev.anchorage.index.UpdateRuns;
import dev.anchorage.search.AwayException;
import dev.anchorage.web.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets a running service see new commits, whoever makes them, and asks for an update when one is due: a file changed
/// (when watching), a post's time has come, the index is lost.
///
/// The watcher only hints. The truth is a scan of the archive, which misses nothing and works on every file system;
/// where there is no watcher, it is made every second.
final class KeepingUp implements AutoCloseable {
    private static final long REFRESH_MILLIS = 250;
    private static final long SCAN_MILLIS = 1_000;
    private static final long SCAN_BESIDE_WATCHER_MILLIS = 10_000;
    private static final long HEAL_MILLIS = 2_000;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    /// So many sites are looked at as often as one; more share the looks.
    private static final int SITES_AT_FULL_PACE = 16;

    private final Refreshing index;
    private final int pace;
    private final Health health;
    private final ServiceLog log;
    private volatile @Nullable FolderWatch watcher;
    private volatile @Nullable Blog watched;
    private List<SourceFile> seen = List.of();
    private String seenSettings = "";
    private long lastScan = System.nanoTime();
    private long lastHeal = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(HEAL_MILLIS);
    private volatile @Nullable Instant due;
    private volatile Duration retry = FIRST_RETRY;
    private volatile boolean hasFailed;
    private volatile boolean wasReady;
    private volatile String lastComplaint = "";
    private volatile @Nullable Thread thread;

    /// @param index  to look at
    /// @param sites  number of those that are looked at in this process
    KeepingUp(Refreshing index, Health health, ServiceLog log, @Nullable IndexReport firstUpdate, int sites) {
        this.index = index;
        pace = (sites + SITES_AT_FULL_PACE - 1) / SITES_AT_FULL_PACE;
        wasReady = sites == 1;
        this.health = health;
        this.log = log;
        due = firstUpdate == null ? null : firstUpdate.due();
    }

    /// Begins to keep up with commits and times.
    ///
    /// @param runs  what to ask for updates
    void start(UpdateRuns runs) {
        Thread.Builder builder = pace == 1 ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
        thread = builder.name("keeping-up").start(() -> run(runs));
    }

    /// Begins to keep up with the files of a blog, too.
    ///
    /// @param folder  of the index
    void watch(Blog blog, Path folder) throws IOException {
        watcher = FolderWatch.of(blog.archive().root(), Files.exists(folder) ? folder.toRealPath() : folder)
                .orElse(null);
        watched = blog;
    }

    /// Takes note of an update that is over.
    void ended(UpdateRun run) {
        IndexReport report = run.report();
        if (report == null) {
            hasFailed = true;
            tryAgainLater();
            complain("the index was not updated, so it is as before: " + run.reason());
            return;
        }
        due = report.due();
        retry = FIRST_RETRY;
        lastComplaint = "";
        if (report.added() + report.changed() + report.removed() > 0) {
            log.info(ReportPrinter.line(report));
            report.problems().forEach(problem -> log.warning(problem.toString()));
        }
    }

    /// A remote that didn't answer or another process that was indexing is no reason to miss what was pushed.
    private void tryAgainLater() {
        Instant next = Instant.now().plus(retry);
        Instant planned = due;
        due = planned == null || next.isBefore(planned) ? next : planned;
        Duration twice = retry.multipliedBy(2);
        retry = twice.compareTo(LONGEST_RETRY) < 0 ? twice : LONGEST_RETRY;
    }

    private void run(UpdateRuns runs) {
        try {
            while (true) {
                boolean isHinted = awaitHint();
                refresh(runs);
                Blog blog = watched;
                if (isHinted || isDue() || (blog != null && isScanDue() && hasChanged(blog))) {
                    runs.request();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitHint() throws InterruptedException {
        FolderWatch hints = watcher;
        if (hints == null) {
            Thread.sleep(REFRESH_MILLIS * pace);
            return false;
        }
        try {
            return hints.await(REFRESH_MILLIS * pace);
        } catch (IOException blind) {
            watcher = null;
            log.warning("changes are found by looking every second from now on: " + blind.getMessage());
            return true;
        }
    }

    private void refresh(UpdateRuns runs) {
        try {
            index.refresh();
            health.ready();
            wasReady = true;
        } catch (IOException | RuntimeException unreadable) {
            health.notReady(reason(unreadable));
            if (unreadable instanceof AwayException) {
                complain(String.valueOf(unreadable.getMessage())); // it comes back by itself
            } else if (wasReady) { // else the first update makes it
                complain("the index can't be read now, so the last answers stand: " + unreadable.getMessage());
                heal(runs);
            }
        }
    }

    static String reason(Exception unreadable) {
        return switch (unreadable) {
            case AwayException away -> "The index can't be reached now.";
            case IndexDamagedException damaged -> "The index is damaged.";
            default -> "There is no index that can be read.";
        };
    }

    /// The posts are there, so that an index that is lost can be built anew.
    private void heal(UpdateRuns runs) {
        if (hasPassed(HEAL_MILLIS * pace, lastHeal)) {
            lastHeal = System.nanoTime();
            runs.request();
        }
    }

    private boolean isDue() {
        Instant moment = due;
        if (moment == null || Instant.now().isBefore(moment)) {
            return false;
        }
        due = null;
        return true;
    }

    private boolean isScanDue() {
        return hasPassed(pace * (watcher == null ? SCAN_MILLIS : SCAN_BESIDE_WATCHER_MILLIS), lastScan);
    }

    /// Whether files differ from those of the last scan, or the update after it failed.
    private boolean hasChanged(Blog blog) {
        lastScan = System.nanoTime();
        try {
            List<SourceFile> files = blog.archive().scan().files();
            String settings = blog.asOfNow().settings();
            boolean hasChanged = hasFailed || !files.equals(seen) || !settings.equals(seenSettings);
            hasFailed = false;
            seen = files;
            seenSettings = settings;
            return hasChanged;
        } catch (IOException unreadable) {
            complain("the posts can't be read now: " + unreadable.getMessage());
            return false;
        }
    }

    private static boolean hasPassed(long millis, long since) {
        return System.nanoTime() - since >= TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /// Says a thing once, not every second.
    private void complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            log.warning(complaint);
            lastComplaint = complaint;
        }
    }

    @Override
    public void close() throws IOException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(LONGEST_END);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        FolderWatch hints = watcher;
        if (hints != null) {
            hints.close();
        }
    }

    /// Goes over to the newest commit.
    interface Refreshing {
        /// Does it.
        ///
        /// @throws IOException when there is none that can be read
        void refresh() throws IOException;
    }
}
