package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.PostRanking.FoundPost;
import dev.anchorage.search.SearchResponse.FacetValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.jspecify.annotations.Nullable;

/// Finds the posts whose sections match, in order, and counts facets in posts.
final class PostSearch {
    private static final SortField YOUNGEST = date(true);
    private static final SortField OLDEST = date(false);
    private static final SortField BY_PATH = new SortField(IndexSchema.PATH_ORDER, SortField.Type.STRING);

    private final IndexSnapshot snapshot;
    private final IndexSearcher searcher;
    private final Filters filters;
    private final boolean countsFacets;

    /// @param countsFacets  or leaves them out
    PostSearch(IndexSnapshot snapshot, IndexSearcher searcher, Filters filters, boolean countsFacets) {
        this.snapshot = snapshot;
        this.searcher = searcher;
        this.filters = filters;
        this.countsFacets = countsFacets;
    }

    /// The best posts, as a whole, of those that match and pass the filters.
    ///
    /// @param posts  matches and scores posts
    /// @param limit  most posts to return
    List<FoundPost> top(Query posts, SearchRequest.Order order, int limit) throws IOException {
        DrillDownQuery query = filters.drillDown(snapshot.facetsConfig(), posts);
        TopFieldDocs top = searcher.search(query, new TopFieldCollectorManager(sort(order), limit, null, limit));
        List<FoundPost> found = new ArrayList<>();
        for (ScoreDoc hit : top.scoreDocs) {
            Object first = ((FieldDoc) hit).fields[0];
            found.add(new FoundPost(hit.doc, order == SearchRequest.Order.RELEVANCE ? (Float) first : 0));
        }
        return found;
    }

    /// How many posts match and pass the filters, and the values of their facets.
    Counts counts(Query posts) throws IOException {
        DrillDownQuery query = filters.drillDown(snapshot.facetsConfig(), new ConstantScoreQuery(posts));
        SortedSetDocValuesReaderState values =
                countsFacets ? snapshot.facetOrdinals().state() : null;
        if (values == null) {
            return new Counts(searcher.count(query), new EnumMap<>(Facet.class));
        }
        if (!filters.selected().isEmpty()) {
            // It needs a searcher without a time limit, and matches nothing that the query alone doesn't.
            DrillSideways sideways = new DrillSideways(snapshot.searcher(), snapshot.facetsConfig(), values);
            DrillSideways.ConcurrentDrillSidewaysResult<Integer> result = sideways.search(
                    query, new TotalHitCountCollectorManager(snapshot.searcher().getSlices()));
            return new Counts(result.collectorResult, FacetCounts.of(result.facets, filters));
        }
        FacetsCollector matching = searcher.search(query, new FacetsCollectorManager());
        int total = matching.getMatchingDocs().stream()
                .mapToInt(segment -> segment.totalHits())
                .sum();
        return new Counts(total, FacetCounts.of(new SortedSetDocValuesFacetCounts(values, matching), filters));
    }

    /// Posts that match as a whole and have a section with what is required.
    ///
    /// @param required  null for nothing
    Query having(@Nullable Query required, Query posts) {
        return required == null
                ? posts
                : new BooleanQuery.Builder()
                        .add(posts, Occur.MUST)
                        .add(withSection(required), Occur.FILTER)
                        .build();
    }

    /// Posts with a section that matches.
    Query withSection(Query sections) {
        return new ToParentBlockJoinQuery(onlySections(sections), snapshot.posts(), ScoreMode.None);
    }

    /// How many sections match, in posts that pass the filters.
    int countSections(Query sections) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(onlySections(sections), Occur.FILTER);
        if (!filters.isOpen()) {
            Query passing = filters.drillDown(snapshot.facetsConfig(), IndexSchema.postsQuery());
            query.add(new ToChildBlockJoinQuery(passing, snapshot.posts()), Occur.FILTER);
        }
        return searcher.count(query.build());
    }

    /// How many posts match and pass the filters.
    int count(Query posts) throws IOException {
        return searcher.count(filters.drillDown(snapshot.facetsConfig(), posts));
    }

    static Query onlySections(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(IndexSchema.sectionsQuery(), Occur.FILTER)
                .build();
    }

    /// Ties are broken by the post, never by its place in the index, so that every way to the same posts answers alike.
    private static Sort sort(SearchRequest.Order order) {
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, YOUNGEST, BY_PATH);
            case NEWEST -> new Sort(YOUNGEST, BY_PATH);
            case OLDEST -> new Sort(OLDEST, BY_PATH);
        };
    }

    private static SortField date(boolean isYoungestFirst) {
        return LongField.newSortField(
                IndexSchema.DATE,
                isYoungestFirst,
                SortedNumericSelector.Type.MIN,
                isYoungestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    /// @param posts  number of posts that match
    record Counts(int posts, Map<Facet, List<FacetValue>> facets) {}
}
