package dev.anchorage.index;

import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/// A field of a post, as {@link IndexSchema} describes it.
///
/// @param bytes  the value: text in UTF-8, or bytes; empty for numbers
/// @param number  the value of a number
public record BlockField(String name, Kind kind, BytesRef bytes, long number) {

    static BlockField of(IndexableField field) {
        Kind kind = Kind.of(field);
        return kind == Kind.NUMBER
                ? new BlockField(
                        field.name(), kind, new BytesRef(), field.numericValue().longValue())
                : new BlockField(field.name(), kind, bytes(field), 0);
    }

    private static BytesRef bytes(IndexableField field) {
        BytesRef binary = field.binaryValue();
        return binary == null ? new BytesRef(Objects.requireNonNull(field.stringValue())) : binary;
    }

    /// The value as text.
    public String text() {
        return kind == Kind.NUMBER ? Long.toString(number) : bytes.utf8ToString();
    }

    Field toLucene() {
        return switch (kind) {
            case TERM -> new StringField(name, bytes.utf8ToString(), Field.Store.NO);
            case STORED_TERM -> new StringField(name, bytes.utf8ToString(), Field.Store.YES);
            case SORTED -> new SortedDocValuesField(name, bytes);
            case SORTED_SET -> new SortedSetDocValuesField(name, bytes);
            case BINARY -> new BinaryDocValuesField(name, bytes);
            case TEXT -> new StoredField(name, bytes.utf8ToString());
            case BYTES -> new StoredField(name, bytes);
            case NUMBER -> new NumericDocValuesField(name, number);
        };
    }

    /// What Lucene does with a field.
    public enum Kind {
        /// A term.
        TERM,
        /// A term that is stored, too.
        STORED_TERM,
        /// Sorted doc values.
        SORTED,
        /// A value of several in sorted doc values.
        SORTED_SET,
        /// Binary doc values.
        BINARY,
        /// Stored text.
        TEXT,
        /// Stored bytes.
        BYTES,
        /// Numeric doc values.
        NUMBER;

        /// Whether it is read from what is stored with a document.
        public boolean isStored() {
            return this == STORED_TERM || this == TEXT || this == BYTES;
        }

        /// Whether it is a term.
        public boolean isTerm() {
            return this == TERM || this == STORED_TERM;
        }

        private static Kind of(IndexableField field) {
            boolean isTerm = field.fieldType().indexOptions() != IndexOptions.NONE;
            DocValuesType docValues = field.fieldType().docValuesType();
            if (isTerm) {
                return field.fieldType().stored() ? STORED_TERM : TERM;
            }
            return switch (docValues) {
                case SORTED -> SORTED;
                case SORTED_SET -> SORTED_SET;
                case BINARY -> BINARY;
                case NUMERIC -> NUMBER;
                default -> field.stringValue() == null ? BYTES : TEXT;
            };
        }
    }
}
