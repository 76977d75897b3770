package dev.anchorage.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.Needed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The archive that `mvn package` makes, unpacked where nothing else is.
@Timeout(180)
final class DistributionIT {
    /// Name and version of a library in the bill of materials.
    private static final Pattern IDENTITY = Pattern.compile("\"pkg:maven/[^/\"]+/([^@\"]+)@([^?\"]+)");

    /// To a file, without its fragment.
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|/|#|mailto:)([^)#]+)");

    private static final Path ARCHIVE = Path.of(System.getProperty("anchorage.archive", "unset"));

    /// The property with the archive that has the client of a cluster.
    private static final String CLIENT = "anchorage.client";

    @TempDir
    private static Path unpacked = Path.of("unset");

    private static Path home = Path.of("unset");

    @TempDir
    private Path empty = Path.of("unset");

    @BeforeAll
    static void unpack() throws Exception {
        run(unpacked, "tar", "-xzf", ARCHIVE.toString());
        home = unpacked.resolve(ARCHIVE.getFileName().toString().replace(".tar.gz", ""));
    }

    @Test
    void itIndexesAndSearchesItsSampleThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(empty.resolve("anchorage"), home.resolve("anchorage"));
        Path posts = home.resolve("data");
        String indexed = run(empty, link.toString(), "index", "--posts=" + posts);
        assertTrue(indexed.contains("24 posts found: 22 added, 2 hidden"), indexed);
        assertFalse(indexed.contains(" WARNING "), indexed);
        assertTrue(run(empty, link.toString(), "search", "boknafisk").contains("six-nights-up-the-coast.html#id5"));
    }

    @Test
    void whatJavaKeepsOfARehearsalIsMadeOnceAndRenewedForOtherFiles() throws Exception {
        // One of updates, one of searches, one of the rest; an older Java keeps none.
        int most = Runtime.version().feature() >= 25 ? 3 : 0;
        Path launcher = home.resolve("anchorage");
        List<Path> first = keptAfterSearching(launcher);
        assertEquals(most, first.size(), first.toString());
        assertEquals(first, keptAfterSearching(launcher));
        Path other = unpacked.resolve("other");
        run(empty, "cp", "-R", home.toString(), other.toString());
        List<Path> renewed = keptAfterSearching(other.resolve("anchorage"));
        assertEquals(most, renewed.size(), renewed.toString());
        assertEquals(most == 0, renewed.equals(first), renewed.toString());
        assertTrue(first.stream().allMatch(Files::exists), "what another installation keeps stays (issue 7)");
        Files.setLastModifiedTime(other.resolve("lib/anchorage.jar"), FileTime.from(Instant.EPOCH));
        List<Path> again = keptAfterSearching(other.resolve("anchorage"));
        assertEquals(most, again.size(), again.toString());
        assertEquals(most == 0, again.equals(renewed), again.toString());
    }

    /// Java holds open what it has opened, and the service has opened all jar files before it answers.
    @Test
    void whatIsReplacedUnderAServiceIsNotMissed() throws Exception {
        Path copy = empty.resolve("copy");
        run(empty, "cp", "-R", home.toString(), copy.toString());
        Map<String, String> environment = Map.of(
                "JAVA_HOME", System.getProperty("java.home"), "XDG_CACHE_HOME", "/dev/null", "ANCHORAGE_KEY", "a key");
        try (Serving service = Serving.start(
                List.of(copy.resolve("anchorage").toString()),
                environment,
                "--posts=" + home.resolve("data"),
                "--index=" + empty.resolve("index"),
                "--query-log=" + empty.resolve("queries"))) {
            run(empty, "rm", "-r", copy.toString());
            for (String path : List.of(
                    "/search?q=boknafisk+the",
                    "/search?q=boknafiks&year=2019",
                    "/search.atom?q=nights",
                    "/api/v1/search?q=%22six+nights%22+-x*",
                    "/api/v1/suggest?q=nig",
                    "/api/v1/status",
                    "/api/openapi.json",
                    "/opensearch.xml",
                    "/strings/de.json",
                    "/health/ready")) {
                assertEquals(200, service.get(path).statusCode(), path + ": " + service.said());
            }
            assertEquals(404, service.get("/no", "Accept", "text/html").statusCode());
            String key = "Bearer a key";
            assertEquals(
                    200,
                    service.get("/api/v1/why?q=boknafisk&url=/2019/", "Authorization", key)
                            .statusCode());
            assertEquals(
                    202, service.post("/api/v1/reindex", "Authorization", key).statusCode());
            service.await(
                    "the update",
                    () -> service.admin("/metrics").body().contains("anchorage_updates_total{state=\"done\"} 1.0"));
            assertEquals(200, service.admin("/report").statusCode());
            assertFalse(
                    String.join("\n", service.said()).contains("Error"),
                    () -> service.said().toString());
        }
    }

    /// Those to sources led nowhere (issue 7).
    @Test
    void noLinkOfItsDocumentationIsDead() throws Exception {
        List<Path> pages;
        try (var files = Files.walk(home)) {
            pages = files.filter(file -> file.toString().endsWith(".md") && !file.startsWith(home.resolve("data")))
                    .toList();
        }
        assertTrue(pages.contains(home.resolve("docs/promises.md")), pages.toString());
        for (Path page : pages) {
            List<String> dead = LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !Files.exists(page.resolveSibling(link)))
                    .toList();
            assertEquals(List.of(), dead, page.toString());
        }
    }

    @Test
    void aLargeBuildIsDoneByAProcessWithBothCompilersThatEndsWithTheFirst() throws Exception {
        Needed.that(Files.exists(Path.of("/proc/self/cmdline")), "a system that shows the lines of its processes");
        String post = "Gulls on the pier, and boats.\n\n".repeat(250_000);
        Path posts = Files.createDirectories(empty.resolve("posts"));
        for (int i = 0; i < 18; i++) {
            Files.writeString(posts.resolve("post" + i + ".md"), post);
        }
        Process first =
                start(empty, Map.of(), home.resolve("anchorage").toString(), "index", "--quiet", "--posts=posts");
        Optional<ProcessHandle> second = Optional.empty();
        while (second.isEmpty() && first.isAlive()) {
            Thread.sleep(10);
            second = first.descendants()
                    .filter(each -> lineOf(each).contains(Main.class.getName()))
                    .findAny();
        }
        assertTrue(lineOf(first.toHandle()).contains("TieredStopAtLevel=1"), lineOf(first.toHandle()));
        assertFalse(lineOf(second.orElseThrow()).contains("TieredStopAtLevel"), lineOf(second.get()));
        first.destroyForcibly();
        second.get().onExit().get();
    }

    /// The command line of a process; empty when it is gone.
    private static String lineOf(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    /// With what Java keeps, a search has only the jar files that it needs.
    @Test
    void everySearchHasTheLibrariesItNeeds() throws Exception {
        String launcher = home.resolve("anchorage").toString();
        Files.writeString(empty.resolve("anchorage.yaml"), "synonyms: [[boat, ship]]\nranking: {recency: 0.1}\n");
        run(empty, launcher, "index", "--quiet", "--posts=" + home.resolve("data"));
        assertTrue(run(empty, launcher, "search", "--help").contains("Only posts in this language"));
        String[] options = {"--json", "--config=anchorage.yaml", "--sort=newest"};
        for (String query : List.of("ship", "\"the tide\" -boat*", "tag:walks before:2030", "hafen", "boatt", "港")) {
            for (String option : options) {
                Process search = start(empty, Map.of(), launcher, "search", option, query);
                String said = said(search);
                assertTrue(search.waitFor() <= Main.DONE_BUT, query + " " + option + ": " + said);
            }
        }
        Process wrong = start(empty, Map.of(), launcher, "search", "--tags=walks", "pier");
        assertTrue(said(wrong).contains("Unknown option: '--tags=walks'"));
    }

    @Test
    void withoutTheClientOfAClusterItNamesTheArchiveThatHasIt() throws Exception {
        Process search = searchInACluster(home);
        String said = said(search);
        assertEquals(Main.WRONG_USAGE, search.waitFor(), said);
        assertTrue(said.contains("-opensearch.tar.gz"), said);
    }

    @Test
    @EnabledIfSystemProperty(named = CLIENT, matches = ".+", disabledReason = "made with -Pcluster")
    void theClientOfAClusterIsUnpackedOverIt() throws Exception {
        Path copy = empty.resolve("copy");
        run(empty, "cp", "-R", home.toString(), copy.toString());
        run(copy, "tar", "-xzf", System.getProperty(CLIENT));
        Process search = searchInACluster(copy);
        String said = said(search);
        assertEquals(Main.NO_INDEX, search.waitFor(), said);
        assertTrue(said.contains("the cluster can't be reached now"), said);
        String launcher = copy.resolve("anchorage").toString();
        run(empty, launcher, "index", "--quiet", "--posts=" + home.resolve("data"));
        assertTrue(run(empty, launcher, "search", "boknafisk").contains("six-nights-up-the-coast.html#id5"));
        assertNamed(copy.resolve("opensearch"), copy.resolve("opensearch/opensearch-sbom.json"));
    }

    /// On a port where nobody listens.
    private Process searchInACluster(Path installation) throws IOException {
        Path configuration = Files.writeString(
                empty.resolve("cluster.yaml"), "engine: opensearch\nopensearch: {nodes: [\"http://127.0.0.1:1\"]}\n");
        String launcher = installation.resolve("anchorage").toString();
        return start(empty, Map.of(), launcher, "search", "--config=" + configuration, "pier");
    }

    private List<Path> keptAfterSearching(Path launcher) throws IOException {
        Map<String, String> cache = Map.of("XDG_CACHE_HOME", empty.toString());
        String said = said(start(empty, cache, launcher.toString(), "search", "--index=none", "pier"));
        assertTrue(said.contains("no index"), said);
        Path kept = empty.resolve("anchorage");
        if (!Files.exists(kept)) {
            return List.of();
        }
        String place = Objects.requireNonNull(launcher.getParent()).toString().replace('/', '+');
        try (var files = Files.list(kept.resolve(place))) {
            return files.sorted().toList();
        }
    }

    @Test
    void itsOwnRuntimeComesFirst() throws Exception {
        Path launcher = Files.copy(home.resolve("anchorage"), empty.resolve("anchorage"), COPY_ATTRIBUTES);
        Path java = empty.resolve("runtime/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho own runtime\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals("own runtime", run(empty, launcher.toString(), "--version").strip());
    }

    @Test
    void itHoldsWhatAnInstallationNeeds() {
        for (String file : List.of(
                "LICENSE",
                "README.md",
                "completion/anchorage.bash",
                "completion/anchorage.fish",
                "docs/configuration.md",
                "man/man1/anchorage-serve.1",
                "dist/service/anchorage.service")) {
            assertTrue(Files.isRegularFile(home.resolve(file)), file);
        }
    }

    @Test
    void itsBillOfMaterialsNamesEveryLibraryInIt() throws Exception {
        assertNamed(home.resolve("lib"), home.resolve("anchorage-sbom.json"));
        assertFalse(Files.readString(home.resolve("anchorage-sbom.json")).contains("opensearch"));
    }

    private static void assertNamed(Path folder, Path made) throws IOException {
        Needed.that(Files.exists(made), "bill of materials, which Maven makes only when it is online");
        String bill = Files.readString(made);
        assertTrue(bill.contains("\"CycloneDX\""), bill);
        List<String> libraries;
        try (var files = Files.list(folder)) {
            libraries = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.equals("anchorage.jar"))
                    .map(name -> name.replace(".jar", ""))
                    .toList();
        }
        assertFalse(libraries.isEmpty());
        List<String> missing = libraries.stream()
                .filter(library -> !IDENTITY.matcher(bill)
                        .results()
                        .anyMatch(each -> library.equals(each.group(1) + "-" + each.group(2))))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void outOfMemoryItEndsAndSaysSo() throws Exception {
        Process service = start(
                empty,
                Map.of("ANCHORAGE_JAVA_OPTS", "-Xmx10m"),
                home.resolve("anchorage").toString(),
                "serve",
                "--posts=" + home.resolve("data"),
                "--listen=127.0.0.1:0",
                "--admin-listen=none");
        String said = said(service);
        assertEquals(3, service.waitFor(), said);
        assertTrue(said.contains("java.lang.OutOfMemoryError"), said);
    }

    /// Those that share the work leave less of a small heap to use.
    @ParameterizedTest
    @CsvSource({
        "-Xmx512m, Parallel",
        "-Xmx64m, Serial",
        "-XX:+UseSerialGC -Xmx512m, Serial",
        "-Xmx64m -XX:+UseParallelGC, Parallel"
    })
    void aServiceHasTheCollectorForItsHeapOrTheOneThatIsNamed(String options, String collector) throws Exception {
        Process help = start(
                empty,
                Map.of("ANCHORAGE_JAVA_OPTS", options + " -Xlog:gc"),
                home.resolve("anchorage").toString(),
                "serve",
                "--help");
        String said = said(help);
        assertEquals(0, help.waitFor(), said);
        assertTrue(said.contains("Using " + collector), said);
    }

    @Test
    void aDebianPackageIsMadeFromItAndRuns() throws Exception {
        Needed.program(Path.of("/usr/bin/dpkg-deb"));
        run(Path.of(""), "src/dist/deb/build", ARCHIVE.toString(), empty.toString());
        try (var files = Files.list(empty)) {
            Path deb = files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
            run(empty, "dpkg-deb", "-x", deb.toString(), "root");
            assertEquals(
                    "anchorage",
                    run(empty, "dpkg-deb", "-f", deb.toString(), "Package").strip());
        }
        assertTrue(run(empty, empty.resolve("root/usr/bin/anchorage").toString(), "--version")
                .startsWith("anchorage "));
    }

    /// What a command says, which must succeed.
    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = start(folder, Map.of(), command);
        String said = said(process);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static Process start(Path folder, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ANCHORAGE_"));
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "LANG", "C.UTF-8"));
        builder.environment().put("XDG_CACHE_HOME", unpacked.resolve("cache").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
