package dev.anchorage.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/// Posts that match, by their numbers in a {@link PostTable}, and how many of their documents do.
final class PostSet {
    private static final int CHECKED_EVERY = 1 << 12;

    private final FixedBitSet posts;
    private int documents;

    PostSet(FixedBitSet posts) {
        this.posts = posts;
    }

    /// All posts that aren't deleted.
    static PostSet all(PostTable table, IndexReader reader) {
        FixedBitSet posts = new FixedBitSet(Math.max(1, table.size()));
        posts.set(0, table.size());
        for (LeafReaderContext segment : reader.leaves()) {
            Bits live = segment.reader().getLiveDocs();
            for (int post = table.firstPost(segment.ord);
                    live != null && post < table.firstPost(segment.ord + 1);
                    post++) {
                if (!live.get(table.document(post) - segment.docBase)) {
                    posts.clear(post);
                }
            }
        }
        return new PostSet(posts);
    }

    /// The posts that match a query, or whose sections do.
    ///
    /// @param counted  posts whose matching documents are counted
    static PostSet of(Query query, IndexSnapshot snapshot, IndexSearcher searcher, TimeBudget budget, PostSet counted)
            throws IOException {
        PostTable table = snapshot.postTable();
        PostSet found = new PostSet(new FixedBitSet(Math.max(1, table.size())));
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : snapshot.reader().leaves()) {
            Scorer scorer = budget.isOver() ? null : weight.scorer(segment);
            if (scorer != null) {
                found.add(scorer.iterator(), segment, table, budget, counted);
            }
        }
        return found;
    }

    private void add(
            DocIdSetIterator matching, LeafReaderContext segment, PostTable table, TimeBudget budget, PostSet counted)
            throws IOException {
        Bits live = segment.reader().getLiveDocs();
        int looked = 0;
        for (int at = matching.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = matching.nextDoc()) {
            if (live == null || live.get(at)) {
                int post = table.postOf(segment.docBase + at);
                posts.set(post);
                documents += counted.posts.get(post) ? 1 : 0;
            }
            if (++looked % CHECKED_EVERY == 0 && budget.shouldExit()) {
                return;
            }
        }
    }

    /// Those that are in both.
    PostSet and(PostSet other) {
        FixedBitSet both = posts.clone();
        both.and(other.posts);
        return new PostSet(both);
    }

    /// Those that are in one of them.
    PostSet or(PostSet other) {
        FixedBitSet any = posts.clone();
        any.or(other.posts);
        return new PostSet(any);
    }

    /// Those that are not in the other.
    PostSet andNot(PostSet other) {
        FixedBitSet rest = posts.clone();
        rest.andNot(other.posts);
        return new PostSet(rest);
    }

    boolean isEmpty() {
        return posts.scanIsEmpty();
    }

    int size() {
        return posts.cardinality();
    }

    /// How many documents matched of the posts in which they were counted.
    int documentCount() {
        return documents;
    }

    /// The first post from one on; -1 when there is none.
    int next(int from) {
        int next = from >= posts.length() ? DocIdSetIterator.NO_MORE_DOCS : posts.nextSetBit(from);
        return next == DocIdSetIterator.NO_MORE_DOCS ? -1 : next;
    }
}
