package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.cluster.ClusterOptions.Credentials;
import dev.anchorage.search.RemoteSearcher;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.SearchRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A node behind TLS that answers only who says who they are; the node of the tests has no such part of its own.
@NeedsCluster
@Timeout(120)
final class SecuredClusterTest {
    private static final String PASSWORD = "lamp-oil";
    private static final String BASIC = basic(PASSWORD);
    private static final String KEY = "ApiKey a2V5OnF1YXk=";

    @TempDir
    Path folder;

    private StandIn secured;

    private static String basic(String password) {
        byte[] both = ("keeper:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @BeforeEach
    void secure() throws Exception {
        makeKey("node", "ip:127.0.0.1");
        secured = serve("node");
    }

    @AfterEach
    void stop() {
        secured.close();
    }

    private void makeKey(String name, String host) throws Exception {
        keytool("-genkeypair", "-alias", "node", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=" + host, name);
        keytool(
                "-exportcert",
                "-alias",
                "node",
                "-rfc",
                "-file",
                folder.resolve(name + ".pem").toString(),
                name);
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        String store = command.removeLast();
        command.addAll(List.of("-keystore", folder.resolve(store + ".p12").toString(), "-storepass", "unsafe"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private StandIn serve(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), "unsafe".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "unsafe".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new StandIn(TestCluster.shared().addresses().getFirst(), context, request -> {
            String shown = StandIn.authorization(request);
            return shown.equals(BASIC) || shown.equals(KEY) ? StandIn.NOT_REFUSED : 401;
        });
    }

    private ClusterSections sections(@Nullable String authorization, @Nullable String trusted, URI... others)
            throws Exception {
        List<URI> nodes = new ArrayList<>(List.of(others));
        nodes.add(secured.address());
        return new ClusterSections(new ClusterOptions(
                nodes,
                TestCluster.shared().options().prefix(),
                1,
                0,
                authorization == null ? null : new Credentials(authorization),
                trusted == null ? null : folder.resolve(trusted + ".pem"),
                Duration.ofMinutes(1)));
    }

    private void assertAnswers(ClusterSections sections) throws Exception {
        TestBlog blog = new TestBlog(folder).write("lamp.md", "# The lamp\n\n## Oil\n\nWhale oil.\n");
        blog.indexer(blog.options(true, false)).update(blog.archive(), new ClusterStore(sections, null));
        try (RemoteSearcher searcher = new RemoteSearcher(sections, null, SearchOptions.NONE)) {
            assertEquals(1, searcher.search(SearchRequest.of("whale")).total().posts());
        }
    }

    @Test
    void theRightPasswordIsTakenOverTls() throws Exception {
        try (ClusterSections sections = sections(BASIC, "node")) {
            assertAnswers(sections);
        }
    }

    @Test
    void theRightKeyIsTakenOverTls() throws Exception {
        try (ClusterSections sections = sections(KEY, "node")) {
            assertAnswers(sections);
        }
    }

    @Test
    void anotherNodeIsAskedWhenTheFirstIsNotThere() throws Exception {
        try (ClusterSections sections = sections(KEY, "node", URI.create("https://127.0.0.1:1"))) {
            assertAnswers(sections);
        }
    }

    /// At once, and without a word of what was shown.
    @Test
    void aWrongPasswordIsAnErrorThatSaysWhatToSet() throws Exception {
        try (ClusterSections sections = sections(basic("lamp-wick"), "node")) {
            ClusterException refused =
                    assertThrows(ClusterException.class, () -> new ClusterStore(sections, null).begin(false));
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains("401"), message);
            assertTrue(message.contains("ANCHORAGE_OPENSEARCH_PASSWORD"), message);
            assertFalse(message.contains("wick") || message.contains(basic("lamp-wick")), message);
            assertFalse(sections.options().toString().contains(basic("lamp-wick")));
            assertThrows(ClusterException.class, () -> sections.newest(null));
        }
    }

    @Test
    void aNodeWhoseCertificateNobodyKnowsIsNotAsked() throws Exception {
        try (ClusterSections sections = sections(BASIC, null)) {
            assertUntrusted(sections);
        }
        makeKey("other", "ip:127.0.0.1");
        try (ClusterSections sections = sections(BASIC, "other")) {
            assertUntrusted(sections);
        }
    }

    @Test
    void aNodeWithTheCertificateOfAnotherHostIsNotAsked() throws Exception {
        makeKey("elsewhere", "dns:search.example.org");
        secured.close();
        secured = serve("elsewhere");
        try (ClusterSections sections = sections(BASIC, "elsewhere")) {
            assertUntrusted(sections);
        }
    }

    private static void assertUntrusted(ClusterSections sections) {
        ClusterException refused =
                assertThrows(ClusterException.class, () -> new ClusterStore(sections, null).begin(false));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("not trusted") && message.contains("`certificates` of `opensearch`"), message);
    }
}
