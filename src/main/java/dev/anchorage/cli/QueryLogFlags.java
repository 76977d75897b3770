package dev.anchorage.cli;

import dev.anchorage.querylog.QueryLogOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say whether and how queries are counted.
final class QueryLogFlags {
    @Option(
            names = "--query-log",
            paramLabel = "DIR",
            description = "Count what readers ask, in this folder (default: not at all).")
    @Nullable
    Path folder;

    @Option(
            names = "--query-log-clients",
            paramLabel = "N",
            defaultValue = "" + QueryLogOptions.DEFAULT_MIN_CLIENTS,
            description = "Write down only what so many clients asked on one day (default: ${DEFAULT-VALUE}).")
    private int minClients = QueryLogOptions.DEFAULT_MIN_CLIENTS;

    @Option(
            names = "--query-log-days",
            paramLabel = "N",
            defaultValue = "" + QueryLogOptions.DEFAULT_KEPT_DAYS,
            description = "Keep the counts of so many days (default: ${DEFAULT-VALUE}).")
    int keptDays = QueryLogOptions.DEFAULT_KEPT_DAYS;

    void take(PlainLine line) {
        folder = line.path("query-log");
        minClients = line.number("query-log-clients", minClients);
        keptDays = line.number("query-log-days", keptDays);
    }

    /// Null when nothing is to be counted. Each site has a folder of its own in the one that is named.
    @Nullable
    QueryLogOptions checked(Settings settings) throws SettingsException {
        if (folder == null) {
            return null;
        }
        try {
            return new QueryLogOptions(settings.ofSite(folder), minClients, keptDays);
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException("--" + wrong.getMessage());
        }
    }
}
