package dev.anchorage.cli;

import picocli.CommandLine.Option;

/// Options that say how much is said, and how.
final class OutputOptions {
    @Option(names = "--json", description = "Print JSON, of the same shape as HTTP answers.")
    boolean isJson;

    @Option(names = "--quiet", description = "Say nothing but data and errors.")
    boolean isQuiet;

    @Option(names = "--verbose", description = "Say more, and add details to errors.")
    boolean isVerbose;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            completionCandidates = Choices.Colors.class,
            description = "Colour and links in the terminal: auto, always or never (default: ${DEFAULT-VALUE}).")
    When color = When.AUTO;

    void take(PlainLine line) {
        isJson = line.flag("json");
        isQuiet = line.flag("quiet");
        isVerbose = line.flag("verbose");
        color = line.choice("color", color);
    }

    /// Whether to use colour. `auto` heeds the terminal and the variable `NO_COLOR`.
    boolean isColored() {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> isTerminal() && !isSet("NO_COLOR") && !"dumb".equals(System.getenv("TERM"));
        };
    }

    /// Java 21 can't tell whether standard output is a terminal, so the launcher says it.
    static boolean isTerminal() {
        return Boolean.getBoolean("anchorage.terminal");
    }

    /// Whether a line that is redrawn makes sense on standard error.
    boolean showsProgress() {
        return !isQuiet && Boolean.getBoolean("anchorage.terminal.err");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }
}
