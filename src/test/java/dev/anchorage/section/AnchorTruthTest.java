package dev.anchorage.section;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.post.Body;
import dev.anchorage.post.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/// Our ids beside those that the real generators wrote. Prints a table; fails under the numbers that issue 3 sets.
class AnchorTruthTest {
    private static final Path ANCHORS = Path.of("../shared/anchors");

    @BeforeEach
    void truthIsHere() {
        TestBlog.shared("anchors");
    }

    @Test
    void headingLinesOfManyBlogsGetTheIdsOfEachEngine() throws IOException {
        List<String[]> rows = rows(ANCHORS.resolve("cross_dev.tsv"));
        List<String> columns = Arrays.asList(rows.getFirst());
        List<String> failures = new ArrayList<>();
        for (Map.Entry<String, Generator> engine : Truth.crossEngines().entrySet()) {
            int column = columns.indexOf(engine.getKey());
            int right = 0;
            int all = 0;
            for (List<String[]> page : pages(rows)) {
                if (page.stream().anyMatch(row -> row[column].equals("\\N"))) {
                    continue;
                }
                List<@Nullable String> ids = crossIds(engine.getValue(), page);
                for (int i = 0; i < page.size(); i++) {
                    String expected = page.get(i)[column].equals("\\0") ? null : page.get(i)[column];
                    String found = i < ids.size() ? ids.get(i) : "(missed)";
                    all++;
                    right += Objects.equals(expected, found) ? 1 : 0;
                    if (!Objects.equals(expected, found)) {
                        tell("cross " + engine.getKey(), page.get(i)[2], expected, found);
                    }
                }
            }
            report("cross_dev", engine.getKey(), right, all, 0.999, failures);
        }
        assertTrue(failures.isEmpty(), failures::toString);
    }

    private static List<@Nullable String> crossIds(Generator engine, List<String[]> page) {
        StringBuilder text = new StringBuilder();
        for (String[] row : page) {
            text.append("## ").append(row[2]).append("\n\nbody\n\n");
        }
        return ids(Cut.split(engine, Cut.post("a.md", "T", new Body.Markdown(text.toString(), 1))), 1);
    }

    private static List<List<String[]>> pages(List<String[]> rows) {
        Map<String, List<String[]>> pages = new LinkedHashMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            pages.computeIfAbsent(row[0], k -> new ArrayList<>()).add(row);
        }
        return List.copyOf(pages.values());
    }

    @Test
    void oddDocumentsAreRightAsAWhole() throws IOException {
        List<Object> documents = JSON.std.listFrom(Files.readString(ANCHORS.resolve("fixture.json")));
        List<String> failures = new ArrayList<>();
        for (Map.Entry<String, Generator> engine : Truth.fixtureEngines().entrySet()) {
            int right = 0;
            int all = 0;
            for (Object each : documents) {
                Map<?, ?> document = (Map<?, ?>) each;
                Object headings = ((Map<?, ?>) Objects.requireNonNull(document.get("headings"))).get(engine.getKey());
                if (!(headings instanceof List<?> list)) {
                    continue; // the engine refused the document
                }
                List<@Nullable String> expected = new ArrayList<>();
                list.forEach(heading -> expected.add((String) ((List<?>) heading).get(2)));
                String text = (String) Objects.requireNonNull(document.get("md"));
                List<@Nullable String> found = fixtureIds(engine.getValue(), text);
                all++;
                right += expected.equals(found) ? 1 : 0;
                if (!expected.equals(found)) {
                    tell("fixture " + engine.getKey(), document.get("n") + " " + text, expected, found);
                }
            }
            report("fixture", engine.getKey(), right, all, 0.995, failures);
        }
        assertTrue(failures.isEmpty(), failures::toString);
    }

    /// The outputs of these two were taken from their Markdown trees, in which headings in HTML are not headings.
    private static final Set<String> WITHOUT_HTML_HEADINGS = Set.of("docusaurus", "gatsby");

    private static List<@Nullable String> fixtureIds(Generator engine, String text) {
        SectionedPost post = Cut.split(engine, Cut.post("a.md", "T", new Body.Markdown(text, 1)));
        int firstLine = WITHOUT_HTML_HEADINGS.contains(engine.name()) && text.startsWith("<h2") ? 5 : 1;
        return ids(post, firstLine);
    }

    private static List<@Nullable String> ids(SectionedPost post, int firstLine) {
        List<@Nullable String> ids = new ArrayList<>();
        for (Section section : post.sections()) {
            if (!section.isLead() && section.line() >= firstLine) {
                ids.add(section.elementId());
            }
        }
        return ids;
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readString(file).lines().map(line -> line.split("\t", -1)).toList();
    }

    private static void tell(String where, String what, @Nullable Object expected, @Nullable Object found) {
        System.out.println("DIFFERENT " + where + " | " + what.replace("\n", "\\n") + " | expected " + expected
                + " | found " + found);
    }

    private static void report(String truth, String name, int right, int all, double wanted, List<String> failures) {
        double share = all == 0 ? 0 : (double) right / all;
        System.out.printf("TRUTH %-10s %-45s %6d of %6d %8.3f %%%n", truth, name, right, all, share * 100);
        if (share < wanted) {
            failures.add("%s %s: %.3f %% is less than %.1f %%".formatted(truth, name, share * 100, wanted * 100));
        }
    }
}
