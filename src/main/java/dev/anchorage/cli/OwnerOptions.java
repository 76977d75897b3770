package dev.anchorage.cli;

import dev.anchorage.web.Secret;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say how the owner of a running service is known.
final class OwnerOptions {
    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Holds the key that allows to reindex over HTTP (or ANCHORAGE_KEY is the key).")
    private @Nullable Path keyFile;

    @Option(
            names = "--hook-secret-file",
            paramLabel = "FILE",
            description = "Holds the secret that signs a git host's pushes (or ANCHORAGE_HOOK_SECRET is it).")
    private @Nullable Path hookSecretFile;

    void take(PlainLine line) {
        keyFile = line.path("key-file");
        hookSecretFile = line.path("hook-secret-file");
    }

    /// What opens the owner's addresses; null when none is configured.
    @Nullable
    Secret key(Settings settings) throws SettingsException {
        return secret(SecretText.of("ANCHORAGE_KEY", settings, "key-file", keyFile));
    }

    /// What signs a git host's pushes; null when none is configured.
    @Nullable
    Secret hookSecret(Settings settings) throws SettingsException {
        return secret(SecretText.of("ANCHORAGE_HOOK_SECRET", settings, "hook-secret-file", hookSecretFile));
    }

    private static @Nullable Secret secret(@Nullable String text) {
        return text == null ? null : new Secret(text);
    }

    /// Names files with secrets that more people than their owner can read.
    void warn(Consumer<String> warnings) {
        warn(warnings, keyFile);
        warn(warnings, hookSecretFile);
    }

    private static void warn(Consumer<String> warnings, @Nullable Path file) {
        if (file == null
                || !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                warnings.accept("anchorage: everybody on this machine can read " + file + "; chmod 600 helps");
            }
        } catch (IOException unknown) {
            // It was read a moment ago, which is what matters.
        }
    }
}
