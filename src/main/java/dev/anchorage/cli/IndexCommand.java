package dev.anchorage.cli;

import dev.anchorage.index.IndexReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `anchorage index`.
@Command(name = "index", description = "Bring the index up to date with the posts.", mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {
    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Mixin
    private BlogOptions options = new BlogOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--full", description = "Build anew instead of writing only what changed.")
    private boolean isFull;

    @Option(names = "--allow-shrink", description = "Replace a full index also by an empty or a 90 % smaller archive.")
    private boolean isShrinkAllowed;

    IndexCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        Blog blog = Blog.of(places.posts, options, settings);
        if (output.isVerbose) {
            spec.commandLine()
                    .getErr()
                    .println("generator: " + blog.generator().generator().name() + ", since "
                            + blog.generator().evidence());
        }
        IndexReport report = new Update(blog, places.index, options.defaultLanguage).run(isFull, isShrinkAllowed);
        PrintWriter out = spec.commandLine().getOut();
        if (output.isJson) {
            out.println(new String(ReportPrinter.json(report), StandardCharsets.UTF_8));
        } else {
            ReportPrinter.problems(spec.commandLine().getErr(), report);
            if (!output.isQuiet) {
                out.println(ReportPrinter.line(report));
            }
        }
        return report.skipped() > 0 ? Main.DONE_BUT : Main.DONE;
    }
}
