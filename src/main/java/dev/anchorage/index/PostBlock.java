package dev.anchorage.index;

import dev.anchorage.index.BlockWords.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The block of a post with its words already cut, so that it can be kept elsewhere than in an index of Lucene's and
/// be searched like the same documents again. Immutable.
///
/// @param sections  in document order
/// @param words  of all sections
/// @param fields  of the post, but for the text
/// @param packedText  the fields of {@link StoredPost#FIELDS}, as {@link BlockCodec#packed} makes them small
public record PostBlock(List<BlockSection> sections, BlockWords words, List<BlockField> fields, BytesRef packedText) {
    /// What an object takes besides its content, about.
    private static final int OVERHEAD = 100;

    /// A post without sections that nothing finds.
    public static final PostBlock NOBODY = nobody();

    private static PostBlock nobody() {
        Document nobody = new Document();
        nobody.add(new StringField(IndexSchema.KIND, IndexSchema.KIND_POST, Field.Store.NO));
        StoredPost.storeHeadings(List.of(), nobody);
        return of(List.of(), BlockWords.NONE, nobody);
    }

    /// Reads a block.
    ///
    /// @param block  as {@link StoreUpdate#replace} gets it
    public static PostBlock of(List<Document> block) throws IOException {
        Map<BytesRef, List<Place>> places = new HashMap<>();
        List<BlockSection> sections = new ArrayList<>();
        for (Document section : block.subList(0, block.size() - 1)) {
            sections.add(section(section, sections.size(), places));
        }
        return of(sections, BlockWords.of(places), block.getLast());
    }

    private static PostBlock of(List<BlockSection> sections, BlockWords words, Document post) {
        List<BlockField> fields = new ArrayList<>();
        List<BlockField> text = new ArrayList<>();
        for (IndexableField field : post) {
            (StoredPost.FIELDS.contains(field.name()) ? text : fields).add(BlockField.of(field));
        }
        return new PostBlock(List.copyOf(sections), words, List.copyOf(fields), BlockCodec.packed(text));
    }

    private static BlockSection section(Document section, int number, Map<BytesRef, List<Place>> places)
            throws IOException {
        String language = "";
        String anchor = null;
        long lengths = 0;
        for (IndexableField field : section) {
            if (field.name().equals(IndexSchema.OWN_ANCHOR)) {
                anchor = field.binaryValue().utf8ToString();
            } else if (field.name().equals(IndexSchema.MEASURES)) {
                lengths = field.numericValue().longValue();
            } else if (IndexSchema.isText(field.name())) {
                language = IndexSchema.languageOf(field.name());
                addPlaces(((Field) field).tokenStreamValue(), number, places);
            }
        }
        return new BlockSection(language, lengths, anchor);
    }

    private static void addPlaces(TokenStream stream, int section, Map<BytesRef, List<Place>> places)
            throws IOException {
        CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
        PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
        OffsetAttribute range = stream.getAttribute(OffsetAttribute.class);
        int position = -1;
        stream.reset();
        while (stream.incrementToken()) {
            position += step.getPositionIncrement();
            places.computeIfAbsent(new BytesRef(term), first -> new ArrayList<>())
                    .add(new Place(section, position, range.startOffset(), range.endOffset()));
        }
        stream.end();
    }

    /// The block without words and without any text but headings.
    public PostBlock headings() throws IOException {
        Document reduced = new Document();
        StoredPost.storeHeadings(StoredPost.of(text()).sections(), reduced);
        fields.forEach(field -> reduced.add(field.toLucene()));
        return of(List.of(), BlockWords.NONE, reduced);
    }

    /// The text of all sections, in the fields of {@link StoredPost#FIELDS}.
    private Document text() throws IOException {
        Document text = new Document();
        textFields().forEach(field -> text.add(field.toLucene()));
        return text;
    }

    /// The fields of {@link StoredPost#FIELDS}.
    public List<BlockField> textFields() throws IOException {
        return BlockCodec.unpacked(packedText);
    }

    /// The path of the post's file, by which it is replaced.
    public String path() {
        return Objects.requireNonNullElse(value(IndexSchema.PATH), "");
    }

    /// The first value of a field of the post; null: it has none.
    public @Nullable String value(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(BlockField::text)
                .findFirst()
                .orElse(null);
    }

    /// All values of a field of the post that has one structure only.
    public List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(BlockField::text)
                .toList();
    }

    /// About how much memory it takes, in bytes.
    public int memory() {
        return words.memory() + packedText.length + OVERHEAD * (1 + sections.size() + fields.size());
    }

    /// A section of a post.
    ///
    /// @param language  key of the language in which it was analysed
    /// @param lengths  as {@link IndexSchema#MEASURES}
    /// @param anchor  its own; null: none
    public record BlockSection(
            String language, long lengths, @Nullable String anchor) {}

    /// A word of a section where it stands.
    ///
    /// @param term  as {@link WordTerm} spells it
    /// @param position  as {@link SectionField} says
    public record Occurrence(BytesRef term, int position) {}
}
