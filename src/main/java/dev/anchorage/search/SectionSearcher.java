package dev.anchorage.search;

import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.Totals;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /// The numbers of the commit that answers now.
    public IndexStats stats() throws IOException {
        IndexSnapshot snapshot = snapshots.acquire();
        try {
            return IndexStats.of(snapshot);
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
        ParsedQuery query = read(text, request, snapshot);
        if (query == null) {
            Order order = request.sort() == Order.RELEVANCE ? Order.NEWEST : request.sort();
            Query all = MatchAllDocsQuery.INSTANCE;
            PostSearch.Page page = posts.find(all, order, request.offset(), request.limit());
            return response(request, snapshot, posts, new Found(page, all, null, null));
        }
        Found strict = new Found(
                posts.find(query.sections(), request.sort(), request.offset(), request.limit()),
                query.sections(),
                null,
                null);
        Found found = strict.page().total() > 0 ? strict : relaxed(request, snapshot, posts, query, strict);
        return response(request, snapshot, posts, found);
    }

    private @Nullable ParsedQuery read(QueryText text, SearchRequest request, IndexSnapshot snapshot) {
        LeafQueries leaves = new LeafQueries(snapshot.languages(), analyzer);
        return new QueryReader(analyzer, leaves, snapshot.vocabulary(), snapshot::isStopWord)
                .read(text, request.isTyping());
    }

    /// Takes the first step that finds something; an answer without hits when none does.
    private Found relaxed(
            SearchRequest request, IndexSnapshot snapshot, PostSearch posts, ParsedQuery query, Found strict)
            throws IOException {
        Query someWords = query.someWords();
        Query acrossSections = query.posts(snapshot.posts());
        String spelling = respelled(request.query(), query, snapshot);
        if (acrossSections != null && someWords != null) {
            PostSearch.Page page = posts.page(acrossSections, request.sort(), request.offset(), request.limit());
            if (page.total() > 0) {
                return new Found(page, someWords, Relaxation.POST, spelling);
            }
        }
        if (spelling != null) {
            QueryText respelled = QueryText.of(spelling);
            ParsedQuery reread = read(respelled, request, snapshot);
            if (reread != null) {
                PostSearch.Page page = posts.find(reread.sections(), request.sort(), request.offset(), request.limit());
                if (page.total() > 0) {
                    return new Found(page, reread.sections(), Relaxation.SPELLING, spelling);
                }
            }
        }
        if (someWords != null) {
            PostSearch.Page page = posts.find(someWords, request.sort(), request.offset(), request.limit());
            if (page.total() > 0) {
                return new Found(page, someWords, Relaxation.SOME_WORDS, spelling);
            }
        }
        return strict;
    }

    /// The query with the likeliest spelling in the place of each word that the archive doesn't know.
    private static @Nullable String respelled(String query, ParsedQuery parsed, IndexSnapshot snapshot)
            throws IOException {
        String respelled = query;
        for (QueryReader.Word word : parsed.words()) {
            if (word.text() == null || snapshot.searcher().count(word.leaf()) > 0) {
                continue;
            }
            List<String> spellings = snapshot.vocabulary().spellings(word.text());
            if (!spellings.isEmpty()) {
                respelled = respelled.replace(word.text(), spellings.getFirst());
            }
        }
        return respelled.toLowerCase(Locale.ROOT).equals(query.toLowerCase(Locale.ROOT)) ? null : respelled;
    }

    private SearchResponse response(SearchRequest request, IndexSnapshot snapshot, PostSearch posts, Found found)
            throws IOException {
        HitReader hits = new HitReader(snapshot, analyzer, found.sections());
        List<PostHit> page = new ArrayList<>();
        for (int document : found.page().documents()) {
            page.add(hits.read(document));
        }
        int total = found.page().total();
        Totals totals = found.relaxed() != null
                ? new Totals(0, 0)
                : new Totals(total, total == 0 ? 0 : posts.countSections(found.sections()));
        boolean hasMore = request.offset() + page.size() < total && !page.isEmpty();
        return new SearchResponse(
                request,
                found.relaxed(),
                found.didYouMean(),
                snapshot.state().generation(),
                totals,
                page,
                found.page().facets(),
                hasMore,
                false);
    }

    @Override
    public void close() throws IOException {
        snapshots.close();
    }

    /// @param sections  the query that ranks the sections of the posts found
    private record Found(
            PostSearch.Page page,
            Query sections,
            @Nullable Relaxation relaxed,
            @Nullable String didYouMean) {}
}
