package dev.anchorage.querylog;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Counts what readers ask, and writes down what enough of them asked. Thread-safe.
///
/// Clients are told apart by a hash under a salt that is made anew each day (UTC) and kept in memory only, and queries
/// of fewer clients than wanted stay in memory until they are forgotten with it. So no address and no query of one
/// person comes to the disk, and after the day nobody can tell who asked what, not even who reads this process's
/// memory.
public final class QueryLog implements AutoCloseable {
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final int MOST_RANK = 100;

    private final QueryLogOptions options;
    private final CountFiles files;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Consumer<String> complaints;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("query-log").factory());
    private Day day;
    private String lastComplaint = "";

    /// Begins to count.
    ///
    /// @param complaints  told in one sentence when counts can't be written; they are lost then, and nothing
    /// else is
    public QueryLog(QueryLogOptions options, Consumer<String> complaints) {
        this(options, complaints, Clock.systemUTC(), System::nanoTime);
        writeEach(WRITTEN_EVERY);
    }

    /// Writes only when it is closed, or told to.
    QueryLog(QueryLogOptions options, Consumer<String> complaints, Clock clock, LongSupplier nanos) {
        this.options = options;
        this.complaints = complaints;
        this.clock = clock;
        this.nanos = nanos;
        files = new CountFiles(options);
        day = new Day(today(), options.minClients());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    /// A reader asked for something, perhaps on the way to another query.
    ///
    /// @param client  the reader's address, or what stands for it
    /// @param outcome  null when it isn't known, or was narrowed by more than the query
    /// @param millis  the search took; 0 when there was none
    public void asked(byte[] client, String query, @Nullable Outcome outcome, double millis) {
        NormalQuery.of(query).ifPresent(normal -> {
            synchronized (this) {
                day.ask(new Asking(day.client(client), normal, outcome, millis, nanos.getAsLong()));
            }
        });
    }

    /// A reader chose a hit.
    ///
    /// @param rank  of the hit's post in the answer, from 1
    public void chosen(byte[] client, String query, int rank) {
        if (rank >= 1 && rank <= MOST_RANK) {
            NormalQuery.of(query).ifPresent(normal -> {
                synchronized (this) {
                    day.choose(day.client(client), normal, rank);
                }
            });
        }
    }

    /// Begins to write now and then.
    void writeEach(Duration time) {
        Future<?> unused =
                writer.scheduleWithFixedDelay(() -> write(false), time.toNanos(), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Writes what may be told.
    ///
    /// @param isOver  whether nothing more will be asked
    void write(boolean isOver) {
        LocalDate date;
        List<QueryCount> counts;
        synchronized (this) {
            LocalDate today = today();
            date = day.date();
            boolean isPast = !date.equals(today);
            counts = day.take(nanos.getAsLong(), isOver || isPast);
            if (isPast) {
                day = new Day(today, options.minClients());
            }
        }
        String complaint = files.append(date, counts);
        if (complaint != null && !Objects.equals(complaint, lastComplaint)) {
            lastComplaint = complaint;
            complaints.accept(complaint);
        }
    }

    /// Writes what may still be told and forgets the rest; what is being written meanwhile is written first, whole.
    @Override
    public void close() {
        writer.close();
        write(true);
    }
}
