package dev.anchorage.bench;

import dev.anchorage.bench.CutSections.Cut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// What Lucene alone does with sections that are already cut, by its best practice: one stemmed text field with
/// offsets, plain BM25 over words that must all match, ten hits with snippets, two facets.
final class RawLucene implements AutoCloseable {
    private static final String TEXT = "text";
    private static final String URL = "url";
    private static final String TITLE = "title";
    private static final int BATCH = 100;
    private static final int TOP = 10;
    private static final int TOP_VALUES = 10;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final EnglishAnalyzer analyzer = new EnglishAnalyzer();
    private final @Nullable SortedSetDocValuesReaderState facets;

    private RawLucene(DirectoryReader reader, @Nullable SortedSetDocValuesReaderState facets) {
        this.reader = reader;
        this.facets = facets;
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /// Builds an index on all processors and commits it.
    static void build(Path sections, Path index) throws IOException, InterruptedException, ExecutionException {
        int threads = Runtime.getRuntime().availableProcessors();
        IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer()).setRAMBufferSizeMB(128);
        try (FSDirectory files = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(files, config);
                CutSections.Reader cuts = CutSections.read(sections);
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(() -> add(cuts, writer));
            }
            for (Future<Void> task : workers.invokeAll(tasks)) {
                task.get();
            }
            writer.commit();
        }
    }

    private static Void add(CutSections.Reader cuts, IndexWriter writer) throws IOException {
        FacetsConfig facets = facets();
        FieldType shown = new FieldType(TextField.TYPE_STORED);
        shown.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        shown.freeze();
        while (true) {
            List<Cut> next = cuts.next(BATCH);
            if (next.isEmpty()) {
                return null;
            }
            for (Cut cut : next) {
                Document document = new Document();
                document.add(new StoredField(URL, cut.url()));
                document.add(new StoredField(TITLE, cut.title()));
                document.add(new Field(TEXT, cut.text(), shown));
                addFacets(document, "tag", cut.tags());
                addFacets(document, "location", cut.locations());
                writer.addDocument(facets.build(document));
            }
        }
    }

    private static void addFacets(Document document, String dimension, List<String> values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                document.add(new SortedSetDocValuesFacetField(dimension, value));
            }
        }
    }

    private static FacetsConfig facets() {
        FacetsConfig facets = new FacetsConfig();
        facets.setMultiValued("tag", true);
        facets.setMultiValued("location", true);
        return facets;
    }

    static RawLucene open(Path index) throws IOException {
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index));
        boolean hasFacets =
                FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME) != null;
        return new RawLucene(reader, hasFacets ? new DefaultSortedSetDocValuesReaderState(reader, facets()) : null);
    }

    /// The answer in JSON: hits with snippets, and counts. Thread-safe.
    String answer(String words) throws IOException {
        Query query = query(words, Occur.MUST);
        FacetsCollectorManager.FacetsResult found =
                FacetsCollectorManager.search(searcher, query, TOP, new FacetsCollectorManager());
        if (found.topDocs().scoreDocs.length == 0) {
            query = query(words, Occur.SHOULD);
            found = FacetsCollectorManager.search(searcher, query, TOP, new FacetsCollectorManager());
        }
        return json(query, found.topDocs(), found.facetsCollector());
    }

    private Query query(String words, Occur occur) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream terms = analyzer.tokenStream(TEXT, words)) {
            CharTermAttribute term = terms.addAttribute(CharTermAttribute.class);
            terms.reset();
            while (terms.incrementToken()) {
                query.add(new TermQuery(new Term(TEXT, term.toString())), occur);
            }
            terms.end();
        }
        return query.build();
    }

    private String json(Query query, TopDocs top, FacetsCollector matching) throws IOException {
        String[] snippets = new UnifiedHighlighter.Builder(searcher, analyzer)
                .withMaxLength(Integer.MAX_VALUE - 1)
                .build()
                .highlight(TEXT, query, top);
        StringBuilder json =
                new StringBuilder("{\"total\":").append(top.totalHits.value()).append(",\"hits\":[");
        StoredFields stored = searcher.storedFields();
        int i = 0;
        for (ScoreDoc hit : top.scoreDocs) {
            Document document = stored.document(hit.doc, Set.of(URL, TITLE));
            json.append("{\"url\":\"").append(escaped(document.get(URL)));
            json.append("\",\"title\":\"").append(escaped(document.get(TITLE)));
            json.append("\",\"snippet\":\"").append(escaped(snippets[i++])).append("\"},");
        }
        json.append("],\"facets\":[");
        List<FacetResult> dimensions =
                facets == null ? List.of() : new SortedSetDocValuesFacetCounts(facets, matching).getAllDims(TOP_VALUES);
        for (FacetResult counts : dimensions) {
            for (var value : counts.labelValues) {
                json.append('"')
                        .append(escaped(value.label))
                        .append("\":")
                        .append(value.value)
                        .append(',');
            }
        }
        return json.append("]}").toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public void close() throws IOException {
        reader.close();
        analyzer.close();
    }
}
