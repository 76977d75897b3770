package dev.anchorage.cli;

import dev.anchorage.index.IndexReport;
import dev.anchorage.post.DetectedGenerator;
import dev.anchorage.search.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `anchorage index`.
@Command(name = "index", description = "Bring the index up to date with the posts.")
final class IndexCommand extends BlogCommand {
    @Option(names = "--full", description = "Build anew instead of writing only what changed.")
    private boolean isFull;

    @Option(names = "--allow-shrink", description = "Replace a full index also by an empty or a 90 %% smaller archive.")
    private boolean isShrinkAllowed;

    IndexCommand(Settings settings) {
        super(settings);
    }

    @Override
    void take(PlainLine line) {
        super.take(line);
        isFull = line.flag("full");
        isShrinkAllowed = line.flag("allow-shrink");
    }

    @Override
    int run() throws IOException, SettingsException {
        fetch();
        try (Engine engine = engine()) {
            return isLargeBuild(engine) ? LargeBuild.TO_BE_HANDED_OVER : run(update(engine));
        }
    }

    /// Of several sites each is done by itself, in this process.
    private boolean isLargeBuild(Engine engine) throws IOException, SettingsException {
        return settings.site() == null
                && LargeBuild.canBeHandedOver()
                && (isFull || engine.isNew(index(), null))
                && hasPostsOf(LargeBuild.LEAST_BYTES);
    }

    private int run(Update update) throws IOException {
        if (output.isVerbose) {
            DetectedGenerator detected = update.blog().generator();
            err().println(settings.inFront() + "generator: "
                    + detected.generator().name() + ", since " + detected.evidence());
        }
        IndexReport report;
        try (ProgressBar bar = new ProgressBar(err(), output.showsProgress())) {
            report = update.run(isFull, isShrinkAllowed, bar);
        }
        if (output.isJson) {
            out().println(new String(ReportJson.of(report, settings.site()), StandardCharsets.UTF_8));
        } else {
            ReportPrinter.problems(err(), settings.inFront(), report);
            if (!output.isQuiet) {
                out().println(settings.inFront() + ReportPrinter.line(report));
            }
        }
        return report.skipped() > 0 ? Main.DONE_BUT : Main.DONE;
    }

    /// One after the other; what goes wrong with one doesn't touch the others.
    @Override
    int run(List<Settings> sites) {
        int worst = Main.DONE;
        for (Settings site : sites) {
            int exitCode =
                    Main.commandLine(site, "index").setOut(out()).setErr(err()).execute(line());
            worst = Math.max(worst, exitCode);
        }
        return worst;
    }
}
