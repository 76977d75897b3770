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
import java.util.stream.Stream;

/// A process from its start to its end, with those that it starts.
///
/// @param seconds  from start to end
/// @param cpuSeconds  of processor time, to a hundredth
/// @param peakMegabytes  most memory it had at once, as Linux counts it; 0 elsewhere
record Run(double seconds, double cpuSeconds, double peakMegabytes) {
    private static final int POLL_MILLIS = 10;

    /// After so many it is looked for others that were started, which takes a millisecond or two.
    private static final int POLLS_OF_OTHERS = 20;

    /// @throws IOException when it fails
    static Run of(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(command);
        double cpu = 0;
        double peak = 0;
        int polls = 0;
        List<ProcessHandle> all = List.of();
        do {
            if (polls++ % POLLS_OF_OTHERS == 0) {
                all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .toList();
            }
            cpu = Math.max(cpu, all.stream().mapToDouble(Run::cpu).sum());
            peak = Math.max(
                    peak, all.stream().mapToDouble(each -> peak(each.pid())).sum());
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

    private static double cpu(ProcessHandle process) {
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
