package dev.anchorage.cli;

import dev.anchorage.index.IndexProgress;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/// A line on the terminal that says how far an update is, redrawn at most ten times a second.
final class ProgressBar implements IndexProgress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean isShown;
    private final LongSupplier nanos;
    private long drawn;
    private boolean isVisible;

    ProgressBar(PrintWriter err, boolean isShown) {
        this(err, isShown, System::nanoTime);
    }

    /// @param nanos  a clock that only moves forward
    ProgressBar(PrintWriter err, boolean isShown, LongSupplier nanos) {
        this.err = err;
        this.isShown = isShown;
        this.nanos = nanos;
        drawn = nanos.getAsLong();
    }

    @Override
    public void read(int done, int total) {
        if (isShown && nanos.getAsLong() - drawn >= PAUSE_NANOS) {
            int filled = (int) ((long) WIDTH * done / total);
            err.print(ERASE + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + done + " of " + total + " posts");
            err.flush();
            drawn = nanos.getAsLong();
            isVisible = true;
        }
    }

    /// Takes the line away, so that what is said next stands alone.
    @Override
    public void close() {
        if (isVisible) {
            err.print(ERASE);
            err.flush();
        }
    }
}
