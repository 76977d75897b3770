package dev.anchorage.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A command line that says nothing but what is usual, from which a command takes its options without picocli: reading
/// it with picocli takes a tenth of a second (ADR 45). A line of which anything is left over, or is not what an option
/// takes, is no plain one; picocli reads it anew, or says what is wrong with it.
final class PlainLine {
    /// Options without a value.
    private static final Set<String> FLAGS = Set.of(
            "json",
            "quiet",
            "verbose",
            "full",
            "allow-shrink",
            "location-hierarchy",
            "forget-previous",
            "watch",
            "access-log",
            "access-log-queries");

    private final Settings settings;
    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private boolean areWordsTaken;
    private boolean isPlain = true;

    private PlainLine(Settings settings) {
        this.settings = settings;
    }

    /// The command of a plain line, with its options.
    ///
    /// @return null for one that picocli must read or refuse
    static @Nullable Subcommand command(String[] args, Settings settings) {
        if (args.length == 0 || settings.isOfSeveral()) {
            return null;
        }
        Subcommand command = switch (args[0]) {
            case "index" -> new IndexCommand(settings);
            case "search" -> new SearchCommand(settings);
            case "serve" -> new ServeCommand(settings);
            default -> null;
        };
        PlainLine line = new PlainLine(settings);
        if (command == null || !line.hasRead(args)) {
            return null;
        }
        command.take(line);
        return line.isPlain && line.isUsedUp() ? command : null;
    }

    private boolean isUsedUp() {
        return taken.containsAll(given.keySet()) && (areWordsTaken || words.isEmpty());
    }

    /// Takes a line apart.
    private boolean hasRead(String[] args) {
        for (int i = 1; i < args.length; i++) {
            if (isWord(args[i])) {
                words.add(args[i]);
                continue;
            }
            if (!args[i].startsWith("--")) {
                return false;
            }
            int equal = args[i].indexOf('=');
            String name = args[i].substring(2, equal < 0 ? args[i].length() : equal);
            String value = equal < 0 ? null : args[i].substring(equal + 1);
            if (value == null && !FLAGS.contains(name) && i + 1 < args.length) {
                value = args[++i];
            }
            boolean isUsual = FLAGS.contains(name) ? value == null : value != null && isWord(value);
            if (!isUsual) {
                return false;
            }
            given.computeIfAbsent(name, first -> new ArrayList<>()).add(value == null ? "true" : value);
        }
        return true;
    }

    /// What begins otherwise means something to picocli.
    private static boolean isWord(String argument) {
        return !argument.startsWith("-") && !argument.startsWith("@");
    }

    /// What stands beside the options.
    List<String> words() {
        areWordsTaken = true;
        return words;
    }

    /// The values of an option that may be repeated; none when neither line nor settings give one.
    List<String> all(String name) {
        taken.add(name);
        List<String> values = given.get(name);
        if (values != null) {
            return values;
        }
        String value = settings.valueOf(name);
        isPlain &= value == null || !value.contains("${");
        return value == null ? List.of() : List.of(value);
    }

    /// The same of an option of which commas part the values.
    List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String value : all(name)) {
            for (String part : value.split(",", -1)) {
                isPlain &= !part.isEmpty() && part.indexOf('"') < 0;
                parts.add(part);
            }
        }
        return parts;
    }

    /// The value of an option; null when neither line nor settings give one.
    @Nullable
    String value(String name) {
        List<String> values = all(name);
        isPlain &= values.size() <= 1;
        return values.isEmpty() ? null : values.getFirst();
    }

    String value(String name, String otherwise) {
        String value = value(name);
        return value == null ? otherwise : value;
    }

    boolean flag(String name) {
        String value = value(name, "false");
        isPlain &= value.equals("true") || value.equals("false");
        return value.equals("true");
    }

    int number(String name, int otherwise) {
        Integer number = read(name, Integer::valueOf);
        return number == null ? otherwise : number;
    }

    @Nullable
    Path path(String name) {
        return read(name, Path::of);
    }

    Path path(String name, Path otherwise) {
        Path path = path(name);
        return path == null ? otherwise : path;
    }

    /// One of a few, in capitals or not.
    <E extends Enum<E>> E choice(String name, E otherwise) {
        String value = value(name, otherwise.name());
        for (E choice : otherwise.getDeclaringClass().getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(value)) {
                return choice;
            }
        }
        isPlain = false;
        return otherwise;
    }

    private <T> @Nullable T read(String name, Function<String, T> reading) {
        String value = value(name);
        try {
            return value == null ? null : reading.apply(value);
        } catch (IllegalArgumentException wrong) {
            isPlain = false; // picocli says what is wrong
            return null;
        }
    }

    /// What is left to picocli when somebody gives it.
    void leave(String name) {
        isPlain &= all(name).isEmpty();
    }
}
