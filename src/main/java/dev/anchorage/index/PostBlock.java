package dev.anchorage.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The block of a post with its words already cut, so that it can be kept elsewhere than in an index of Lucene's and
/// become the same documents again. Immutable.
///
/// @param terms  all of the post, each once
/// @param sections  in document order
/// @param post  the fields of the post
public record PostBlock(List<BytesRef> terms, List<BlockSection> sections, List<BlockField> post) {

    /// Reads a block.
    ///
    /// @param block  as {@link StoreUpdate#replace} gets it
    public static PostBlock of(List<Document> block) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        List<BytesRef> terms = new ArrayList<>();
        List<BlockSection> sections = new ArrayList<>();
        for (Document section : block.subList(0, block.size() - 1)) {
            sections.add(section(section, numbers, terms));
        }
        List<BlockField> post = new ArrayList<>();
        for (IndexableField field : block.getLast()) {
            post.add(BlockField.of(field));
        }
        return new PostBlock(List.copyOf(terms), List.copyOf(sections), List.copyOf(post));
    }

    /// A post without sections that nothing finds.
    public static Document nobody() {
        Document nobody = new Document();
        nobody.add(new StringField(IndexSchema.KIND, IndexSchema.KIND_POST, Field.Store.NO));
        StoredPost.storeHeadings(List.of(), nobody);
        return nobody;
    }

    private static BlockSection section(Document section, Map<String, Integer> numbers, List<BytesRef> terms)
            throws IOException {
        String language = "";
        String anchor = null;
        long lengths = 0;
        List<Occurrence> words = List.of();
        for (IndexableField field : section) {
            if (field.name().equals(IndexSchema.OWN_ANCHOR)) {
                anchor = field.binaryValue().utf8ToString();
            } else if (field.name().equals(IndexSchema.LENGTHS)) {
                lengths = field.numericValue().longValue();
            } else if (IndexSchema.isText(field.name())) {
                language = IndexSchema.languageOf(field.name());
                words = words(((Field) field).tokenStreamValue(), numbers, terms);
            }
        }
        return new BlockSection(language, lengths, anchor, words);
    }

    private static List<Occurrence> words(TokenStream stream, Map<String, Integer> numbers, List<BytesRef> terms)
            throws IOException {
        CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
        PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
        OffsetAttribute range = stream.getAttribute(OffsetAttribute.class);
        List<Occurrence> words = new ArrayList<>();
        int position = -1;
        stream.reset();
        while (stream.incrementToken()) {
            position += step.getPositionIncrement();
            Integer number = numbers.get(term.toString());
            if (number == null) {
                number = terms.size();
                numbers.put(term.toString(), number);
                terms.add(new BytesRef(term));
            }
            words.add(new Occurrence(number, position, range.startOffset(), range.endOffset()));
        }
        stream.end();
        return List.copyOf(words);
    }

    /// The documents that the block was made of.
    public List<Document> documents() {
        List<Document> block = new ArrayList<>();
        for (BlockSection section : sections) {
            Document document = new Document();
            document.add(new StringField(IndexSchema.KIND, IndexSchema.KIND_SECTION, Field.Store.NO));
            if (section.anchor() != null) {
                document.add(new SortedDocValuesField(IndexSchema.OWN_ANCHOR, new BytesRef(section.anchor())));
            }
            document.add(new Field(
                    IndexSchema.text(section.language()),
                    new BlockTokens(terms, section.words()),
                    SectionDocuments.PLACED));
            document.add(new NumericDocValuesField(IndexSchema.LENGTHS, section.lengths()));
            block.add(document);
        }
        Document last = new Document();
        post.forEach(field -> last.add(field.toLucene()));
        block.add(last);
        return block;
    }

    /// The block without words and without any text but headings.
    public PostBlock headings() throws IOException {
        List<BlockField> fields = new ArrayList<>();
        Document stored = new Document();
        post.stream()
                .filter(field -> StoredPost.FIELDS.contains(field.name()))
                .forEach(field -> stored.add(field.toLucene()));
        Document reduced = new Document();
        StoredPost.storeHeadings(StoredPost.of(stored).sections(), reduced);
        reduced.forEach(field -> fields.add(BlockField.of(field)));
        post.stream().filter(field -> !StoredPost.FIELDS.contains(field.name())).forEach(fields::add);
        return new PostBlock(List.of(), List.of(), List.copyOf(fields));
    }

    /// The first value of a field of the post; null: it has none.
    public @Nullable String value(String name) {
        return post.stream()
                .filter(field -> field.name().equals(name))
                .map(BlockField::text)
                .findFirst()
                .orElse(null);
    }

    /// All values of a field of the post that has one structure only.
    public List<String> values(String name) {
        return post.stream()
                .filter(field -> field.name().equals(name))
                .map(BlockField::text)
                .toList();
    }

    /// A section of a post.
    ///
    /// @param language  key of the language in which it was analysed
    /// @param lengths  as {@link IndexSchema#LENGTHS}
    /// @param anchor  its own; null: none
    /// @param words  in order of their positions
    public record BlockSection(
            String language, long lengths, @Nullable String anchor, List<Occurrence> words) {}

    /// A word where it stands.
    ///
    /// @param term  its number among the terms of the post
    /// @param position  as {@link SectionField} says
    /// @param start  where it stands in the shown text, in UTF-16 code units
    /// @param end  behind it
    public record Occurrence(int term, int position, int start, int end) {}
}
