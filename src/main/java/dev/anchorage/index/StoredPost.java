package dev.anchorage.index;

import dev.anchorage.section.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What the index stores of a post's sections, all in one place, since whoever shows one of them needs the others'
/// texts to say which words stand there only once. Immutable.
///
/// @param text  of all sections, the shown parts of each in the order of {@link SectionField}, a line end behind each
/// @param sections  in document order
public record StoredPost(String text, List<StoredSection> sections) {
    private static final String TEXT = "text";
    private static final String OUTLINE = "outline";

    /// The stored fields that are read.
    public static final Set<String> FIELDS = Set.of(TEXT, OUTLINE);

    private static final List<SectionField> SHOWN =
            List.of(SectionField.HEADING, SectionField.FIGURES, SectionField.BODY, SectionField.CODE);

    /// Adds the sections of a post to what is stored with it.
    static void store(List<Section> sections, Document document) {
        StringBuilder text = new StringBuilder();
        ByteBuffersDataOutput outline = new ByteBuffersDataOutput();
        try {
            outline.writeVInt(sections.size());
            SectionOutline before = SectionOutline.NONE;
            for (Section section : sections) {
                for (SectionField part : SHOWN) {
                    String own = textOf(section, part);
                    outline.writeVInt(own.length());
                    text.append(own).append(own.isEmpty() ? "" : "\n");
                }
                SectionOutline own = SectionOutline.of(section);
                own.write(outline, before, section.heading());
                before = own;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        document.add(new StoredField(TEXT, text.toString()));
        document.add(new StoredField(OUTLINE, new BytesRef(outline.toArrayCopy())));
    }

    /// Adds the headings of a post to what is stored with it, and nothing else.
    static void storeHeadings(List<StoredSection> sections, Document document) {
        StringBuilder text = new StringBuilder();
        ByteBuffersDataOutput outline = new ByteBuffersDataOutput();
        try {
            outline.writeVInt(sections.size());
            for (StoredSection section : sections) {
                String heading = section.text(SectionField.HEADING);
                for (SectionField part : SHOWN) {
                    outline.writeVInt(part == SectionField.HEADING ? heading.length() : 0);
                }
                text.append(heading).append(heading.isEmpty() ? "" : "\n");
                SectionOutline.NONE.write(outline, SectionOutline.NONE, heading);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        document.add(new StoredField(TEXT, text.toString()));
        document.add(new StoredField(OUTLINE, new BytesRef(outline.toArrayCopy())));
    }

    private static String textOf(Section section, SectionField part) {
        return switch (part) {
            case HEADING -> section.heading();
            case FIGURES -> section.figures();
            case BODY -> section.text();
            case CODE -> section.code();
            case TITLE, HEADING_PATH, LABELS, SUMMARY -> "";
        };
    }

    /// Reads what is stored with a post.
    ///
    /// @param document  of the post, with the fields of {@link #FIELDS}
    public static StoredPost of(Document document) throws IOException {
        String text = document.get(TEXT);
        BytesRef bytes = document.getBinaryValue(OUTLINE);
        ByteArrayDataInput outline = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        List<StoredSection> sections = new ArrayList<>();
        int start = 0;
        SectionOutline before = SectionOutline.NONE;
        for (int count = outline.readVInt(); count > 0; count--) {
            int[] lengths = new int[SHOWN.size()];
            int end = start;
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = outline.readVInt();
                end += lengths[i] == 0 ? 0 : lengths[i] + 1;
            }
            String heading = text.substring(start, start + lengths[0]);
            before = SectionOutline.read(outline, before, heading);
            sections.add(new StoredSection(before, text, start, lengths));
            start = end;
        }
        return new StoredPost(text, sections);
    }

    /// What the index stores of a section. Immutable.
    public static final class StoredSection {
        private final SectionOutline outline;
        private final String texts;
        private final int first;
        private final int[] lengths;

        /// @param texts  of all sections
        /// @param first  where those of this one begin
        /// @param lengths  of its shown parts
        private StoredSection(SectionOutline outline, String texts, int first, int[] lengths) {
            this.outline = outline;
            this.texts = texts;
            this.first = first;
            this.lengths = lengths;
        }

        /// As {@link Section#headingPath}.
        public List<String> headingPath() {
            return outline.headingPath();
        }

        /// Name of the `AnchorSource` in lower case.
        public String anchorSource() {
            return outline.anchorSource().name().toLowerCase(Locale.ROOT);
        }

        /// The section's own; null: none.
        public @Nullable String anchor() {
            return outline.anchor();
        }

        /// Percent-encoded, of the anchor that the section links to, be it its own or an earlier one; null: it links to
        /// the post.
        public @Nullable String fragment() {
            return outline.fragment();
        }

        /// The text of a part that is shown; empty when the section has none.
        public String text(SectionField part) {
            int start = first + start(part);
            return texts.substring(start, start + lengths[SHOWN.indexOf(part)]);
        }

        /// Where the text of a part begins in the numbers in which the index counts the places of words, which go
        /// through all shown parts of a section.
        public int start(SectionField part) {
            int start = 0;
            for (int i = 0; i < SHOWN.indexOf(part); i++) {
                start += lengths[i] == 0 ? 0 : lengths[i] + 1;
            }
            return start;
        }
    }
}
