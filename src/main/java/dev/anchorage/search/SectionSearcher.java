package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.Totals;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Answers requests from an index folder. Thread-safe; each answer comes from one commit.
public final class SectionSearcher implements Closeable {
    private final SectionAnalyzer analyzer = new SectionAnalyzer();
    private final IndexSnapshots snapshots;

    /// Opens the last commit.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no index in the folder
    /// @throws dev.anchorage.index.IndexDamagedException when what is there can't be used
    public SectionSearcher(Path directory) throws IOException {
        snapshots = new IndexSnapshots(directory);
    }

    /// Goes over to the newest commit, whoever made it; cheap when there is none newer.
    public void refresh() throws IOException {
        snapshots.maybeRefreshBlocking();
    }

    /// The generation of the commit that answers now.
    public long generation() throws IOException {
        IndexSnapshot snapshot = snapshots.acquire();
        try {
            return snapshot.state().generation();
        } finally {
            snapshots.release(snapshot);
        }
    }

    /// The numbers of the commit that answers now.
    public IndexStats stats() throws IOException {
        IndexSnapshot snapshot = snapshots.acquire();
        try {
            return IndexStats.of(snapshot);
        } finally {
            snapshots.release(snapshot);
        }
    }

    /// Names the commit that answers now, also among those of an index that was here before it.
    public String version() throws IOException {
        IndexSnapshot snapshot = snapshots.acquire();
        try {
            return snapshot.version();
        } finally {
            snapshots.release(snapshot);
        }
    }

    /// Answers a request.
    public SearchResponse search(SearchRequest request) throws IOException {
        IndexSnapshot snapshot = snapshots.acquire();
        try {
            return search(request, snapshot);
        } finally {
            snapshots.release(snapshot);
        }
    }

    private SearchResponse search(SearchRequest request, IndexSnapshot snapshot) throws IOException {
        QueryText text = QueryText.of(request.query());
        PostSearch posts = new PostSearch(snapshot, Filters.of(request, text));
        ParsedQuery query = new QueryReader(analyzer, snapshot).read(request.query(), text, request.isTyping());
        Found found = query == null ? newest(request, posts) : found(request, snapshot, posts, query);
        return response(request, snapshot, found);
    }

    private static Found newest(SearchRequest request, PostSearch posts) throws IOException {
        Order order = request.sort() == Order.RELEVANCE ? Order.NEWEST : request.sort();
        Query all = MatchAllDocsQuery.INSTANCE;
        PostSearch.Page page = posts.find(all, order, request.offset(), request.limit());
        return new Found(page, all, new Totals(page.total(), posts.countSections(all)), page.facets(), null, null);
    }

    /// Strict matches; when they are few, posts that match some of the words follow, weighed rather than tiered.
    private static Found found(SearchRequest request, IndexSnapshot snapshot, PostSearch posts, ParsedQuery query)
            throws IOException {
        Query strict = query.strict();
        Query ranked = query.ranked(strict, snapshot.posts());
        PostSearch.Page page = posts.page(ranked, request.sort(), request.offset(), request.limit());
        Totals totals = new Totals(page.total(), page.total() == 0 ? 0 : posts.countSections(strict));
        if (page.total() >= Ranking.ENOUGH_POSTS || (request.sort() != Order.RELEVANCE && page.total() > 0)) {
            return new Found(page, strict, totals, page.facets(), null, query.respelled());
        }
        Query some = query.some();
        PostSearch.Page broad =
                posts.page(query.ranked(some, snapshot.posts()), request.sort(), request.offset(), request.limit());
        if (totals.posts() > 0) {
            return new Found(broad, some, totals, page.facets(), null, query.respelled());
        }
        Relaxation relaxed = broad.total() == 0 ? null : step(posts, query, snapshot);
        return new Found(broad, some, totals, broad.facets(), relaxed, query.respelled());
    }

    /// The least that had to be given up to find something.
    private static Relaxation step(PostSearch posts, ParsedQuery query, IndexSnapshot snapshot) throws IOException {
        if (query.respelled() != null && posts.countSections(query.respelledStrict()) > 0) {
            return Relaxation.SPELLING;
        }
        return query.respelled() == null && posts.count(query.allInPost(snapshot.posts())) > 0
                ? Relaxation.POST
                : Relaxation.SOME_WORDS;
    }

    private SearchResponse response(SearchRequest request, IndexSnapshot snapshot, Found found) throws IOException {
        HitReader hits = new HitReader(snapshot, analyzer, found.sections());
        List<PostHit> page = new ArrayList<>();
        for (int document : found.page().documents()) {
            page.add(hits.read(document));
        }
        boolean hasMore =
                !page.isEmpty() && request.offset() + page.size() < found.page().total();
        return new SearchResponse(
                request,
                found.relaxed(),
                found.didYouMean(),
                snapshot.state().generation(),
                found.totals(),
                page,
                found.facets(),
                hasMore,
                false);
    }

    @Override
    public void close() throws IOException {
        snapshots.close();
    }

    /// @param page  the posts to show
    /// @param sections  the query that ranks their sections
    /// @param totals  of strict matches
    /// @param facets  counted over strict matches, or over what was found instead
    private record Found(
            PostSearch.Page page,
            Query sections,
            Totals totals,
            Map<Facet, List<FacetValue>> facets,
            @Nullable Relaxation relaxed,
            @Nullable String didYouMean) {}
}
