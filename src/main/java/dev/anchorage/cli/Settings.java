package dev.anchorage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Values of options that the command line doesn't give: first from `ANCHORAGE_…` variables, then from
/// `anchorage.yaml`.
///
/// An option `--name-of-it` is the variable `ANCHORAGE_NAME_OF_IT` and the key `name-of-it`. Several values are
/// separated by commas in a variable and are a list in the file.
final class Settings {
    /// Keys of the file that are options of a command.
    static final Set<String> OPTIONS = Set.of(
            "posts",
            "index",
            "quiet",
            "verbose",
            "color",
            "json",
            "generator",
            "site",
            "permalink",
            "include",
            "exclude",
            "default-language",
            "location-hierarchy",
            "listen",
            "watch",
            "public-url",
            "cors",
            "name",
            "stylesheet",
            "key-file",
            "hook-secret-file",
            "source",
            "remote",
            "branch",
            "remote-token-file",
            "remote-timeout",
            "admin-listen",
            "access-log",
            "access-log-queries",
            "log-format",
            "query-log",
            "query-log-clients",
            "query-log-days",
            "hosts",
            "trusted-proxies",
            "limits",
            "max-age",
            "allow-shrink");

    /// Keys of the file that have no option, since their value is a map or a list of maps.
    static final Set<String> MAPS = Set.of("fields", "expect", "synonyms", "pins", "ranking");

    private static final int MAX_FILE_CHARS = 1 << 20;

    private final Map<String, String> environment;
    private final Map<String, Object> file;

    private Settings(Map<String, String> environment, Map<String, Object> file) {
        this.environment = environment;
        this.file = file;
    }

    /// Nothing but what the program says itself.
    static Settings none() {
        return new Settings(Map.of(), Map.of());
    }

    /// Finds and reads the configuration that goes with a command line.
    ///
    /// @throws SettingsException when the file can't be read, or says something that Anchorage doesn't know
    static Settings of(String[] args, Map<String, String> environment) throws SettingsException {
        String named = argument(args, "--config", environment.get("ANCHORAGE_CONFIG"));
        if (named != null) {
            return new Settings(environment, read(Path.of(named)));
        }
        if (RemoteOptions.GIT.equals(argument(args, "--source", environment.get("ANCHORAGE_SOURCE")))) {
            // What is fetched must not decide how this machine serves it.
            return new Settings(environment, Map.of());
        }
        String posts = argument(args, "--posts", environment.getOrDefault("ANCHORAGE_POSTS", Places.DEFAULT_POSTS));
        Path beside = Path.of(String.valueOf(posts)).resolve("anchorage.yaml");
        return new Settings(environment, Files.isRegularFile(beside) ? read(beside) : Map.of());
    }

    /// What the file says under a key that holds a map.
    Map<String, Object> map(String key) {
        return file.get(key) instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue))
                : Map.of();
    }

    /// An environment variable that no option stands for, since its value is a secret; null when it isn't set.
    @Nullable
    String variable(String name) {
        return environment.get(name);
    }

    /// What the file says under a key that holds a list; what is no list is one element.
    List<?> list(String key) {
        Object value = file.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    /// The options that stand beside the name of the generator, as in `generator: {name: hugo, autoHeadingIDType:
    /// blackfriday}`.
    Map<String, String> generatorOptions() {
        Map<String, String> options = new TreeMap<>();
        map("generator").forEach((name, value) -> options.put(name, String.valueOf(value)));
        options.remove("name");
        return options;
    }

    /// The value of an option that the command line doesn't give; null when nothing gives one.
    ///
    /// @param option  its long name, without the hyphens before it
    @Nullable
    String valueOf(String option) {
        String variable =
                environment.get("ANCHORAGE_" + option.toUpperCase(Locale.ROOT).replace('-', '_'));
        return variable != null ? variable : text(file.get(option));
    }

    /// Without a switch over types, which Java links anew in each process.
    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        if (value instanceof Map<?, ?> map) {
            return map.containsKey("name") ? text(map.get("name")) : pairs(map);
        }
        return value == null ? null : value.toString();
    }

    private static String pairs(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static @Nullable String argument(String[] args, String name, @Nullable String fallback) {
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            if (args[i].startsWith(name + "=")) {
                return args[i].substring(name.length() + 1);
            }
            if (args[i].equals(name) && i + 1 < args.length) {
                return args[i + 1];
            }
        }
        return fallback;
    }

    private static Map<String, Object> read(Path path) throws SettingsException {
        Object loaded;
        try {
            String text = Files.readString(path);
            if (text.length() > MAX_FILE_CHARS) {
                throw new SettingsException(path + ": the configuration is larger than 1 MB");
            }
            loaded = new Load(LoadSettings.builder().setLabel(path.toString()).build()).loadFromString(text);
        } catch (NoSuchFileException absent) {
            throw new SettingsException(path + ": there is no such configuration file");
        } catch (IOException unreadable) {
            throw new SettingsException(path + ": the configuration can't be read: " + unreadable.getMessage());
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new SettingsException(path + ":" + line + ": this is no YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            throw new SettingsException(path + ": this is no YAML: " + broken.getMessage());
        }
        return checked(path, loaded);
    }

    private static Map<String, Object> checked(Path path, @Nullable Object loaded) throws SettingsException {
        if (loaded == null) {
            return Map.of();
        }
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new SettingsException(path + ":1: expected keys and values such as `site: https://example.org`");
        }
        Map<String, Object> settings = new java.util.LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (!OPTIONS.contains(key) && !MAPS.contains(key)) {
                Set<String> known = new TreeSet<>(OPTIONS);
                known.addAll(MAPS);
                throw new SettingsException(path + ": \"" + key + "\" is no key of the configuration (expected one of "
                        + String.join(", ", known) + ")");
            }
            if (entry.getValue() != null) {
                settings.put(key, entry.getValue());
            }
        }
        return settings;
    }
}
