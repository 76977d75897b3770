package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.TestBlog;
import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.BlockCodec;
import dev.anchorage.index.FactsSum;
import dev.anchorage.index.FolderStore;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.PostBlock;
import dev.anchorage.index.SectionStore;
import dev.anchorage.index.StoreUpdate;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostsAtHandTest {
    private static final String NOBODY = "?";

    @TempDir
    Path folder;

    private final List<PostBlock> written = new CopyOnWriteArrayList<>();

    @BeforeEach
    void index() throws Exception {
        TestBlog blog = new TestBlog(Path.of("data"), folder);
        SectionStore store = new FolderStore(folder);
        blog.indexer(blog.options(true, false)).update(blog.archive(), spy(SectionStore.class, store));
    }

    /// Hands on all calls and keeps the blocks of posts, written as bytes and read again.
    private <T> T spy(Class<T> type, T spied) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals("replace")) {
                @SuppressWarnings("unchecked")
                List<Document> block = (List<Document>) given[1];
                written.add(BlockCodec.read(BlockCodec.write(PostBlock.of(block))));
            }
            try {
                Object result = method.invoke(spied, given);
                return result instanceof StoreUpdate update ? spy(StoreUpdate.class, update) : result;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }

    private IndexReader atHand(ArchiveFacts facts) throws IOException {
        return PostsAtHand.of(List.of(facts), List.of(written));
    }

    @Test
    void sayOfEachWordWhatAnIndexOfTheSamePostsSays() throws IOException {
        FactsSum sum = new FactsSum();
        written.forEach(sum::add);
        try (IndexReader index = DirectoryReader.open(FSDirectory.open(folder))) {
            IndexReader atHand = atHand(sum.facts());
            List<String> languages = IndexSchema.languages(index);
            assertTrue(languages.size() > 1, languages::toString);
            for (String language : languages) {
                Map<String, List<String>> places = places(index, IndexSchema.text(language));
                assertTrue(places.size() > 50, language);
                assertEquals(places, places(atHand, IndexSchema.text(language)), language);
            }
            for (String field : List.of(IndexSchema.PERMALINK, IndexSchema.LINKS_TO, IndexSchema.KIND)) {
                assertEquals(places(index, field), places(atHand, field), field);
            }
        }
    }

    @Test
    void haveTheValuesAndTheTextOfAnIndexOfTheSamePosts() throws IOException {
        try (IndexReader index = DirectoryReader.open(FSDirectory.open(folder))) {
            assertEquals(described(index), described(atHand(ArchiveFacts.NONE)));
        }
    }

    /// An archive has many more words than the posts at hand.
    @Test
    void leadNowhereFromWordsOfOtherPosts() throws IOException {
        FactsSum sum = new FactsSum();
        written.forEach(sum::add);
        ArchiveFacts facts = sum.facts();
        IndexReader none = PostsAtHand.of(List.of(facts), List.of(List.of()));
        TermsEnum all = assertNotNullTerms(none, IndexSchema.text("en"));
        BytesRef word = all.next();
        assertNotNull(word);
        assertTrue(all.docFreq() > 0);
        assertEquals(DocIdSetIterator.NO_MORE_DOCS, all.postings(null).nextDoc());
    }

    private static TermsEnum assertNotNullTerms(IndexReader reader, String field) throws IOException {
        var terms = reader.leaves().getFirst().reader().terms(field);
        assertNotNull(terms);
        return terms.iterator();
    }

    /// By word, where it stands: post, number of the section, positions and ranges.
    private static Map<String, List<String>> places(IndexReader reader, String field) throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (LeafReaderContext segment : reader.leaves()) {
            List<String> names = names(segment);
            var terms = segment.reader().terms(field);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                List<String> ofTerm = places.computeIfAbsent(term.utf8ToString(), first -> new ArrayList<>());
                PostingsEnum postings = each.postings(null, PostingsEnum.ALL);
                for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
                    StringBuilder place = new StringBuilder(names.get(at));
                    for (int i = postings.freq(); terms.hasPositions() && i > 0; i--) {
                        place.append(' ').append(postings.nextPosition());
                        place.append('@')
                                .append(postings.startOffset())
                                .append('-')
                                .append(postings.endOffset());
                    }
                    ofTerm.add(place.toString());
                }
            }
        }
        places.values().forEach(ofTerm -> ofTerm.removeIf(place -> place.startsWith(NOBODY)));
        places.values().forEach(ofTerm -> ofTerm.sort(null));
        return places;
    }

    /// The path of each document's post, with the number of the section. The post at hand that nothing finds has none.
    private static List<String> names(LeafReaderContext segment) throws IOException {
        List<String> names = new ArrayList<>();
        SortedDocValues paths = DocValues.getSorted(segment.reader(), IndexSchema.PATH_ORDER);
        if (segment.reader() instanceof PostsAtHand) {
            names.add(NOBODY);
        }
        for (int post = paths.nextDoc(); post != DocIdSetIterator.NO_MORE_DOCS; post = paths.nextDoc()) {
            String path = paths.lookupOrd(paths.ordValue()).utf8ToString();
            for (int section = 0; names.size() <= post; section++) {
                names.add(path + "#" + section);
            }
        }
        return names;
    }

    /// All that documents have besides words.
    private static List<String> described(IndexReader reader) throws IOException {
        List<String> all = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            List<String> names = names(segment);
            SortedDocValues anchors = DocValues.getSorted(segment.reader(), IndexSchema.OWN_ANCHOR);
            SortedDocValues permalinks = DocValues.getSorted(segment.reader(), IndexSchema.PERMALINK);
            NumericDocValues lengths = DocValues.getNumeric(segment.reader(), IndexSchema.MEASURES);
            NumericDocValues days = DocValues.getNumeric(segment.reader(), IndexSchema.DATE);
            for (int document = 0; document < names.size(); document++) {
                all.add(names.get(document)
                        + (anchors.advanceExact(document)
                                ? anchors.lookupOrd(anchors.ordValue()).utf8ToString()
                                : "")
                        + (permalinks.advanceExact(document)
                                ? permalinks.lookupOrd(permalinks.ordValue()).utf8ToString()
                                : "")
                        + (lengths.advanceExact(document) ? lengths.longValue() : "")
                        + (days.advanceExact(document) ? days.longValue() : "")
                        + stored(segment, document));
            }
        }
        all.removeIf(document -> document.startsWith(NOBODY));
        all.sort(null);
        return all;
    }

    private static Map<String, List<String>> stored(LeafReaderContext segment, int document) throws IOException {
        Map<String, List<String>> stored = new TreeMap<>();
        segment.reader()
                .storedFields()
                .document(document)
                .forEach(field -> stored.computeIfAbsent(field.name(), first -> new ArrayList<>())
                        .add(field.stringValue() + field.binaryValue()));
        return stored;
    }
}
