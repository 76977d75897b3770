package dev.anchorage.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/// A folder that holds what a branch of a git remote holds: nothing else, and nobody else writes there.
///
/// Only files come along: no hook and no filter of a repository or of this machine's git configuration is run, symbolic
/// links become small files and submodules nothing. One fetch at a time; not thread-safe.
public final class GitCheckout {
    private static final String REMOTE = "origin";
    private static final String FETCHED = "refs/anchorage/fetched";

    private final Path folder;
    private final GitRemote remote;

    /// Nothing is fetched yet.
    ///
    /// @param folder  made when absent; otherwise it must be empty or made by this class for the same remote
    public GitCheckout(Path folder, GitRemote remote) {
        this.folder = folder;
        this.remote = remote;
    }

    /// Makes the folder hold what the remote holds now.
    ///
    /// @return the commit's id
    /// @throws FetchException when the remote is out of reach or has no such branch, or the folder is not ours
    public String fetch() throws FetchException {
        OwnSettings.use();
        try (Repository repository = open();
                Git git = new Git(repository)) {
            ObjectId commit = fetch(git);
            git.reset().setMode(ResetType.HARD).setRef(commit.name()).call();
            return commit.name();
        } catch (GitAPIException | IOException | JGitInternalException failed) {
            throw failed instanceof FetchException said
                    ? said
                    : new FetchException("nothing could be fetched from " + remote + ": " + reason(failed), failed);
        }
    }

    private ObjectId fetch(Git git) throws GitAPIException, IOException {
        Deadline deadline = new Deadline(Instant.now().plus(remote.timeout()));
        String branch = remote.branch();
        FetchCommand fetch = git.fetch()
                .setRemote(REMOTE)
                .setRefSpecs(new RefSpec("+" + (branch == null ? "HEAD" : "refs/heads/" + branch) + ":" + FETCHED))
                .setTagOpt(TagOpt.NO_TAGS)
                .setDepth(1)
                .setProgressMonitor(deadline)
                .setTimeout(Math.toIntExact(Math.max(1, remote.timeout().toSeconds())))
                .setTransportConfigCallback(transport -> {
                    if (transport instanceof SshTransport ssh) {
                        ssh.setSshSessionFactory(new MachinesSsh());
                    }
                });
        String token = remote.token();
        if (token != null) {
            fetch.setCredentialsProvider(new UsernamePasswordCredentialsProvider("git", token));
        }
        FetchResult result = deadline.guard(fetch);
        Ref fetched = git.getRepository().exactRef(FETCHED);
        ObjectId commit = fetched == null ? null : fetched.getObjectId();
        if (commit == null) {
            throw new FetchException("nothing could be fetched from " + remote + ": " + result.getMessages(), null);
        }
        return commit;
    }

    private Repository open() throws IOException {
        Path git = folder.resolve(".git");
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(git.toFile())
                .setWorkTree(folder.toFile())
                .build();
        if (!Files.exists(git)) {
            claim();
            repository.create();
            configure(repository.getConfig());
        } else if (!remote.url().equals(repository.getConfig().getString("anchorage", null, "remote"))) {
            throw new FetchException(
                    folder + " is a checkout of something else than " + remote + "; --posts names an empty folder",
                    null);
        }
        return repository;
    }

    private void claim() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new FetchException(
                        folder + " holds files that were not fetched from " + remote
                                + "; --posts names an empty folder",
                        null);
            }
        }
    }

    private void configure(StoredConfig config) throws IOException {
        config.setString("anchorage", null, "remote", remote.url());
        config.setString(ConfigConstants.CONFIG_REMOTE_SECTION, REMOTE, "url", remote.url());
        config.setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, "symlinks", false);
        config.setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, "logallrefupdates", false);
        config.setString(ConfigConstants.CONFIG_CORE_SECTION, null, "autocrlf", "false");
        config.save();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
