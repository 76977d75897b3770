package dev.anchorage.cli;

import dev.anchorage.git.FetchException;
import dev.anchorage.git.GitCheckout;
import dev.anchorage.git.GitRemote;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say where the posts come from.
final class RemoteOptions {
    static final String GIT = "git";

    @Option(
            names = "--source",
            paramLabel = "KIND",
            defaultValue = "files",
            completionCandidates = Choices.Sources.class,
            description = "files: the posts are there; git: they are fetched first (default: ${DEFAULT-VALUE}).")
    private String source = "files";

    @Option(names = "--remote", paramLabel = "URL", description = "With --source git: where to fetch from.")
    private @Nullable String remote;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "With --source git: what to fetch (default: the remote's own choice).")
    private @Nullable String branch;

    @Option(
            names = "--remote-token-file",
            paramLabel = "FILE",
            description = "Holds the token for an https remote (or ANCHORAGE_REMOTE_TOKEN is it).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--remote-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long a fetch may take (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds = 60;

    void take(PlainLine line) {
        source = line.value("source", source);
        remote = line.value("remote");
        branch = line.value("branch");
        tokenFile = line.path("remote-token-file");
        timeoutSeconds = line.number("remote-timeout", timeoutSeconds);
    }

    /// Makes a folder hold what the remote holds, when posts are to be fetched at all.
    ///
    /// @throws FetchException when that fails; the folder is as before
    void fetchInto(Path posts, Settings settings) throws FetchException, SettingsException {
        switch (source) {
            case "files" -> {
                if (remote != null) {
                    throw new SettingsException("a remote is given, but the source is files; say --source git");
                }
            }
            case GIT -> new GitCheckout(posts, checked(settings)).fetch();
            default -> throw new SettingsException("--source is \"" + source + "\", expected files or git");
        }
    }

    private GitRemote checked(Settings settings) throws SettingsException {
        if (remote == null) {
            throw new SettingsException("the source is git, but there is no remote; --remote names one");
        }
        if (timeoutSeconds < 1 || timeoutSeconds > 3_600) {
            throw new SettingsException(
                    "--remote-timeout is " + timeoutSeconds + ", expected a number of seconds from 1 to 3600");
        }
        String token = SecretText.of("ANCHORAGE_REMOTE_TOKEN", settings, "remote-token-file", tokenFile);
        try {
            return new GitRemote(remote, branch, token, Duration.ofSeconds(timeoutSeconds));
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException("--remote: " + wrong.getMessage());
        }
    }
}
