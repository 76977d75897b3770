package dev.anchorage.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What every command of `anchorage` has: where things are, how much is said, where to say it.
@Command(mixinStandardHelpOptions = true)
abstract class Subcommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    final Places places = new Places();

    @Mixin
    final OutputOptions output = new OutputOptions();

    /// For data.
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// For everything else.
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /// The colours of standard output.
    final Style style() {
        return new Style(output.isColored());
    }
}
