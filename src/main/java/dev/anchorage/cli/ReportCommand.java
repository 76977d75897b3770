package dev.anchorage.cli;

import dev.anchorage.querylog.QueryLogOptions;
import dev.anchorage.querylog.QueryReport;
import dev.anchorage.querylog.QueryReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `anchorage report`.
@Command(name = "report", description = "Show what readers asked, and what to do about queries without hits.")
final class ReportCommand extends Subcommand {
    static final int DEFAULT_DAYS = 30;
    static final int DEFAULT_LIMIT = 20;

    @Mixin
    private final QueryLogFlags queryLog = new QueryLogFlags();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "" + DEFAULT_DAYS,
            description = "The last so many days, today included (default: ${DEFAULT-VALUE}).")
    private int days = DEFAULT_DAYS;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + DEFAULT_LIMIT,
            description = "At most so many queries in each list (default: ${DEFAULT-VALUE}).")
    private int limit = DEFAULT_LIMIT;

    ReportCommand(Settings settings) {
        super(settings);
    }

    @Override
    int run() throws IOException, SettingsException {
        QueryLogOptions options = queryLog.checked(settings);
        if (options == null) {
            throw new SettingsException("--query-log says where `anchorage serve` counts queries; it is not set");
        }
        if (days < 1 || limit < 1) {
            throw new SettingsException("--days and --limit are " + days + " and " + limit + ", expected 1 or more");
        }
        try (Engine engine = engine()) {
            QueryReport report = engine.once(
                    index(),
                    OwnersWishes.of(settings),
                    settings.site(),
                    searcher -> QueryReport.of(options.folder(), days, limit, searcher));
            if (output.isJson) {
                out().println(new String(QueryReportJson.of(report), StandardCharsets.UTF_8));
            } else {
                new QueryReportPrinter(out(), style()).print(report);
            }
            report.problems().forEach(problem -> err().println(Style.clean(problem.toString())));
            return report.problems().isEmpty() ? Main.DONE : Main.DONE_BUT;
        }
    }
}
