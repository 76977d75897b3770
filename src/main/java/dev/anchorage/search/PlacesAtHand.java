package dev.anchorage.search;

import dev.anchorage.index.BlockWords;
import dev.anchorage.index.PostBlock;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Where a term stands in some documents. Immutable once it is made.
final class PlacesAtHand {
    private static final PlacesAtHand NOWHERE = new PlacesAtHand();

    private int[] documents = new int[4];

    /// Where the places of each document begin among all.
    private int[] firsts = new int[4];

    private int size;
    private int[] positions = new int[8];
    private int[] ranges = new int[16];
    private int places;

    private PlacesAtHand() {}

    /// Of a term that whole documents have.
    ///
    /// @param documents  ascending
    static PlacesAtHand of(List<Integer> documents) {
        PlacesAtHand all = new PlacesAtHand();
        documents.forEach(document -> all.add(document, -1, -1, -1));
        return all;
    }

    /// Of a word in the sections of a language.
    ///
    /// @param starts  the first document of each post
    static PlacesAtHand of(BytesRef word, String language, List<PostBlock> posts, int[] starts) {
        PlacesAtHand all = new PlacesAtHand();
        for (int i = 0; i < posts.size(); i++) {
            PostBlock post = posts.get(i);
            BlockWords words = post.words();
            int number = words.find(word);
            if (number >= 0) {
                int first = starts[i];
                words.forEachPlace(number, (section, position, start, end) -> {
                    if (post.sections().get(section).language().equals(language)) {
                        all.add(first + section, position, start, end);
                    }
                });
            }
        }
        return all.size == 0 ? NOWHERE : all;
    }

    private void add(int document, int position, int start, int end) {
        if (size == 0 || documents[size - 1] != document) {
            documents = ArrayUtil.grow(documents, size + 1);
            firsts = ArrayUtil.grow(firsts, size + 1);
            documents[size] = document;
            firsts[size++] = places;
        }
        positions = ArrayUtil.grow(positions, places + 1);
        ranges = ArrayUtil.grow(ranges, 2 * places + 2);
        ranges[2 * places] = start;
        ranges[2 * places + 1] = end;
        positions[places++] = position;
    }

    /// In the order of documents, before the first.
    PostingsEnum postings() {
        return new Cursor();
    }

    private final class Cursor extends PostingsEnum {
        private int at = -1;
        private int next;
        private int end;

        @Override
        public int docID() {
            return at < 0 ? -1 : at < size ? documents[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            if (at >= size) {
                at = size;
                return NO_MORE_DOCS;
            }
            next = firsts[at];
            end = at + 1 < size ? firsts[at + 1] : places;
            return documents[at];
        }

        @Override
        public int advance(int target) {
            int document = nextDoc();
            while (document < target) {
                document = nextDoc();
            }
            return document;
        }

        @Override
        public long cost() {
            return size;
        }

        @Override
        public int freq() {
            return end - firsts[at];
        }

        @Override
        public int nextPosition() {
            return positions[next++];
        }

        @Override
        public int startOffset() {
            return ranges[2 * next - 2];
        }

        @Override
        public int endOffset() {
            return ranges[2 * next - 1];
        }

        @Override
        public @Nullable BytesRef getPayload() {
            return null;
        }
    }
}
