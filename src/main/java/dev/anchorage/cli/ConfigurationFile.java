package dev.anchorage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads `anchorage.yaml`.
final class ConfigurationFile {
    private static final int MAX_FILE_CHARS = 1 << 20;

    private ConfigurationFile() {}

    /// Its keys with what they say.
    ///
    /// @throws SettingsException when it can't be read, or has a key that Anchorage doesn't know
    static Map<String, Object> read(Path path) throws SettingsException {
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
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (!Settings.isKey(key)) {
                Set<String> known = new TreeSet<>(Settings.OPTIONS);
                known.addAll(Settings.MAPS);
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
