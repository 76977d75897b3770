package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.BlockField;
import dev.anchorage.index.CountedTerms;
import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.PostBlock;
import dev.anchorage.index.PostBlock.BlockSection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Some posts of an archive as an index that Lucene searches, with the dictionary of all: every word of the archive is
/// there with its number of sections, but leads only to the posts at hand. Nothing is copied or written, words are
/// looked up in the posts when they are asked for. It needs no closing. Thread-safe.
final class PostsAtHand extends BareReader {
    private final List<PostBlock> posts;
    private final ArchiveFacts facts;

    /// The first document of each post, and behind the last.
    private final int[] starts;

    private final Map<String, DictionaryTerms> fields = new ConcurrentHashMap<>();
    private final Map<String, ValuesAtHand> values = new ConcurrentHashMap<>();

    /// Begins with a post that has no sections, so that there is a document even without any other.
    private PostsAtHand(List<PostBlock> some, ArchiveFacts facts) {
        this.facts = facts;
        posts = new ArrayList<>(List.of(PostBlock.NOBODY));
        posts.addAll(some);
        starts = new int[posts.size() + 1];
        for (int i = 0; i < posts.size(); i++) {
            starts[i + 1] = starts[i] + posts.get(i).sections().size() + 1;
        }
    }

    /// One part for each blog, in their order.
    ///
    /// @param blogs  the facts of each
    /// @param posts  of each
    static IndexReader of(List<ArchiveFacts> blogs, List<List<PostBlock>> posts) throws IOException {
        List<IndexReader> parts = new ArrayList<>();
        for (int i = 0; i < blogs.size(); i++) {
            parts.add(new PostsAtHand(posts.get(i), blogs.get(i)));
        }
        return parts.size() == 1 ? parts.getFirst() : new MultiReader(parts.toArray(IndexReader[]::new));
    }

    @Override
    public int maxDoc() {
        return starts[posts.size()];
    }

    @Override
    public int numDocs() {
        return maxDoc();
    }

    private int documentOf(int post) {
        return starts[post + 1] - 1;
    }

    private int postOf(int document) {
        int low = 0;
        int high = posts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= document) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// What a section has.
    ///
    /// @return null when the document is a post, or the section has none
    private <T> @Nullable T ofSection(int document, Function<BlockSection, @Nullable T> value) {
        int post = postOf(document);
        return document == documentOf(post)
                ? null
                : value.apply(posts.get(post).sections().get(document - starts[post]));
    }

    /// The fields of a post with a name.
    ///
    /// @return none when the document is a section
    private List<BlockField> ofPost(int document, String field, BlockField.Kind kind) {
        int post = postOf(document);
        return document != documentOf(post)
                ? List.of()
                : posts.get(post).fields().stream()
                        .filter(each -> each.kind() == kind && each.name().equals(field))
                        .toList();
    }

    @Override
    public @Nullable Terms terms(String field) {
        DictionaryTerms terms = fields.computeIfAbsent(
                field, first -> IndexSchema.isText(field) ? words(IndexSchema.languageOf(field)) : labels(field));
        return terms.size() == 0 ? null : terms;
    }

    private DictionaryTerms words(String language) {
        return new DictionaryTerms(
                facts.termsOf(IndexSchema.text(language)),
                facts.sectionsIn(language),
                true,
                word -> PlacesAtHand.of(word, language, posts, starts));
    }

