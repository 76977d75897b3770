package dev.anchorage.cli;

import dev.anchorage.index.IndexProgress;
import java.io.PrintWriter;

/// A line on the terminal that says how far an update is, redrawn at most ten times a second.
final class ProgressBar implements IndexProgress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean isShown;
    private long drawn;
    private boolean isVisible;

    ProgressBar(PrintWriter err, boolean isShown) {
        this.err = err;
        this.isShown = isShown;
        drawn = System.nanoTime();
    }

    @Override
    public void read(int done, int total) {
        if (isShown && System.nanoTime() - drawn >= PAUSE_NANOS) {
            int filled = (int) ((long) WIDTH * done / total);
            err.print(ERASE + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + done + " of " + total + " posts");
            err.flush();
            drawn = System.nanoTime();
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
