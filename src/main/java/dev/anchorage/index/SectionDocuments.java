package dev.anchorage.index;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.post.Post;
import dev.anchorage.post.Visibility;
import dev.anchorage.section.Link;
import dev.anchorage.section.LinkAddress;
import dev.anchorage.section.Section;
import dev.anchorage.section.SectionedPost;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Turns a post and its sections into the block of Lucene documents that {@link IndexSchema} describes. Thread-safe.
final class SectionDocuments {
    /// Lucene refuses longer terms; a facet value or a path beyond it is cut, which only ever happens to nonsense.
    private static final int MAX_TERM_CHARS = 8_000;

    /// Words with their places, also in the text, so that what matches is marked without reading it anew.
    static final FieldType PLACED = placed();

    private final FacetsConfig facets = IndexSchema.facets();
    private final SectionAnalyzer analyzer;
    private final @Nullable String defaultLanguage;
    private final boolean hasLocationHierarchy;

    /// @param defaultLanguage  a BCP 47 tag for posts that name no language and whose text doesn't tell; null: none
    /// @param hasLocationHierarchy  locations also count as the places they lie in
    SectionDocuments(SectionAnalyzer analyzer, @Nullable String defaultLanguage, boolean hasLocationHierarchy) {
        this.analyzer = analyzer;
        this.defaultLanguage = defaultLanguage;
        this.hasLocationHierarchy = hasLocationHierarchy;
    }

    /// Reads beforehand, while the first post is being cut, what every post needs: the words that tell languages
    /// and the dictionary of English. That takes as long as cutting a post.
    static void readWords() {
        LanguageGuess.of("");
        SectionAnalyzer.readDictionary();
    }

    private static FieldType placed() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    /// The term that all documents of a post share.
    static Term byPath(String path) {
        return new Term(IndexSchema.PATH, cut(path));
    }

    /// The block of a post: its sections in document order, then the post.
    ///
    /// @param fingerprint  of the source file, as the next update will compare it
    List<Document> of(SectionedPost sectioned, String fingerprint) throws IOException {
        PostLanguage language = PostLanguage.of(sectioned, defaultLanguage);
        List<Document> block = new ArrayList<>(sectioned.sections().size() + 1);
        Map<String, Context> contexts = new TreeMap<>();
        long words = 0;
        for (Section section : sectioned.sections()) {
            String key = language.keyOf(section);
            Context context = contexts.get(key);
            if (context == null) {
                context = Context.of(sectioned, key, analyzer);
                words += contexts.isEmpty() ? context.words() : 0;
                contexts.put(key, context);
            }
            Map<SectionField, PartTokens> parts = parts(section, context);
            words += ownWords(parts);
            block.add(section(sectioned.post(), section, context, parts));
        }
        Document post = post(sectioned, language.tag(), fingerprint);
        StoredPost.store(sectioned.sections(), post);
        contexts.keySet().forEach(key -> post.add(new StringField(IndexSchema.ANALYSED_AS, key, Field.Store.NO)));
        post.add(new NumericDocValuesField(
                IndexSchema.MEASURES, Measures.ofPost(words, sectioned.post().date())));
        linksOf(sectioned).forEach(address -> post.add(new StringField(IndexSchema.LINKS_TO, address, Field.Store.NO)));
        block.add(facets.build(post));
        return block;
    }

    private static int ownWords(Map<SectionField, PartTokens> parts) {
        int words = 0;
        for (Map.Entry<SectionField, PartTokens> part : parts.entrySet()) {
            words += part.getKey().isShown() ? part.getValue().words() : 0;
        }
        return words;
    }

    private Map<SectionField, PartTokens> parts(Section section, Context context) throws IOException {
        Map<SectionField, PartTokens> parts = new EnumMap<>(SectionField.class);
        parts.put(SectionField.TITLE, context.title());
        parts.put(SectionField.LABELS, context.labels());
        if (section.isLead()) {
            parts.put(SectionField.SUMMARY, context.summary());
        }
        parts.put(SectionField.HEADING_PATH, context.analysed(above(section)));
        parts.put(SectionField.HEADING, context.analysed(section.heading()));
        parts.put(SectionField.FIGURES, context.analysed(section.figures()));
        parts.put(SectionField.BODY, context.analysed(section.text()));
        parts.put(SectionField.CODE, context.analysed(section.code()));
        parts.values().removeIf(tokens -> tokens == PartTokens.NONE);
        return parts;
    }

