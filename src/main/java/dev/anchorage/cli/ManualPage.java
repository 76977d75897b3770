package dev.anchorage.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The man page of one command, made from what `--help` says.
final class ManualPage {
    private final CommandSpec command;
    private final String version;
    private final StringBuilder roff = new StringBuilder();

    ManualPage(CommandLine command, String version) {
        this.command = command.getCommandSpec();
        this.version = version;
    }

    /// The page's name without its section, such as `anchorage-search`.
    String name() {
        return command.qualifiedName("-");
    }

    /// The page for `man`.
    String text() {
        roff.setLength(0);
        line(".TH " + escaped(name()).toUpperCase(Locale.ROOT) + " 1 \"\" \"Anchorage " + escaped(version) + "\"");
        heading("NAME");
        line(escaped(name()) + " \\- "
                + described(command.usageMessage().description()).replaceFirst("\\.$", ""));
        heading("SYNOPSIS");
        line(bold(command.qualifiedName()) + " " + escaped(synopsis()));
        command.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .forEach(this::parameter);
        heading("OPTIONS");
        command.options().stream().filter(option -> !option.hidden()).forEach(this::option);
        if (!command.subcommands().isEmpty()) {
            heading("COMMANDS");
            command.subcommands().values().forEach(this::subcommand);
        }
        environment();
        exitStatus();
        return roff.toString();
    }

    private String synopsis() {
        String operands = command.positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .map(label -> " [" + label + "…]")
                .collect(Collectors.joining());
        return command.subcommands().isEmpty() ? "[OPTION…]" + operands : "COMMAND [OPTION…]";
    }

    private void parameter(PositionalParamSpec parameter) {
        item(italic(parameter.paramLabel()), parameter);
    }

    private void option(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : "=" + italic(option.paramLabel());
        item(List.of(option.names()).stream().map(ManualPage::bold).collect(Collectors.joining(", ")) + value, option);
    }

    private void item(String term, ArgSpec argument) {
        line(".TP");
        line(term);
        line(described(argument.description()));
    }

    private void subcommand(CommandLine subcommand) {
        line(".TP");
        line(bold(subcommand.getCommandSpec().qualifiedName("-")) + "(1)");
        line(described(subcommand.getCommandSpec().usageMessage().description()));
    }

    private void environment() {
        heading("ENVIRONMENT");
        line(escaped(
                "An option that isn't given is taken from the variable of the same name, such as ANCHORAGE_INDEX for "
                        + "--index, else from the key of the same name in anchorage.yaml in the archive's folder, or in the file that "
                        + "--config names."));
    }

    private void exitStatus() {
        Map<String, String> codes = command.root().usageMessage().exitCodeList();
        heading("EXIT STATUS");
        codes.forEach((code, meaning) -> {
            line(".TP");
            line(escaped(code));
            line(escaped(meaning));
        });
    }

    private void heading(String text) {
        line(".SH " + text);
    }

    private void line(String text) {
        roff.append(text).append('\n');
    }

    /// A description is a format, in which a percent sign stands twice and `%n` ends a line.
    private static String described(String[] description) {
        return escaped(String.join(" ", description)
                .replace("%n", " ")
                .replaceAll(" +", " ")
                .replace("%%", "%")
                .strip());
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /// What stands at the start of a line must not be taken for a request, nor a hyphen for a dash.
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