    /// Terms that whole documents have.
    private DictionaryTerms labels(String field) {
        Map<BytesRef, List<Integer>> documents = new TreeMap<>();
        for (int post = 0; post < posts.size(); post++) {
            if (field.equals(IndexSchema.KIND)) {
                BytesRef section = new BytesRef(IndexSchema.KIND_SECTION);
                for (int document = starts[post]; document < documentOf(post); document++) {
                    documents
                            .computeIfAbsent(section, first -> new ArrayList<>())
                            .add(document);
                }
            }
            for (BlockField each : posts.get(post).fields()) {
                if (each.kind().isTerm() && each.name().equals(field)) {
                    documents
                            .computeIfAbsent(each.bytes(), first -> new ArrayList<>())
                            .add(documentOf(post));
                }
            }
        }
        CountedTerms dictionary = facts.termsOf(field);
        return new DictionaryTerms(
                dictionary.size() == 0 ? counted(documents) : dictionary,
                0,
                false,
                term -> PlacesAtHand.of(documents.getOrDefault(term, List.of())));
    }

    private static CountedTerms counted(Map<BytesRef, List<Integer>> documents) {
        Map<BytesRef, Integer> counts = new HashMap<>();
        documents.forEach((term, all) -> counts.put(term, all.size()));
        return CountedTerms.of(counts);
    }

    @Override
    public NumericDocValues getNumericDocValues(String field) {
        return ValuesAtHand.numbers(maxDoc(), document -> {
            Long ofSection = field.equals(IndexSchema.MEASURES) ? ofSection(document, BlockSection::lengths) : null;
            return ofSection == null
                    ? first(ofPost(document, field, BlockField.Kind.NUMBER), BlockField::number)
                    : ofSection;
        });
    }

    private static <T> @Nullable T first(List<BlockField> fields, Function<BlockField, T> value) {
        return fields.isEmpty() ? null : value.apply(fields.getFirst());
    }

    @Override
    public SortedDocValues getSortedDocValues(String field) {
        return values(field, BlockField.Kind.SORTED).sorted();
    }

    @Override
    public SortedSetDocValues getSortedSetDocValues(String field) {
        return values(field, BlockField.Kind.SORTED_SET).sortedSet();
    }

    private ValuesAtHand values(String field, BlockField.Kind kind) {
        return values.computeIfAbsent(
                field,
                first -> new ValuesAtHand(
                        maxDoc(),
                        field.equals(IndexSchema.OWN_ANCHOR) ? this::anchors : () -> valuesOfPosts(field, kind)));
    }

    private Map<Integer, List<BytesRef>> anchors() {
        Map<Integer, List<BytesRef>> anchors = new HashMap<>();
        for (int document = 0; document < maxDoc(); document++) {
            String anchor = ofSection(document, BlockSection::anchor);
            if (anchor != null) {
                anchors.put(document, List.of(new BytesRef(anchor)));
            }
        }
        return anchors;
    }

    private Map<Integer, List<BytesRef>> valuesOfPosts(String field, BlockField.Kind kind) {
        Map<Integer, List<BytesRef>> values = new HashMap<>();
        for (int post = 0; post < posts.size(); post++) {
            List<BytesRef> own = ofPost(documentOf(post), field, kind).stream()
                    .map(BlockField::bytes)
                    .toList();
            if (!own.isEmpty()) {
                values.put(documentOf(post), own);
            }
        }
        return values;
    }

    @Override
    public StoredFields storedFields() {
        return new StoredFields() {
            @Override
            public void document(int document, StoredFieldVisitor visitor) throws IOException {
                int post = postOf(document);
                if (document == documentOf(post)) {
                    visit(posts.get(post), visitor);
                }
            }
        };
    }

    private static void visit(PostBlock post, StoredFieldVisitor visitor) throws IOException {
        List<BlockField> stored = new ArrayList<>(post.textFields());
        post.fields().stream().filter(field -> field.kind().isStored()).forEach(stored::add);
        for (BlockField field : stored) {
            FieldInfo info = BareReader.info(field.name());
            if (visitor.needsField(info) == StoredFieldVisitor.Status.YES) {
                if (field.kind() == BlockField.Kind.BYTES) {
                    visitor.binaryField(info, BytesRef.deepCopyOf(field.bytes()).bytes);
                } else {
                    visitor.stringField(info, field.text());
                }
            }
        }
    }
}
