package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.IndexSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Groups of words, common and rare ones, required, excluded or wanted, within each other, match what Lucene says,
/// asked for the first time and again, in an index of several segments.
final class MatchingSectionsTest {
    private static final int QUERIES = 2_000;
    private static final Occur[] OCCURS = Occur.values();
    private final Random random = new Random(7);

    @Test
    void whatMatchesIsWhatLuceneFinds(@TempDir Path folder) throws IOException {
        TestBlog blog = new TestBlog(folder);
        for (int update = 0; update < 3; update++) {
            for (int i = 0; i < 20; i++) {
                blog.write("post%d-%d.md".formatted(update, i), text());
            }
            blog.update();
        }
        try (SectionSearcher searcher = new SectionSearcher(blog.index())) {
            IndexSnapshot snapshot = searcher.acquire();
            try {
                List<Term> words = words(snapshot);
                assertTrue(snapshot.reader().leaves().size() > 1);
                int empty = 0;
                for (int i = 0; i < QUERIES; i++) {
                    Query query = group(words, 2);
                    FixedBitSet expected = asLuceneFinds(query, snapshot);
                    assertEquals(expected, matching(query, snapshot), () -> query.toString());
                    assertEquals(expected, matching(query, snapshot), () -> "again: " + query);
                    empty += expected.cardinality() == 0 ? 1 : 0;
                }
                assertTrue(empty < QUERIES * 3 / 4, empty + " queries find nothing");
                assertTrue(snapshot.sectionsOfWords().size() > 0);
            } finally {
                searcher.release(snapshot);
            }
        }
    }

    /// Of some words that are in most sections, and many that are in few.
    private String text() {
        StringBuilder text = new StringBuilder("---\nlang: en\n---\n");
        for (int i = random.nextInt(200); i > 0; i--) {
            text.append(random.nextInt(30) == 0 ? "\n\n## tide\n\n" : " ");
            text.append('w').append((int) Math.exp(random.nextDouble(6)));
        }
        return text.toString();
    }

    private static FixedBitSet matching(Query query, IndexSnapshot snapshot) throws IOException {
        return new MatchingSections(snapshot, snapshot.searcher(), TimeBudget.unlimited()).of(query);
    }

    private static FixedBitSet asLuceneFinds(Query query, IndexSnapshot snapshot) throws IOException {
        FixedBitSet found = new FixedBitSet(snapshot.reader().maxDoc());
        IndexSearcher searcher = new IndexSearcher(snapshot.reader());
        searcher.setQueryCache(null);
        for (ScoreDoc hit : searcher.search(query, snapshot.reader().maxDoc()).scoreDocs) {
            found.set(hit.doc);
        }
        return found;
    }

    private static List<Term> words(IndexSnapshot snapshot) throws IOException {
        List<Term> words = new ArrayList<>();
        String field = IndexSchema.text("en");
        Terms terms = snapshot.reader().leaves().getFirst().reader().terms(field);
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            words.add(new Term(field, BytesRef.deepCopyOf(term)));
        }
        return words;
    }

    private Query group(List<Term> words, int depth) {
        BooleanQuery.Builder group = new BooleanQuery.Builder();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            Occur occur = random.nextBoolean() ? Occur.SHOULD : OCCURS[random.nextInt(OCCURS.length)];
            group.add(depth > 0 && random.nextInt(3) == 0 ? group(words, depth - 1) : leaf(words), occur);
        }
        if (size > 2 && random.nextInt(8) == 0) {
            group.setMinimumNumberShouldMatch(random.nextInt(3));
        }
        return group.build();
    }

    private Query leaf(List<Term> words) {
        Term word = words.get(random.nextInt(words.size()));
        return switch (random.nextInt(12)) {
            case 0 -> IndexSchema.sectionsQuery();
            case 1 -> MatchNoDocsQuery.INSTANCE;
            case 2 -> MatchAllDocsQuery.INSTANCE;
            case 3 ->
                new PhraseQuery(4, word.field(), word.bytes(), words.getFirst().bytes());
            default -> new TermQuery(word);
        };
    }
}
