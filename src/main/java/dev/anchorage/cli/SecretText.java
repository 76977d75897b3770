package dev.anchorage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads secrets from where they may be: a variable, or a file that an option names. Never from an argument, which
/// every process of the machine could read.
final class SecretText {
    private SecretText() {}

    /// A secret, without the white space around it.
    ///
    /// @param variable  wins over the file
    /// @param option  the name of the option that names the file
    /// @return null when neither is configured
    /// @throws SettingsException when it is empty or can't be read
    static @Nullable String of(String variable, Settings settings, String option, @Nullable Path file)
            throws SettingsException {
        String value = settings.variable(variable);
        if (value != null) {
            return checked(variable, value);
        }
        return file == null ? null : checked(option + " " + file, read(option, file));
    }

    private static String checked(String place, String value) throws SettingsException {
        if (value.isBlank()) {
            throw new SettingsException(place + " is empty; put a secret in it or leave it out");
        }
        return value.strip();
    }

    private static String read(String option, Path file) throws SettingsException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            throw new SettingsException(option + ": there is no file " + file);
        } catch (IOException unreadable) {
            throw new SettingsException(option + ": " + file + " can't be read");
        }
    }
}