    private static Set<String> linksOf(SectionedPost sectioned) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Section section : sectioned.sections()) {
            for (Link link : section.links()) {
                LinkAddress.of(link, sectioned.post())
                        .map(SectionDocuments::cut)
                        .ifPresent(address -> {
                            addresses.add(address);
                            addresses.add(LinkAddress.withoutFragment(address));
                        });
            }
        }
        return addresses;
    }

    private static Document section(Post post, Section section, Context context, Map<SectionField, PartTokens> parts) {
        Document document = new Document();
        document.add(new StringField(IndexSchema.KIND, IndexSchema.KIND_SECTION, Field.Store.NO));
        document.add(new StringField(IndexSchema.PATH, cut(post.path()), Field.Store.NO));
        if (section.anchor() != null) {
            document.add(new SortedDocValuesField(IndexSchema.OWN_ANCHOR, new BytesRef(cut(section.anchor()))));
        }
        document.add(new Field(context.field(), new SectionTokens(parts), PLACED));
        if (!parts.isEmpty()) {
            document.add(
                    new StringField(IndexSchema.WORDS_IN, IndexSchema.languageOf(context.field()), Field.Store.NO));
        }
        document.add(new NumericDocValuesField(IndexSchema.MEASURES, Measures.ofSection(parts)));
        return document;
    }

    private static String above(Section section) {
        List<String> path = section.headingPath();
        return path.size() < 2 ? "" : String.join("\n", path.subList(0, path.size() - 1));
    }

    private static List<String> labels(Post post) {
        List<String> labels = new ArrayList<>(post.tags());
        labels.addAll(post.categories());
        labels.addAll(post.locations());
        labels.addAll(post.authors());
        if (post.series() != null) {
            labels.add(post.series());
        }
        return labels;
    }

    private Document post(SectionedPost sectioned, @Nullable String language, String fingerprint) {
        Post post = sectioned.post();
        Document document = new Document();
        document.add(new StringField(IndexSchema.KIND, IndexSchema.KIND_POST, Field.Store.NO));
        document.add(new StringField(IndexSchema.PATH, cut(post.path()), Field.Store.YES));
        document.add(new SortedDocValuesField(IndexSchema.PATH_ORDER, new BytesRef(cut(post.path()))));
        document.add(new BinaryDocValuesField(IndexSchema.FINGERPRINT, new BytesRef(fingerprint)));
        document.add(new StringField(IndexSchema.PERMALINK, cut(post.permalink()), Field.Store.YES));
        document.add(new SortedDocValuesField(IndexSchema.PERMALINK, new BytesRef(cut(post.permalink()))));
        document.add(new StoredField(IndexSchema.POST_TITLE, sectioned.title()));
        if (post.date() != null) {
            document.add(new NumericDocValuesField(IndexSchema.DATE, post.date().toEpochDay()));
        }
        if (post.visibility() instanceof Visibility.Published published && published.until() != null) {
            document.add(new NumericDocValuesField(
                    IndexSchema.EXPIRES, published.until().toEpochMilli()));
        }
        storeIfPresent(
                document,
                IndexSchema.UPDATED,
                post.updated() == null ? null : post.updated().toString());
        storeIfPresent(document, IndexSchema.POST_SUMMARY, post.summary());
        storeIfPresent(document, IndexSchema.SERIES, post.series());
        storeIfPresent(document, IndexSchema.POST_LANGUAGE, language);
        addFacets(document, post);
        addFacet(document, Facet.LANGUAGE, language == null ? List.of() : List.of(language));
        return document;
    }

    private void addFacets(Document document, Post post) {
        addFacet(document, Facet.TAG, post.tags());
        addLocations(document, post.locations());
        addFacet(document, Facet.CATEGORY, post.categories());
        addFacet(document, Facet.AUTHOR, post.authors());
        LocalDate date = post.date();
        addFacet(document, Facet.YEAR, date == null ? List.of() : List.of(Integer.toString(date.getYear())));
    }

    /// Shown as the author named them, counted also as what they lie in.
    private void addLocations(Document document, List<String> authored) {
        List<String> locations = hasLocationHierarchy ? LocationHierarchy.tidied(authored) : authored;
        show(document, Facet.LOCATION, locations);
        count(document, Facet.LOCATION, hasLocationHierarchy ? LocationHierarchy.withEnclosing(locations) : locations);
    }

    private static void addFacet(Document document, Facet facet, List<String> values) {
        show(document, facet, values);
        count(document, facet, values);
    }

    private static void show(Document document, Facet facet, List<String> values) {
        distinct(values).values().forEach(value -> document.add(new StoredField(facet.key(), value)));
    }

    private static void count(Document document, Facet facet, List<String> values) {
        distinct(values).forEach((folded, value) -> {
            document.add(new SortedSetDocValuesFacetField(facet.key(), value));
            document.add(new StringField(facet.filterField(), folded, Field.Store.NO));
        });
    }

    /// Values that differ only in case count once for a post, in the spelling that comes first.
    private static Map<String, String> distinct(List<String> values) {
        Map<String, String> distinct = new LinkedHashMap<>();
        for (String value : values) {
            if (!value.isBlank()) {
                distinct.putIfAbsent(cut(Facet.fold(value)), cut(value.strip()));
            }
        }
        return distinct;
    }

    private static void storeIfPresent(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.add(new StoredField(field, value));
        }
    }

    private static String cut(String value) {
        return value.length() <= MAX_TERM_CHARS ? value : value.substring(0, MAX_TERM_CHARS);
    }

    /// What all sections of a post have in common in a language.
    private record Context(
            SectionAnalyzer analyzer, String field, PartTokens title, PartTokens labels, PartTokens summary) {
        static Context of(SectionedPost sectioned, String language, SectionAnalyzer analyzer) throws IOException {
            String field = IndexSchema.text(language);
            String summary = sectioned.post().summary();
            return new Context(
                    analyzer,
                    field,
                    PartTokens.of(analyzer, field, sectioned.title()),
                    PartTokens.of(analyzer, field, String.join("\n", SectionDocuments.labels(sectioned.post()))),
                    PartTokens.of(analyzer, field, summary == null ? "" : summary));
        }

        PartTokens analysed(String text) throws IOException {
            return PartTokens.of(analyzer, field, text);
        }

        /// The title counts twice, since a word in it says more about the post than one in the text.
        int words() {
            return 2 * title.words() + labels.words() + summary.words();
        }
    }
}
