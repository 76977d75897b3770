package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.IndexState;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.PostRanking.FoundPost;
import dev.anchorage.search.PostRanking.RankedPost;
import dev.anchorage.search.PostSearch.Counts;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.Totals;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Answers requests from an index folder. Thread-safe; each answer comes from one commit.
public final class SectionSearcher implements Closeable {
    /// The first answers of a process, for which its code is still being compiled, are never cut off.
    private static final int COLD_ANSWERS = 100;

    private final AtomicInteger answers = new AtomicInteger();
    private final SectionAnalyzer analyzer = new SectionAnalyzer();
    private final IndexSnapshots snapshots;

    /// Opens the last commit.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no index in the folder
    /// @throws dev.anchorage.index.IndexDamagedException when what is there can't be used
    public SectionSearcher(Path directory) throws IOException {
        snapshots = new IndexSnapshots(directory);
    }

    /// Answers from one state, which need not be committed.
    ///
    /// @param reader  stays open when this searcher is closed
    SectionSearcher(DirectoryReader reader, IndexState state) throws IOException {
        reader.incRef();
        snapshots = new IndexSnapshots(IndexSnapshot.of(reader, state));
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
        IndexSearcher searcher = new IndexSearcher(snapshot.reader());
        if (answers.incrementAndGet() > COLD_ANSWERS) {
            searcher.setTimeout(TimeBudget.startingNow());
        }
        QueryText text = QueryText.of(request.query());
        PostSearch posts = new PostSearch(snapshot, searcher, Filters.of(request, text));
        ParsedQuery query = new QueryReader(analyzer, snapshot).read(request.query(), text, request.isTyping());
        Found found = query == null ? newest(request, posts) : found(request, snapshot, posts, query);
        PostRanking ranking = new PostRanking(
                snapshot, searcher, analyzer, query == null ? List.of() : query.words(), found.required());
        List<RankedPost> ranked = ranking.score(found.posts());
        if (request.sort() == Order.RELEVANCE && query != null && !query.words().isEmpty()) {
            ranked = PostRanking.best(ranked);
        }
        int from = Math.min(request.offset(), ranked.size());
        List<RankedPost> page = ranked.subList(from, Math.min(from + request.limit(), ranked.size()));
        HitReader hits = new HitReader(snapshot, analyzer, query == null ? MatchNoDocsQuery.INSTANCE : query.any());
        return new SearchResponse(
                request,
                found.relaxed(),
                query == null ? null : query.respelled(),
                snapshot.state().generation(),
                found.totals(),
                hits.read(page),
                found.facets(),
                ranked.size() > from + page.size(),
                searcher.timedOut());
    }

    private static Found newest(SearchRequest request, PostSearch posts) throws IOException {
        Order order = request.sort() == Order.RELEVANCE ? Order.NEWEST : request.sort();
        Query all = IndexSchema.postsQuery();
        Counts counts = posts.counts(all);
        Totals totals = new Totals(counts.posts(), posts.countSections(MatchAllDocsQuery.INSTANCE));
        return new Found(posts.top(all, order, wanted(request)), null, totals, counts.facets(), null);
    }

    /// Posts with all words and posts with some are weighed, not tiered (`src/docs/adr/0021-ranking.md`); what is
    /// counted are those with all.
    private static Found found(SearchRequest request, IndexSnapshot snapshot, PostSearch posts, ParsedQuery query)
            throws IOException {
        Query strict = query.strict();
        Query withAll = posts.withSection(strict);
        Counts counts = posts.counts(withAll);
        Query required = query.required(true);
        if (counts.posts() > 0) {
            Totals totals = new Totals(counts.posts(), posts.countSections(strict));
            List<FoundPost> found =
                    request.sort() == Order.RELEVANCE && !query.words().isEmpty()
                            ? posts.top(posts.having(required, query.whole()), Order.RELEVANCE, wanted(request))
                            : posts.top(
                                    withAll,
                                    request.sort() == Order.RELEVANCE ? Order.NEWEST : request.sort(),
                                    wanted(request));
            return new Found(found, required, totals, counts.facets(), null);
        }
        Query whole = posts.having(required, query.whole());
        List<FoundPost> found = posts.top(whole, request.sort(), wanted(request));
        if (found.isEmpty() && required != null) {
            required = query.required(false);
            whole = posts.having(required, query.whole());
            found = posts.top(whole, request.sort(), wanted(request));
        }
        Relaxation relaxed = found.isEmpty() ? null : step(posts, query, snapshot);
        return new Found(found, required, new Totals(0, 0), posts.counts(whole).facets(), relaxed);
    }

    /// The page, one post more, which tells whether there is another page, and what ranking may bring to the page.
    private static int wanted(SearchRequest request) {
        return Math.max(request.offset() + request.limit() + 1, Ranking.WINDOW);
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

    @Override
    public void close() throws IOException {
        snapshots.close();
    }

    /// @param posts  those that may be hits, best or in the order wanted first
    /// @param required  what a section must match to be shown; null: nothing
    /// @param totals  of strict matches
    /// @param facets  counted over strict matches, or over what was found instead
    private record Found(
            List<FoundPost> posts,
            @Nullable Query required,
            Totals totals,
            Map<Facet, List<FacetValue>> facets,
            @Nullable Relaxation relaxed) {}
}
