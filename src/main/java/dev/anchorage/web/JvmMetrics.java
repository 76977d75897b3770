package dev.anchorage.web;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the process itself uses.
final class JvmMetrics {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private JvmMetrics() {}

    static void addTo(Metrics metrics) {
        Runtime runtime = Runtime.getRuntime();
        metrics.gauge("heap_used_bytes", "Memory in use.", () -> (double) runtime.totalMemory() - runtime.freeMemory());
        metrics.gauge("heap_max_bytes", "Memory that may be used.", runtime::maxMemory);
        metrics.gauge("threads", "Threads of the process.", JvmMetrics::threads);
        metrics.gauge("gc_seconds", "Time spent collecting garbage.", JvmMetrics::gcSeconds);
        metrics.gauge("open_files", "Open files and connections.", JvmMetrics::openFiles);
        metrics.gauge("uptime_seconds", "Time since the process began.", JvmMetrics::uptimeSeconds);
    }

    private static double threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static double uptimeSeconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    }

    private static double gcSeconds() {
        long millis = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(known -> known > 0)
                .sum();
        return millis / 1e3;
    }

    private static double openFiles() {
        try (Stream<Path> files = Files.list(DESCRIPTORS)) {
            return files.count();
        } catch (IOException unknown) {
            return Double.NaN;
        }
    }
}
