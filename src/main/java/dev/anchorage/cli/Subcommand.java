package dev.anchorage.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What every command of `anchorage` has: where things are, how much is said, where to say it.
@Command(mixinStandardHelpOptions = true)
abstract class Subcommand implements Callable<Integer> {
    private static final int MOST_NAMED = 20;

    final Settings settings;

    /// Null when the line was read without picocli.
    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable PrintWriter out;
    private @Nullable PrintWriter err;

    @Mixin
    final Places places = new Places();

    @Mixin
    final OutputOptions output = new OutputOptions();

    Subcommand(Settings settings) {
        this.settings = settings;
    }

    /// Takes its options from a plain line; picocli sets them otherwise.
    void take(PlainLine line) {
        places.take(line);
        output.take(line);
    }

    /// Does what a plain line says.
    ///
    /// @return the exit code
    final int run(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
        try {
            return call();
        } catch (Exception failure) {
            return Main.explain(failure, settings, err, output.isVerbose);
        }
    }

    @Override
    public final Integer call() throws Exception {
        List<Settings> sites = settings.sites();
        return sites.isEmpty() ? run() : run(sites);
    }

    /// Does it for the one blog there is, or that was named.
    ///
    /// @return the exit code
    abstract int run() throws Exception;

    /// Does it for all sites of the configuration.
    ///
    /// @return the exit code
    int run(List<Settings> sites) throws Exception {
        throw new SettingsException("the configuration has several sites; --site-name says which is meant: "
                + sites.stream().map(Settings::site).limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (sites.size() > MOST_NAMED ? ", …" : ""));
    }

    /// The folder of the index.
    final Path index() {
        return settings.placed(places.index);
    }

    /// What keeps the sections; closed by the caller.
    final Engine engine() throws IOException, SettingsException {
        return Engine.of(places.engine, settings);
    }

    /// The command line that is being done.
    final String[] line() {
        return spec().root().commandLine().getParseResult().originalArgs().toArray(String[]::new);
    }

    /// Lets go of what the command line was read with: many commands that are kept would keep much of it.
    final void forgetLine() {
        spec = null;
    }

    /// For data.
    final PrintWriter out() {
        return out == null ? spec().commandLine().getOut() : out;
    }

    /// For everything else.
    final PrintWriter err() {
        return err == null ? spec().commandLine().getErr() : err;
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "only a line that picocli read has one");
    }

    /// The colours of standard output.
    final Style style() {
        return new Style(output.isColored());
    }
}
