package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.Measures;
import dev.anchorage.search.PostRanking.FoundPost;
import dev.anchorage.search.SearchResponse.FacetValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/// Finds the posts whose sections match and that pass the filters, in order, and counts facets in posts. For one
/// answer; not thread-safe.
final class PostSearch {
    private final IndexSnapshot snapshot;
    private final Filters filters;
    private final MatchingSections sections;
    private final boolean countsFacets;
    private final PostTable table;
    private final PostSet narrowed;
    private final Map<Facet, PostSet> selected = new EnumMap<>(Facet.class);
    private PostSet passing;

    /// @param countsFacets  or leaves them out
    PostSearch(IndexSnapshot snapshot, IndexSearcher searcher, Filters filters, TimeBudget budget, boolean countsFacets)
            throws IOException {
        this.snapshot = snapshot;
        this.filters = filters;
        sections = new MatchingSections(snapshot, searcher, budget);
        this.countsFacets = countsFacets;
        table = snapshot.postTable();
        passing = snapshot.allPosts();
        Query narrowing = filters.narrowing();
        narrowed = narrowing == null ? snapshot.allPosts() : matching(narrowing);
        for (Map.Entry<Facet, Query> facet : filters.byFacet().entrySet()) {
            selected.put(facet.getKey(), matching(facet.getValue()));
        }
        passing = passing(narrowed, null);
    }

    /// All posts, whether they pass the filters or not.
    PostSet all() {
        return snapshot.allPosts();
    }

    /// Posts that match, or whose sections do, whether they pass the filters or not; documents are counted in posts
    /// that pass.
    PostSet matching(Query query) throws IOException {
        return PostSet.of(sections.of(query), table, passing);
    }

    /// Those of some posts that pass the filters.
    PostSet passing(PostSet posts) {
        return posts.and(passing);
    }

    private PostSet passing(PostSet posts, @Nullable Facet but) {
        PostSet left = posts;
        for (Map.Entry<Facet, PostSet> facet : selected.entrySet()) {
            left = facet.getKey() == but ? left : left.and(facet.getValue());
        }
        return left;
    }

    /// The values of all facets in the posts that match and pass the filters; a facet with values selected is counted
    /// as if it had none.
    Map<Facet, List<FacetValue>> facets(PostSet matching) throws IOException {
        Map<Facet, List<FacetValue>> counts = new EnumMap<>(Facet.class);
        FacetTable labels = countsFacets ? snapshot.facetTable().get() : null;
        if (labels != null) {
            PostSet narrow = matching.and(narrowed);
            int[] all = labels.count(passing(narrow, null).numbers());
            for (Facet facet : Facet.values()) {
                int[] counted = selected.containsKey(facet)
                        ? labels.count(passing(narrow, facet).numbers())
                        : all;
                counts.put(facet, labels.values(facet, counted, filters));
            }
        }
        return counts;
    }

    /// The best of some posts.
    ///
    /// @param weighed  those among which only posts with a score are meant
    /// @param withAll  others that are meant whether they have one or not
    /// @param look  scores them
    List<FoundPost> best(PostSet weighed, PostSet withAll, FirstLook look, int limit) {
        LongHeap highest = new LongHeap(limit);
        float least = Float.MIN_VALUE;
        int[] candidates = new int[limit];
        int count = 0;
        for (int post = 0; post < table.size(); post++) {
            float score = look.score(post);
            // Few get past the first comparison, so sets are asked about few.
            if (score >= least && (weighed.has(post) || withAll.has(post))) {
                highest.insertWithOverflow(NumericUtils.floatToSortableInt(score));
                least = highest.size() < limit ? least : NumericUtils.sortableIntToFloat((int) highest.top());
                candidates = ArrayUtil.grow(candidates, count + 1);
                candidates[count++] = post;
            }
        }
        Best best = new Best(this::compareScores, limit);
        for (int i = 0; i < count; i++) {
            float score = look.score(candidates[i]);
            if (score >= least) {
                best.add(new FoundPost(table.document(candidates[i]), score));
            }
        }
        for (int post = withAll.next(0); post >= 0 && count < limit; post = withAll.next(post + 1)) {
            if (look.score(post) == 0) {
                best.add(new FoundPost(table.document(post), 0));
            }
        }
        return best.inOrder();
    }

    /// The newest or oldest of some posts.
    List<FoundPost> byDate(PostSet posts, SearchRequest.Order order, int limit) {
        Best best = new Best(order == SearchRequest.Order.OLDEST ? this::compareOldest : this::compareTies, limit);
        for (int post = posts.next(0); post >= 0; post = posts.next(post + 1)) {
            best.add(new FoundPost(table.document(post), 0));
        }
        return best.inOrder();
    }

    /// Not put together from comparators, which Java would link anew in each process.
    private int compareScores(FoundPost one, FoundPost other) {
        int better = Float.compare(other.score(), one.score());
        return better != 0 ? better : compareTies(one, other);
    }

    /// Ties are broken by the post, never by its place in the index, so that every way to the same posts answers alike.
    private int compareTies(FoundPost one, FoundPost other) {
        int newer = Long.compare(dayOf(other), dayOf(one));
        return newer != 0 ? newer : pathOf(one).compareTo(pathOf(other));
    }

    /// Posts without a date come last either way.
    private int compareOldest(FoundPost one, FoundPost other) {
        int older = Long.compareUnsigned(fromFirstDay(one), fromFirstDay(other));
        return older != 0 ? older : pathOf(one).compareTo(pathOf(other));
    }

    private long dayOf(FoundPost post) {
        return table.day(table.postOf(post.document()));
    }

    private long fromFirstDay(FoundPost post) {
        long day = dayOf(post);
        return day == Measures.NO_DAY ? -1 : day - Long.MIN_VALUE;
    }

    private BytesRef pathOf(FoundPost post) {
        List<LeafReaderContext> segments = snapshot.reader().leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(post.document(), segments));
        try {
            SortedDocValues paths = DocValues.getSorted(segment.reader(), IndexSchema.PATH_ORDER);
            return paths.advanceExact(post.document() - segment.docBase)
                    ? BytesRef.deepCopyOf(paths.lookupOrd(paths.ordValue()))
                    : new BytesRef();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The first few of many posts, in an order.
    private static final class Best {
        private final PriorityQueue<FoundPost> lastFirst;
        private final int limit;

        Best(Comparator<FoundPost> order, int limit) {
            lastFirst = new PriorityQueue<>(order.reversed());
            this.limit = limit;
        }

        void add(FoundPost post) {
            lastFirst.add(post);
            if (lastFirst.size() > limit) {
                lastFirst.remove();
            }
        }

        List<FoundPost> inOrder() {
            List<FoundPost> found = new ArrayList<>();
            while (!lastFirst.isEmpty()) {
                found.add(lastFirst.remove());
            }
            return found.reversed();
        }
    }
}
