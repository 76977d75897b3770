package dev.anchorage.index;

import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
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
        return kind.isNumber()
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
        return kind.isNumber() ? Long.toString(number) : bytes.utf8ToString();
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
            case DAY -> new LongField(name, number, Field.Store.YES);
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
        NUMBER,
        /// Days since 1970, as point, doc values and stored.
        DAY;

        boolean isNumber() {
            return this == NUMBER || this == DAY;
        }

        private static Kind of(IndexableField field) {
            boolean isTerm = field.fieldType().indexOptions() != IndexOptions.NONE;
            DocValuesType docValues = field.fieldType().docValuesType();
            if (isTerm) {
                return field.fieldType().stored() ? STORED_TERM : TERM;
            }
            if (field.fieldType().pointDimensionCount() > 0) {
                return DAY;
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
