package dev.anchorage.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process from its start to its end.
///
/// @param seconds  from start to end
/// @param cpuSeconds  of processor time, to a hundredth
/// @param peakMegabytes  most memory it had at once, as Linux counts it; 0 elsewhere
record Run(double seconds, double cpuSeconds, double peakMegabytes) {
    private static final int POLL_MILLIS = 10;

    /// @throws IOException when it fails
    static Run of(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(command);
        double cpu = 0;
        double peak = 0;
        do {
            cpu = Math.max(cpu, cpu(process));
            peak = Math.max(peak, peak(process.pid()));
        } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(process.exitValue() + " from " + command);
        }
        return new Run(wall, cpu, peak);
    }

    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// The run with the median time.
    static Run median(Run... runs) {
        Run[] sorted = runs.clone();
        Arrays.sort(sorted, (a, b) -> Double.compare(a.seconds, b.seconds));
        return sorted[sorted.length / 2];
    }

    /// A port that was free a moment ago.
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static double cpu(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private static double peak(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException endedOrElsewhere) {
            return 0;
        }
        return 0;
    }
}
