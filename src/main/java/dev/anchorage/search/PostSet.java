package dev.anchorage.search;

import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Posts that match, by their numbers in a {@link PostTable}, and how many of their documents do.
final class PostSet {
    private final FixedBitSet posts;
    private int documents;

    PostSet(FixedBitSet posts) {
        this.posts = posts;
    }

    /// All posts.
    static PostSet all(PostTable table) {
        FixedBitSet posts = new FixedBitSet(Math.max(1, table.size()));
        posts.set(0, table.size());
        return new PostSet(posts);
    }

    /// The posts that some documents are, or are sections of.
    ///
    /// @param documents  none that is deleted
    /// @param counted  posts whose documents are counted
    static PostSet of(FixedBitSet documents, PostTable table, PostSet counted) {
        PostSet found = new PostSet(table.postsOf(documents));
        if (counted.size() == table.size()) {
            found.documents = documents.cardinality();
            return found;
        }
        PostSet both = found.and(counted);
        for (int post = both.next(0); post >= 0; post = both.next(post + 1)) {
            found.documents += documents.cardinality(table.firstSection(post), table.document(post) + 1);
        }
        return found;
    }

    /// Those that are in both.
    PostSet and(PostSet other) {
        FixedBitSet both = posts.clone();
        both.and(other.posts);
        return new PostSet(both);
    }

    /// Those that are not in the other.
    PostSet andNot(PostSet other) {
        FixedBitSet rest = posts.clone();
        rest.andNot(other.posts);
        return new PostSet(rest);
    }

    boolean has(int post) {
        return posts.get(post);
    }

    boolean isEmpty() {
        return posts.scanIsEmpty();
    }

    int size() {
        return posts.cardinality();
    }

    /// Their numbers, ascending, for who goes through them several times.
    int[] numbers() {
        int[] numbers = new int[posts.cardinality() + Long.SIZE]; // Lucene writes a little more than it finds
        return Arrays.copyOf(numbers, posts.intoArray(0, posts.length(), 0, numbers));
    }

    /// How many documents matched of the posts in which they were counted.
    int documentCount() {
        return documents;
    }

    /// The first post from one on; -1 when there is none.
    int next(int from) {
        return next(posts, from);
    }

    /// The first number of a set from one on; -1 when there is none.
    static int next(FixedBitSet set, int from) {
        int next = from >= set.length() ? DocIdSetIterator.NO_MORE_DOCS : set.nextSetBit(from);
        return next == DocIdSetIterator.NO_MORE_DOCS ? -1 : next;
    }
}
