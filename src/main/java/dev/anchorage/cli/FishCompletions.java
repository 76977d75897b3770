package dev.anchorage.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the shell fish offers behind the name of the program, made from what `--help` says.
final class FishCompletions {
    private final StringBuilder script = new StringBuilder();

    private FishCompletions() {}

    /// The script, which names the commands, their options and what these take.
    static String of(CommandLine program) {
        FishCompletions completions = new FishCompletions();
        program.getSubcommands().forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            completions.line(
                    "-n __fish_use_subcommand -f -a " + name,
                    spec.usageMessage().description());
            String after = "-n '__fish_seen_subcommand_from " + name + "' ";
            spec.options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> completions.line(after + words(option), option.description()));
        });
        return completions.script.toString();
    }

    private static String words(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        return names + value(option);
    }

    /// `-r`: a value follows, which may be a file's name; `-x`: it is none.
    private static String value(OptionSpec option) {
        Iterable<String> choices = option.completionCandidates();
        if (choices != null) {
            return " -x -a "
                    + quoted(StreamSupport.stream(choices.spliterator(), false).collect(Collectors.joining(" ")));
        }
        return option.arity().max() == 0 ? "" : " -r";
    }

    private void line(String words, String[] description) {
        String text = String.join(" ", description).replace("%n", " ").replace("%%", "%");
        script.append("complete -c anchorage ")
                .append(words)
                .append(" -d ")
                .append(quoted(text))
                .append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
