package dev.anchorage.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the map `sites` of the configuration: what each blog of a service says of itself.
final class ConfiguredSites {
    /// A service has no more sites than these.
    static final int MOST = 1_000;

    /// Keys that say something of one blog and are options of a command; all others belong to the service.
    static final Set<String> OPTIONS = Set.of(
            "posts",
            "index",
            "generator",
            "site",
            "permalink",
            "include",
            "exclude",
            "default-language",
            "location-hierarchy",
            "cors",
            "name",
            "key-file",
            "hook-secret-file",
            "source",
            "remote",
            "branch",
            "remote-token-file",
            "remote-timeout",
            "allow-shrink",
            "forget-previous");

    /// The same of keys that have no option, since their value is a map or a list of maps.
    static final Set<String> MAPS = Set.of("fields", "expect", "synonyms", "pins", "ranking");

    static final Set<String> KEYS = union(OPTIONS, MAPS);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private ConfiguredSites() {}

    static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// The sites with their keys, in the order of the file; none when it has no `sites`.
    ///
    /// @param file  for messages
    static Map<String, Map<String, Object>> of(Path file, Map<String, Object> settings) throws SettingsException {
        Object value = settings.get("sites");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map) || map.isEmpty() || map.size() > MOST) {
            throw new SettingsException(file + ": sites: expected 1 to " + MOST
                    + " names with keys each, such as `alps: {posts: /srv/alps}`");
        }
        ensureOnlyTheService(file, settings.keySet());
        Map<String, Map<String, Object>> sites = new LinkedHashMap<>();
        for (Map.Entry<?, ?> site : map.entrySet()) {
            String name = String.valueOf(site.getKey());
            if (!NAME.matcher(name).matches()) {
                throw new SettingsException(file + ": sites: \"" + Style.clean(name)
                        + "\" is no name for a site, expected up to 64 letters a to z, digits and hyphens");
            }
            sites.put(name, keys(file, name, site.getValue()));
        }
        return Collections.unmodifiableMap(sites);
    }

    private static void ensureOnlyTheService(Path file, Set<String> keys) throws SettingsException {
        for (String key : keys) {
            if (KEYS.contains(key) && !key.equals("index")) {
                throw new SettingsException(file + ": \"" + key + "\" belongs to a site, below `sites`");
            }
        }
    }

    private static Map<String, Object> keys(Path file, String site, @Nullable Object value) throws SettingsException {
        String where = file + ": sites: " + site + ": ";
        if (!(value instanceof Map<?, ?> map) || map.get("posts") == null) {
            throw new SettingsException(where + "expected keys, `posts` among them");
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (Settings.isKey(key) && !KEYS.contains(key)) {
                throw new SettingsException(
                        where + "\"" + key + "\" belongs to the service, not to a site; it stands" + " beside `sites`");
            }
            if (!KEYS.contains(key)) {
                throw new SettingsException(where + "\"" + Style.clean(key) + "\" is no key of a site (expected one of "
                        + String.join(", ", new TreeSet<>(KEYS)) + ")");
            }
            if (entry.getValue() != null) {
                keys.put(key, entry.getValue());
            }
        }
        return keys;
    }
}
