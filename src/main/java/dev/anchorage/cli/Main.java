package dev.anchorage.cli;

import dev.anchorage.index.IndexDamagedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// The command `anchorage`.
@Command(
        name = "anchorage",
        description = "Full-text search for blog archives, with hits that land on the right heading.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:done, but nothing was found, posts were skipped or problems were found",
            "2:wrong usage or configuration",
            "3:the index can't be read or written"
        })
public final class Main {
    static final int DONE = 0;
    static final int DONE_BUT = 1;
    static final int WRONG_USAGE = 2;
    static final int NO_INDEX = 3;

    /// Runs a command and ends the process with its exit code.
    public static void main(String[] args) throws IOException, InterruptedException {
        LibraryLogs.quieten();
        if (System.getenv(LargeBuild.LARGE) != null) {
            LargeBuild.endWithWhoHandedOver();
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = run(args, out, err);
        out.flush();
        System.exit(exitCode == LargeBuild.TO_BE_HANDED_OVER ? LargeBuild.handOver(args) : exitCode);
    }

    /// Runs a command.
    ///
    /// @param out  for data
    /// @param err  for everything else
    /// @return the exit code
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        Settings settings;
        try {
            settings = Settings.of(args, System.getenv());
        } catch (SettingsException wrong) {
            err.println("anchorage: " + wrong.getMessage());
            return WRONG_USAGE;
        }
        Subcommand plain = PlainLine.command(args, settings);
        if (plain != null) {
            return plain.run(out, err);
        }
        CommandLine commandLine = commandLine(settings, args.length == 0 ? "" : args[0]);
        commandLine.setOut(out).setErr(err);
        return args.length == 0 ? commandLine.execute("--help") : commandLine.execute(args);
    }

    /// All commands with their options.
    ///
    /// @param settings  values of options that the command line doesn't give
    static CommandLine commandLine(Settings settings) {
        return commandLine(settings, "");
    }

    /// Looking through the options of all commands takes longer than a search, so one that is named comes alone.
    static CommandLine commandLine(Settings settings, String name) {
        CommandLine anchorage = new CommandLine(new Main());
        Map<String, Supplier<Object>> commands = commands(settings);
        Supplier<Object> named = commands.get(name);
        if (named == null) {
            commands.values().forEach(command -> anchorage.addSubcommand(command.get()));
            anchorage.addSubcommand(new HelpCommand());
        } else {
            anchorage.addSubcommand(named.get());
        }
        return anchorage
                .setDefaultValueProvider(argument -> argument instanceof OptionSpec option
                        ? settings.valueOf(option.longestName().substring(2))
                        : null)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUnmatchedOptionsArePositionalParams(false)
                .setExecutionExceptionHandler((failure, command, parsed) ->
                        explain(failure, settings, command.getErr(), parsed.hasMatchedOption("--verbose")))
                .setParameterExceptionHandler(Main::explainUsage);
    }

    /// In the order of the help.
    private static Map<String, Supplier<Object>> commands(Settings settings) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("serve", () -> new ServeCommand(settings));
        commands.put("index", () -> new IndexCommand(settings));
        commands.put("search", () -> new SearchCommand(settings));
        commands.put("sections", () -> new SectionsCommand(settings));
        commands.put("check", () -> new CheckCommand(settings));
        commands.put("why", () -> new WhyCommand(settings));
        commands.put("stats", () -> new StatsCommand(settings));
        commands.put("rollback", () -> new RollbackCommand(settings));
        commands.put("report", () -> new ReportCommand(settings));
        return commands;
    }

    private static int explainUsage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .println("anchorage: " + wrong.getMessage() + "; `"
                        + command.getCommandSpec().qualifiedName() + " --help` says what there is");
        return WRONG_USAGE;
    }

    /// Says why a command failed.
    ///
    /// @return the exit code
    static int explain(Exception failure, Settings settings, PrintWriter err, boolean isVerbose) {
        err.println("anchorage: " + settings.inFront() + sentence(failure));
        if (isVerbose) {
            failure.printStackTrace(err);
        }
        return failure instanceof SettingsException ? WRONG_USAGE : NO_INDEX;
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        if (failure instanceof NoSuchFileException absent) {
            String reason = absent.getReason();
            return absent.getFile() + ": " + (reason == null ? "there is no such file or folder" : reason);
        }
        if (failure instanceof SettingsException || failure instanceof IndexDamagedException) {
            return String.valueOf(message);
        }
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /// The version in the jar's manifest.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"anchorage " + (version == null ? "(not packaged)" : version)};
        }
    }
}
