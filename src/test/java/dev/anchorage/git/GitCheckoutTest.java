package dev.anchorage.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fetching from repositories on this machine, made for the test.
@Timeout(60)
final class GitCheckoutTest {
    private static final PersonIdent AUTHOR = new PersonIdent("Ann Author", "ann@example.org");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path folder;
    private Path origin;
    private String url;
    private Git git;

    @BeforeEach
    void makeARepository(@TempDir Path temporary) throws Exception {
        OwnSettings.use();
        folder = temporary.resolve("posts");
        origin = Files.createDirectories(temporary.resolve("origin"));
        url = origin.toUri().toString();
        git = Git.init().setDirectory(origin.toFile()).setInitialBranch("main").call();
        commit("oban.md", "# Oban\n");
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void theFolderHoldsWhatTheRemoteHoldsAfterEachFetch() throws Exception {
        GitCheckout checkout = checkout(null);
        assertEquals(head(), checkout.fetch());
        assertEquals("# Oban\n", read("oban.md"));
        commit("2026/kobe.md", "# Kobe\n");
        git.rm().addFilepattern("oban.md").call();
        commit("lisbon.md", "# Lisbon\n");
        Files.writeString(folder.resolve("lisbon.md"), "somebody was here");
        assertEquals(head(), checkout.fetch());
        assertEquals("# Kobe\n", read("2026/kobe.md"));
        assertEquals("# Lisbon\n", read("lisbon.md"));
        assertFalse(Files.exists(folder.resolve("oban.md")));
        assertEquals(head(), checkout(null).fetch(), "another process goes on where this one stopped");
    }

    @Test
    void historyThatWasRewrittenIsFollowed() throws Exception {
        checkout(null).fetch();
        Files.writeString(origin.resolve("oban.md"), "# Oban, again\n");
        git.commit()
                .setAmend(true)
                .setAll(true)
                .setAuthor(AUTHOR)
                .setCommitter(AUTHOR)
                .setMessage("amended")
                .call();
        checkout(null).fetch();
        assertEquals("# Oban, again\n", read("oban.md"));
    }

    @Test
    void theConfiguredBranchIsFetchedAndOneThatIsMissingIsNamed() throws Exception {
        git.checkout().setCreateBranch(true).setName("live").call();
        commit("live.md", "# Live\n");
        git.checkout().setName("main").call();
        checkout("live").fetch();
        assertEquals("# Live\n", read("live.md"));
        String missing = refusal(() -> checkout("lost").fetch());
        assertTrue(missing.contains("refs/heads/lost"), missing);
        assertEquals("# Live\n", read("live.md"), "what was fetched before stays");
    }

    @Test
    void neitherHooksNorFiltersRunAndLinksLeadNowhere(@TempDir Path elsewhere) throws Exception {
        Path touched = elsewhere.resolve("touched");
        Path secret = Files.writeString(elsewhere.resolve("secret"), "secret");
        commit(".gitattributes", "*.md filter=evil\n");
        Files.createSymbolicLink(origin.resolve("link.md"), secret);
        commit("post.md", "# Post\n");
        checkout(null).fetch();
        Path hook = folder.resolve(".git/hooks/post-checkout");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch " + touched + "\n");
        assertTrue(hook.toFile().setExecutable(true));
        commit("next.md", "# Next\n");
        checkout(null).fetch();
        assertEquals("# Next\n", read("next.md"));
        assertFalse(Files.exists(touched));
        assertFalse(Files.isSymbolicLink(folder.resolve("link.md")));
        assertTrue(Files.isRegularFile(folder.resolve("link.md"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aFolderThatHoldsOtherFilesIsLeftAlone() throws Exception {
        Files.createDirectories(folder);
        Path own = Files.writeString(folder.resolve("own.md"), "mine");
        String refused = refusal(() -> checkout(null).fetch());
        assertTrue(refused.contains("holds files that were not fetched"), refused);
        assertEquals("mine", Files.readString(own));
        Path foreign = folder.resolveSibling("foreign");
        Git.init().setDirectory(foreign.toFile()).call().close();
        String other = refusal(() -> new GitCheckout(foreign, remote(null, PATIENCE)).fetch());
        assertTrue(other.contains("is a checkout of something else"), other);
    }

    @Test
    void aRemoteThatIsGoneIsOneSentence() throws Exception {
        checkout(null).fetch();
        Files.move(origin, origin.resolveSibling("moved"));
        String gone = refusal(() -> checkout(null).fetch());
        assertTrue(gone.startsWith("nothing could be fetched from file:"), gone);
        assertEquals(1, gone.lines().count());
        assertEquals("# Oban\n", read("oban.md"));
    }

    @Test
    void aRemoteThatNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            GitRemote remote = new GitRemote(
                    "http://127.0.0.1:" + silent.getLocalPort() + "/blog.git", null, null, Duration.ofSeconds(1));
            assertThrows(FetchException.class, () -> new GitCheckout(folder, remote).fetch());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://ann:hunter2@example.org/blog.git | | holds a password
            ftp://example.org/blog.git               | | expected https://, ssh:// or file://
            ext::sh -c id                            | | expected https://, ssh:// or file://
            ../blog                                  | | expected https://, ssh:// or file://
            ssh://-oProxyCommand=id/blog             | | begins with a dash
            http://example.org/blog.git              | token | use https://
            """)
    void whatIsNoGoodRemoteIsRefusedWithoutShowingASecret(String url, @Nullable String token, String reason) {
        String refused = refusal(() -> new GitRemote(url, null, token, PATIENCE));
        assertTrue(refused.contains(reason), refused);
        assertFalse(refused.contains("hunter2"), refused);
    }

    @Test
    void sshIsTheMachinesOwnAndNeverAsks() throws Exception {
        assertEquals(
                List.of("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=30", "-p", "2222", "--", "git@example.org"),
                MachinesSsh.command(new URIish("ssh://git@example.org:2222/blog.git"), 30_000));
        assertEquals(
                List.of("ssh", "-o", "BatchMode=yes", "--", "git@example.org"),
                MachinesSsh.command(new URIish("git@example.org:blog.git"), 0));
    }

    private static String refusal(Executable doing) {
        return String.valueOf(assertThrows(Exception.class, doing).getMessage());
    }

    private void commit(String path, String text) throws Exception {
        Path file = origin.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git.add().addFilepattern(".").call();
        git.commit()
                .setAuthor(AUTHOR)
                .setCommitter(AUTHOR)
                .setSign(false)
                .setMessage("add " + path)
                .call();
    }

    private String head() throws IOException {
        return Objects.requireNonNull(git.getRepository().resolve("HEAD")).name();
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private GitCheckout checkout(@Nullable String branch) {
        return new GitCheckout(folder, remote(branch, PATIENCE));
    }

    private GitRemote remote(@Nullable String branch, Duration timeout) {
        return new GitRemote(url, branch, null, timeout);
    }
}
