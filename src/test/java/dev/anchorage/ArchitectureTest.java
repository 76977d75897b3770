package dev.anchorage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Data flows right, imports point left, and every library has its place.
final class ArchitectureTest {
    private static final String ROOT = "dev.anchorage.";
    private static final int WIDTH = 120;

    /// From left to right; a new package must say here where it stands.
    static final List<String> ORDER = List.of(
            "git", "archive", "post", "anchor", "section", "index", "search", "cluster", "querylog", "web", "cli");

    /// What each package may import from outside; `java..` and jspecify are everybody's.
    private static final Map<String, Set<String>> GUESTS = Map.ofEntries(
            Map.entry("git", Set.of("org.eclipse.jgit..")),
            Map.entry("archive", Set.of()),
            Map.entry("post", Set.of("org.snakeyaml..", "org.jsoup..")),
            Map.entry("anchor", Set.of("net.gcardone.junidecode..")),
            Map.entry("section", Set.of("com.vladsch.flexmark..", "org.jsoup..")),
            Map.entry("index", Set.of("org.apache.lucene..")),
            Map.entry("search", Set.of("org.apache.lucene..", "tools.jackson.core..")),
            Map.entry(
                    "cluster",
                    Set.of("org.apache.lucene..", "org.opensearch.client..", "org.apache.hc..", "jakarta.json..")),
            Map.entry("querylog", Set.of("tools.jackson.core..")),
            Map.entry("web", Set.of("io.undertow..", "org.xnio..", "gg.jte..", "io.prometheus..")),
            Map.entry("cli", Set.of("picocli..", "org.snakeyaml..", "tools.jackson.core..")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.anchorage");

    @ParameterizedTest
    @FieldSource("ORDER")
    void everyPackageHasClassesSoThatNoRuleHoldsOverNothing(String name) {
        assertTrue(CLASSES.stream().anyMatch(type -> type.getPackageName().startsWith(ROOT + name)), name);
    }

    @Test
    void everyClassIsInAKnownPackage() {
        String[] known = ORDER.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("ORDER")
    void importsPointLeft(String name) {
        List<String> right = new ArrayList<>(ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()));
        if (!right.isEmpty()) {
            String[] packages = right.stream().map(other -> ROOT + other + "..").toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .check(CLASSES);
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("ORDER")
    void librariesStayInTheirRow(String name) {
        List<String> allowed = new ArrayList<>(List.of("java..", "javax..", "org.jspecify..", "dev.anchorage.."));
        allowed.addAll(GUESTS.getOrDefault(name, Set.of()));
        classes()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    /// So that whoever doesn't choose it needs none of its libraries.
    @Test
    void onlyItsEngineKnowsTheCluster() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cluster..")
                .and()
                .doNotHaveSimpleName("ClusterEngine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "cluster..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineTalksToTheTerminalAndEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    /// On a JDK from 23 on, the formatter (palantir-java-format 2.103.0) takes a run of `///` lines for one comment
    /// and counts the indentation of all but the first line twice. It breaks those that are too long then, without
    /// `///`.
    @Test
    void commentsFitWhicheverJdkLaysTheCodeOut() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 1; i < lines.size(); i++) {
                String line = lines.get(i);
                String comment = line.stripLeading();
                boolean goesOn =
                        comment.startsWith("///") && lines.get(i - 1).strip().startsWith("///");
                if (goesOn && line.length() + line.length() - comment.length() > WIDTH) {
                    tooLong.add(file + ":" + (i + 1));
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
