package dev.anchorage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestAnswers;
import dev.anchorage.TestBlog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index that was kept up to date answers as one that was built anew. `-Danchorage.test.seed` repeats a run.
final class IncrementalIndexTest {
    private static final int ROUNDS = Integer.getInteger("anchorage.test.rounds", 8);
    private static final int CHANGES = 40;

    private final long seed = Long.getLong("anchorage.test.seed", System.nanoTime());
    private TestBlog kept = new TestBlog(Path.of("unset"), Path.of("unset"));
    private TestBlog fresh = kept;
    private RandomArchive archive = new RandomArchive(new Random(seed), kept);

    /// One index that is kept up to date and another of the same posts.
    @BeforeEach
    void openTheBlog(@TempDir Path folder) throws IOException {
        System.out.println("seed " + seed);
        kept = new TestBlog(folder);
        fresh = kept.indexedIn(folder.resolve("fresh"));
        archive = new RandomArchive(new Random(seed), kept);
    }

    @Test
    void hundredsOfRandomChangesGiveTheAnswersOfAFreshIndex() throws IOException {
        List<String> requests = requests(archive.words(), new Random(seed));
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < CHANGES; i++) {
                archive.change();
            }
            kept.update(false, true);
            fresh.update(true, true);
            String situation = "seed " + seed + ", round " + round;
            TestAnswers.of(kept.index(), requests).assertSameAs(TestAnswers.of(fresh.index(), requests), situation);
            IndexFiles.assertAllNeeded(kept.index(), situation);
            assertNothingIsLeftOf(archive.hiddenWords(), kept.index(), situation);
        }
    }

    @Test
    void whatIsReplacedNeitherAnswersNorCountsThoughItIsStillThere() throws IOException {
        archive.add(200);
        kept.update();
        List<String> former = new ArrayList<>();
        int stillThere = 0;
        for (int round = 0; round < ROUNDS; round++) {
            former.add(archive.edit());
            kept.update();
            stillThere += deletedDocuments(kept.index());
            fresh.update(true, true);
            List<String> requests = requests(archive.words(), new Random(seed + round));
            former.forEach(word -> requests.add("q=" + word));
            former.forEach(word -> requests.add("q=" + word.substring(0, word.length() - 2) + "&typing=true"));
            String situation = "seed " + seed + ", edit " + round;
            TestAnswers.of(kept.index(), requests).assertSameAs(TestAnswers.of(fresh.index(), requests), situation);
        }
        assertTrue(stillThere > 0, "seed " + seed);
        archive.hide();
        kept.update();
        former.addAll(archive.hiddenWords());
        assertNothingIsLeftOf(former, kept.index(), "seed " + seed + ", hidden");
    }

    private static int deletedDocuments(Path index) throws IOException {
        try (FSDirectory files = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(files)) {
            return reader.numDeletedDocs();
        }
    }

    @Test
    void theOrderInWhichPostsComeDecidesNothing(@TempDir Path folder) throws IOException {
        TestBlog one = new TestBlog(folder.resolve("one"));
        TestBlog other = new TestBlog(folder.resolve("other"));
        List<String> paths = List.of("taxi.md", "taxis.md", "wartet.md");
        List<String> texts = List.of(
                "# At the port\n\nThe taxi waits.\n",
                "# At the station\n\nTaxis wait.\n\n## Late\n\nNo taxis.\n\n## Early\n\nMany taxis.\n",
                "---\nlanguage: de\n---\n# Am Markt\n\nEin Taxi wartet.\n");
        for (int i = 0; i < paths.size(); i++) {
            one.write(paths.get(i), texts.get(i)).update();
            int last = paths.size() - 1 - i;
            other.write(paths.get(last), texts.get(last)).update();
        }
        List<String> requests = List.of("q=tax&typing=true", "q=taxi", "q=taxis");
        TestAnswers.of(one.index(), requests).assertSameAs(TestAnswers.of(other.index(), requests), "order");
    }

    private static List<String> requests(List<String> words, Random random) {
        List<String> requests = new ArrayList<>(List.of(
                "q=",
                "q=&sort=oldest&limit=100",
                "q=&tag=ports",
                "q=&tag=ports&tag=tea",
                "q=&language=de",
                "q=&year=2014",
                "q=the",
                "q=tag:ferries",
                "q=own&typing=true",
                "q=k&typing=true&limit=100"));
        for (int i = 0; i < 6; i++) {
            String word = words.get(random.nextInt(words.size()));
            String other = words.get(random.nextInt(words.size() / 4));
            requests.add("q=" + word);
            requests.add("q=" + word + " " + other + "&limit=30");
            requests.add("q=\"" + word + " " + other + "\"");
            requests.add("q=" + other + " " + word.substring(0, 3) + "&typing=true");
            requests.add("q=" + word.substring(0, 2) + "x" + word.substring(2));
            requests.add("q=" + other + " -" + word + "&tag=tea&after=2015&sort=newest");
        }
        return requests;
    }

    /// Neither a deleted document is left, whose bytes would lie in the files, nor a file that the commit doesn't need,
    /// nor one of the words.
    private static void assertNothingIsLeftOf(List<String> hidden, Path index, String situation) throws IOException {
        try (FSDirectory files = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(files)) {
            assertEquals(0, reader.numDeletedDocs(), situation);
            String all = textOf(reader);
            hidden.forEach(word -> assertTrue(!all.contains(word), situation + ": " + word));
        }
    }

    private static String textOf(DirectoryReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        for (LeafReaderContext leaf : reader.leaves()) {
            LeafReader segment = leaf.reader();
            for (FieldInfo field : segment.getFieldInfos()) {
                addTerms(segment.terms(field.name), text);
                addValues(segment, field.name, text);
            }
            for (int document = 0; document < segment.maxDoc(); document++) {
                for (IndexableField field : segment.storedFields().document(document)) {
                    text.append(field.stringValue()).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void addTerms(Terms terms, StringBuilder text) throws IOException {
        if (terms != null) {
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                text.append(each.term().utf8ToString()).append('\n');
            }
        }
    }

    private static void addValues(LeafReader segment, String field, StringBuilder text) throws IOException {
        SortedDocValues single = segment.getSortedDocValues(field);
        for (int i = 0; single != null && i < single.getValueCount(); i++) {
            text.append(single.lookupOrd(i).utf8ToString()).append('\n');
        }
        SortedSetDocValues several = segment.getSortedSetDocValues(field);
        for (int i = 0; several != null && i < several.getValueCount(); i++) {
            text.append(several.lookupOrd(i).utf8ToString()).append('\n');
        }
    }
}
