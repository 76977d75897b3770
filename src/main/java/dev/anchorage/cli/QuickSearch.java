package dev.anchorage.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A plain `anchorage search`, whose command line is read without picocli: that would take as long as the search (ADR
/// 31). Whatever isn't plain is left to picocli.
final class QuickSearch {
    /// Options of {@link SearchCommand} that may be repeated.
    static final Set<String> FILTERS = Set.of("tag", "location", "category", "author", "language", "year");

    /// Those with one value.
    static final Set<String> SINGLE = Set.of(
            "after", "before", "sort", "limit", "offset", "index", "posts", "config", "site-name", "color", "engine");

    /// Those without a value.
    static final Set<String> FLAGS = Set.of("json", "quiet", "verbose");

    private final Settings settings;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final OutputOptions output = new OutputOptions();

    private QuickSearch(Settings settings) {
        this.settings = settings;
    }

    /// Reads a command line.
    ///
    /// @return null for another command, and for one that picocli must read or refuse
    static @Nullable QuickSearch of(String[] args, Settings settings) {
        if (args.length == 0 || !args[0].equals("search") || settings.isOfSeveral()) {
            return null;
        }
        QuickSearch search = new QuickSearch(settings);
        return search.hasRead(args) && search.hasReadSettings() && search.hasReadOutput() ? search : null;
    }

    private boolean hasRead(String[] args) {
        List<String> words = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            if (!args[i].startsWith("-") && !args[i].startsWith("@")) {
                words.add(args[i]);
                continue;
            }
            int equal = args[i].indexOf('=');
            String option = equal < 0 ? args[i] : args[i].substring(0, equal);
            if (!option.startsWith("--")) {
                return false;
            }
            String name = option.substring(2);
            String value = equal < 0 ? null : args[i].substring(equal + 1);
            if (value == null && !FLAGS.contains(name) && i + 1 < args.length) {
                value = args[++i];
            }
            if (!hasTaken(name, value)) {
                return false;
            }
        }
        given.put("q", List.of(String.join(" ", words)));
        return true;
    }

    /// @param value  null: none
    private boolean hasTaken(String name, @Nullable String value) {
        if (FLAGS.contains(name)) {
            return value == null && given.putIfAbsent(name, List.of("true")) == null;
        }
        if (value == null || value.startsWith("-") || value.startsWith("@")) {
            return false;
        }
        if (FILTERS.contains(name)) {
            given.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            return true;
        }
        return SINGLE.contains(name) && given.putIfAbsent(name, List.of(value)) == null;
    }

    /// What the command line doesn't give may stand in a variable or in the configuration.
    private boolean hasReadSettings() {
        Set<String> absent = new HashSet<>(FILTERS);
        absent.addAll(SINGLE);
        absent.addAll(FLAGS);
        absent.removeAll(given.keySet());
        for (String name : absent) {
            String value = settings.valueOf(name);
            if (value != null) {
                given.put(name, List.of(value));
            }
            if (value != null && value.contains("${")) {
                return false;
            }
        }
        return true;
    }

    private boolean hasReadOutput() {
        String json = only("json", "false");
        String quiet = only("quiet", "false");
        output.isJson = json.equals("true");
        output.isQuiet = quiet.equals("true");
        output.isVerbose = only("verbose", "false").equals("true");
        for (OutputOptions.When when : OutputOptions.When.values()) {
            if (when.name().equalsIgnoreCase(only("color", "auto"))) {
                output.color = when;
                return isFlag(json) && isFlag(quiet) && isFlag(only("verbose", "false"));
            }
        }
        return false;
    }

    private static boolean isFlag(String value) {
        return value.equals("true") || value.equals("false");
    }

    private String only(String name, String otherwise) {
        List<String> values = given.get(name);
        return values == null ? otherwise : values.getFirst();
    }

    /// Searches.
    ///
    /// @return the exit code
    int run(PrintWriter out, PrintWriter err) {
        try {
            return new ShellSearch(
                            settings,
                            only("engine", FolderEngine.NAME),
                            settings.placed(Path.of(only("index", Places.DEFAULT_INDEX))),
                            output,
                            given)
                    .run(out, err);
        } catch (IOException | SettingsException | RuntimeException failure) {
            return Main.explain(failure, settings, err, output.isVerbose);
        }
    }
}
