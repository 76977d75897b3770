package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse.FacetValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/// Finds the posts whose sections match, in order, and counts facets in posts.
final class PostSearch {
    private static final SortField YOUNGEST = date(true);
    private static final SortField OLDEST = date(false);
    private static final SortField BY_PATH = new SortField(IndexSchema.PATH_ORDER, SortField.Type.STRING);

    private final IndexSnapshot snapshot;
    private final Filters filters;

    PostSearch(IndexSnapshot snapshot, Filters filters) {
        this.snapshot = snapshot;
        this.filters = filters;
    }

    /// The posts with a matching section, ranked by their best one.
    Page find(Query sections, SearchRequest.Order order, int offset, int limit) throws IOException {
        Query withSections = new ToParentBlockJoinQuery(onlySections(sections), snapshot.posts(), ScoreMode.Max);
        return page(withSections, order, offset, limit);
    }

    /// The posts that match, with facet counts over all of them.
    Page page(Query posts, SearchRequest.Order order, int offset, int limit) throws IOException {
        DrillDownQuery query = filters.drillDown(snapshot.facetsConfig(), posts);
        TopFieldCollectorManager collector =
                new TopFieldCollectorManager(sort(order), offset + limit, null, Integer.MAX_VALUE);
        TopFieldDocs top;
        Map<Facet, List<FacetValue>> facets;
        if (snapshot.facetState() == null) {
            top = snapshot.searcher().search(query, collector);
            facets = new EnumMap<>(Facet.class);
        } else {
            DrillSideways sideways =
                    new DrillSideways(snapshot.searcher(), snapshot.facetsConfig(), snapshot.facetState());
            DrillSideways.ConcurrentDrillSidewaysResult<TopFieldDocs> result = sideways.search(query, collector);
            top = result.collectorResult;
            facets = FacetCounts.of(result.facets, filters);
        }
        List<Integer> page = new ArrayList<>();
        for (ScoreDoc hit : top.scoreDocs) {
            page.add(hit.doc);
        }
        int total = Math.toIntExact(top.totalHits.value());
        return new Page(page.subList(Math.min(offset, page.size()), page.size()), total, facets);
    }

    /// How many sections match, in posts that pass the filters.
    int countSections(Query sections) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(onlySections(sections), Occur.FILTER);
        if (!filters.isOpen()) {
            Query passing = filters.drillDown(snapshot.facetsConfig(), IndexSchema.postsQuery());
            query.add(new ToChildBlockJoinQuery(passing, snapshot.posts()), Occur.FILTER);
        }
        return snapshot.searcher().count(query.build());
    }

    /// How many posts match and pass the filters.
    int count(Query posts) throws IOException {
        return snapshot.searcher().count(filters.drillDown(snapshot.facetsConfig(), posts));
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

    /// @param documents  of the posts on the page, in order
    /// @param total  number of posts that match
    record Page(List<Integer> documents, int total, Map<Facet, List<FacetValue>> facets) {}
}
