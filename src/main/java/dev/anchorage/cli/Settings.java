package dev.anchorage.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values of options that the command line doesn't give: first from `ANCHORAGE_…` variables, then from
/// `anchorage.yaml`.
///
/// An option `--name-of-it` is the variable `ANCHORAGE_NAME_OF_IT` and the key `name-of-it`. Several values are
/// separated by commas in a variable and are a list in the file.
final class Settings {
    /// Keys of the file that are options of a command.
    static final Set<String> OPTIONS = ConfiguredSites.union(
            ConfiguredSites.OPTIONS,
            Set.of(
                    "engine",
                    "quiet",
                    "verbose",
                    "color",
                    "json",
                    "listen",
                    "watch",
                    "public-url",
                    "stylesheet",
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
                    "max-age"));

    /// Keys of the file that have no option, since their value is a map or a list of maps.
    static final Set<String> MAPS = ConfiguredSites.union(ConfiguredSites.MAPS, Set.of("sites", "opensearch"));

    /// Variables that are a secret of one blog.
    private static final List<String> SECRETS =
            List.of("ANCHORAGE_KEY", "ANCHORAGE_HOOK_SECRET", "ANCHORAGE_REMOTE_TOKEN");

    /// Under which a site's `index` is kept, since that of the service stands beside it.
    private static final String OWN_INDEX = "index of the site";

    private final Map<String, String> environment;
    private final Map<String, Object> file;
    private final Map<String, Map<String, Object>> sites;
    private final @Nullable String site;

    /// @param sites  the keys of each site; none when this is of one blog
    /// @param site  the name of the blog that this is of; null when there is only one
    private Settings(
            Map<String, String> environment,
            Map<String, Object> file,
            Map<String, Map<String, Object>> sites,
            @Nullable String site) {
        this.environment = environment;
        this.file = file;
        this.sites = sites;
        this.site = site;
    }

    /// Nothing but what the program says itself.
    static Settings none() {
        return new Settings(Map.of(), Map.of(), Map.of(), null);
    }

    /// Whether the file may have this key.
    static boolean isKey(String name) {
        return OPTIONS.contains(name) || MAPS.contains(name);
    }

    /// Finds and reads the configuration that goes with a command line.
    ///
    /// @return that of the site which is named, if any
    /// @throws SettingsException when the file can't be read, or says something that Anchorage doesn't know
    static Settings of(String[] args, Map<String, String> environment) throws SettingsException {
        Path path = path(args, environment);
        Map<String, Object> file = path == null ? Map.of() : ConfigurationFile.read(path);
        Map<String, Map<String, Object>> sites = path == null ? Map.of() : ConfiguredSites.of(path, file);
        Settings all = new Settings(environment, file, sites, null);
        String named = argument(args, "--site-name", environment.get("ANCHORAGE_SITE_NAME"));
        if (named != null) {
            return all.of(named);
        }
        all.ensureNothingIsSaidOfAllSites(args);
        all.ensureOwnFolders(args);
        return all;
    }

    /// Where the configuration is; null when there is none.
    private static @Nullable Path path(String[] args, Map<String, String> environment) {
        String named = argument(args, "--config", environment.get("ANCHORAGE_CONFIG"));
        if (named != null) {
            return Path.of(named);
        }
        if (RemoteOptions.GIT.equals(argument(args, "--source", environment.get("ANCHORAGE_SOURCE")))) {
            return null; // what is fetched must not decide how this machine serves it
        }
        String posts = argument(args, "--posts", environment.getOrDefault("ANCHORAGE_POSTS", Places.DEFAULT_POSTS));
        Path beside = Path.of(String.valueOf(posts)).resolve("anchorage.yaml");
        return Files.isRegularFile(beside) ? beside : null;
    }

    /// The settings of one site: what the service says, and its own.
    private Settings of(String name) throws SettingsException {
        Map<String, Object> own = sites.get(name);
        if (own == null) {
            throw new SettingsException("--site-name is \"" + Style.clean(name) + "\", but the configuration has "
                    + (sites.isEmpty() ? "no sites" : "the sites " + String.join(", ", sites.keySet())));
        }
        Map<String, Object> whole = new LinkedHashMap<>(file);
        whole.put("name", name);
        own.forEach((key, value) -> whole.put(key.equals("index") ? OWN_INDEX : key, value));
        return new Settings(environment, whole, Map.of(), name);
    }

    /// What would hold for every site is a slip, and a key that opens all of them more than that.
    private void ensureNothingIsSaidOfAllSites(String[] args) throws SettingsException {
        for (String key : sites.isEmpty() ? Set.<String>of() : ConfiguredSites.KEYS) {
            if (!key.equals("index") && (isGiven(args, "--" + key) || environment.containsKey(variableOf(key)))) {
                throw new SettingsException("--" + key + " or " + variableOf(key) + " is given, which belongs to one"
                        + " of the sites; --site-name says which, or it stands in the configuration");
            }
        }
        for (String secret : sites.isEmpty() ? List.<String>of() : SECRETS) {
            if (environment.containsKey(secret)) {
                throw new SettingsException(secret + " would hold for all sites; each names a file of its own");
            }
        }
    }

    private void ensureOwnFolders(String[] args) throws SettingsException {
        Path base = Path.of(String.valueOf(
                argument(args, "--index", Objects.requireNonNullElse(valueOf("index"), Places.DEFAULT_INDEX))));
        Map<Path, String> taken = new HashMap<>();
        for (Settings each : sites()) {
            Path folder = each.placed(base).toAbsolutePath().normalize();
            String other = taken.put(folder, each.inFront());
            if (other != null) {
                throw new SettingsException("sites: " + other + each.inFront() + "both keep their index in " + folder
                        + "; give one of them another `index`");
            }
        }
    }

    /// Whether there are several sites, and none is named.
    boolean isOfSeveral() {
        return !sites.isEmpty();
    }

    /// The settings of each site, when there are several and none is named.
    List<Settings> sites() throws SettingsException {
        List<Settings> all = new ArrayList<>();
        for (String name : sites.keySet()) {
            all.add(of(name));
        }
        return all;
    }

    /// The name of the site that this is of; null when there is only one blog.
    @Nullable
    String site() {
        return site;
    }

    /// What stands before a line that is said of this blog: its name, when it has one.
    String inFront() {
        return site == null ? "" : site + ": ";
    }

    /// Where the index of this blog is: of several, each has a folder of its own.
    ///
    /// @param index  the folder of the index, or of the indexes
    Path placed(Path index) {
        Object own = file.get(OWN_INDEX);
        return own == null ? ofSite(index) : Path.of(own.toString());
    }

    /// The folder of this blog in one where all sites have theirs.
    Path ofSite(Path folder) {
        return site == null ? folder : folder.resolve(site);
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
        String variable = environment.get(variableOf(option));
        return variable != null ? variable : text(file.get(option));
    }

    private static String variableOf(String option) {
        return "ANCHORAGE_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
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

    private static boolean isGiven(String[] args, String name) {
        return Arrays.stream(args)
                .takeWhile(arg -> !arg.equals("--"))
                .anyMatch(arg -> arg.equals(name) || arg.startsWith(name + "="));
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
}
