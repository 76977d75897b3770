package dev.anchorage.search;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The values that some documents have in a field, numbered in the order of their bytes. Numbered when they are first
/// asked for. Thread-safe.
final class ValuesAtHand {
    private final int documents;
    private final Supplier<Map<Integer, List<BytesRef>>> ofDocuments;
    private volatile @Nullable Table table;

    /// @param documents  how many there are
    /// @param ofDocuments  gives the values of those that have the field
    ValuesAtHand(int documents, Supplier<Map<Integer, List<BytesRef>>> ofDocuments) {
        this.documents = documents;
        this.ofDocuments = ofDocuments;
    }

    private Table table() {
        Table made = table;
        if (made == null) {
            made = Table.of(ofDocuments.get());
            table = made;
        }
        return made;
    }

    /// Of documents that have one value at most.
    SortedDocValues sorted() {
        return SortedSetSelector.wrap(sortedSet(), SortedSetSelector.Type.MIN);
    }

    SortedSetDocValues sortedSet() {
        return new Several();
    }

    /// Numbers, which are not ordered.
    ///
    /// @param documents  how many there are
    /// @param ofDocument  its value; null when it has not the field
    static NumericDocValues numbers(int documents, IntFunction<@Nullable Long> ofDocument) {
        return new Numbers(documents, ofDocument);
    }

    private final class Several extends SortedSetDocValues {
        private final Cursor documents = new Cursor(
                ValuesAtHand.this.documents, document -> table().numbers.containsKey(document));
        private int next;

        @Override
        public long nextOrd() {
            return table().of(documents.docID())[next++];
        }

        @Override
        public int docValueCount() {
            return table().of(documents.docID()).length;
        }

        @Override
        public BytesRef lookupOrd(long number) {
            return table().all.get((int) number);
        }

        @Override
        public long getValueCount() {
            return table().all.size();
        }

        @Override
        public boolean advanceExact(int target) {
            next = 0;
            return documents.advanceExact(target);
        }

        @Override
        public int docID() {
            return documents.docID();
        }

        @Override
        public int nextDoc() {
            next = 0;
            return documents.nextDoc();
        }

        @Override
        public int advance(int target) {
            next = 0;
            return documents.advance(target);
        }

        @Override
        public long cost() {
            return documents.cost();
        }
    }

    /// @param all  values, ascending
    /// @param numbers  of the values of each document that has any, ascending
    private record Table(List<BytesRef> all, Map<Integer, int[]> numbers) {
        static Table of(Map<Integer, List<BytesRef>> values) {
            List<BytesRef> all = values.values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .sorted()
                    .toList();
            Map<Integer, int[]> numbers = new HashMap<>();
            values.forEach((document, own) -> numbers.put(
                    document,
                    own.stream()
                            .mapToInt(value -> Collections.binarySearch(all, value))
                            .distinct()
                            .sorted()
                            .toArray()));
            return new Table(all, numbers);
        }

        int[] of(int document) {
            return Objects.requireNonNull(numbers.get(document));
        }
    }

    private static final class Numbers extends NumericDocValues {
        private final Cursor documents;
        private final IntFunction<@Nullable Long> ofDocument;

        Numbers(int documents, IntFunction<@Nullable Long> ofDocument) {
            this.documents = new Cursor(documents, document -> ofDocument.apply(document) != null);
            this.ofDocument = ofDocument;
        }

        @Override
        public long longValue() {
            return Objects.requireNonNull(ofDocument.apply(documents.docID()));
        }

        @Override
        public boolean advanceExact(int target) {
            return documents.advanceExact(target);
        }

        @Override
        public int docID() {
            return documents.docID();
        }

        @Override
        public int nextDoc() {
            return documents.nextDoc();
        }

        @Override
        public int advance(int target) {
            return documents.advance(target);
        }

        @Override
        public long cost() {
            return documents.cost();
        }
    }

    /// Goes through the documents that have a value.
    private static final class Cursor extends DocIdSetIterator {
        private final int end;
        private final IntPredicate has;
        private int at = -1;

        Cursor(int end, IntPredicate has) {
            this.end = end;
            this.has = has;
        }

        boolean advanceExact(int target) {
            at = target;
            return has.test(target);
        }

        @Override
        public int docID() {
            return at;
        }

        @Override
        public int nextDoc() {
            return advance(at + 1);
        }

        @Override
        public int advance(int target) {
            at = target;
            while (at < end && !has.test(at)) {
                at++;
            }
            at = at < end ? at : NO_MORE_DOCS;
            return at;
        }

        @Override
        public long cost() {
            return end;
        }
    }
}
