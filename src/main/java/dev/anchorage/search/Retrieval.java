package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.Pins.Pinned;
import dev.anchorage.search.PostRanking.FoundPost;
import dev.anchorage.search.PostRanking.RankedPost;
import dev.anchorage.search.PostSearch.Counts;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.Totals;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What a request finds, ranked, before any of it is read for display.
///
/// @param query  null when the request has no words
/// @param ranked  posts in the order of the answer
/// @param pinned  what the owner wants to stand first; null: nothing
record Retrieval(
        SearchRequest request,
        Filters filters,
        PostSearch posts,
        @Nullable ParsedQuery query,
        Found found,
        PostRanking ranking,
        List<RankedPost> ranked,
        @Nullable Pinned pinned) {

    /// What the owner of the archive says about its answers.
    record Wishes(Synonyms synonyms, Pins pins, float recency) {
        static Wishes of(SearchOptions options) {
            return new Wishes(new Synonyms(options.synonyms()), new Pins(options.pins()), (float) options.recency());
        }
    }

    static Retrieval of(
            SearchRequest request,
            IndexSnapshot snapshot,
            IndexSearcher searcher,
            SectionAnalyzer analyzer,
            Wishes wishes,
            boolean countsFacets)
            throws IOException {
        QueryText text = QueryText.of(request.query());
        Filters filters = Filters.of(request, text);
        PostSearch posts = new PostSearch(snapshot, searcher, filters, countsFacets);
        ParsedQuery query =
                new QueryReader(analyzer, snapshot, wishes.synonyms()).read(request.query(), text, request.isTyping());
        Found found = query == null ? newest(request, posts) : found(request, snapshot, posts, query);
        List<RankedWord> words = query == null ? List.of() : query.words();
        float recency = Recency.isOffFor(text, filters) ? 0 : wishes.recency();
        PostRanking ranking = new PostRanking(snapshot, searcher, analyzer, words, recency, found.required());
        List<RankedPost> ranked = ranking.score(found.posts());
        boolean isByScore = request.sort() == Order.RELEVANCE
                && query != null
                && !query.words().isEmpty();
        Pinned pinned = isByScore ? wishes.pins().to(text, filters, snapshot) : null;
        ranked = isByScore ? PostRanking.best(ranked) : ranked;
        return new Retrieval(
                request,
                filters,
                posts,
                query,
                found,
                ranking,
                pinned == null ? ranked : pinned.before(ranked, ranking),
                pinned);
    }

    private static Found newest(SearchRequest request, PostSearch posts) throws IOException {
        Order order = request.sort() == Order.RELEVANCE ? Order.NEWEST : request.sort();
        Query all = IndexSchema.postsQuery();
        Counts counts = posts.counts(all);
        Totals totals = new Totals(counts.posts(), posts.countSections(MatchAllDocsQuery.INSTANCE));
        return new Found(posts.top(all, order, wanted(request)), all, order, null, totals, counts.facets(), null);
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
            boolean isWeighed =
                    request.sort() == Order.RELEVANCE && !query.words().isEmpty();
            Query source = isWeighed ? posts.having(required, query.whole()) : withAll;
            Order order = isWeighed || request.sort() != Order.RELEVANCE ? request.sort() : Order.NEWEST;
            List<FoundPost> found = posts.top(source, order, wanted(request));
            return new Found(found, source, order, required, totals, counts.facets(), null);
        }
        Query whole = posts.having(required, query.whole());
        List<FoundPost> found = posts.top(whole, request.sort(), wanted(request));
        if (found.isEmpty() && required != null) {
            required = query.required(false);
            whole = posts.having(required, query.whole());
            found = posts.top(whole, request.sort(), wanted(request));
        }
        Relaxation relaxed = found.isEmpty() ? null : step(posts, query, snapshot);
        return new Found(
                found,
                whole,
                request.sort(),
                required,
                new Totals(0, 0),
                posts.counts(whole).facets(),
                relaxed);
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

    /// @param posts  those that may be hits, best or in the order wanted first
    /// @param source  what found them
    /// @param order  in which they were found
    /// @param required  what a section must match to be shown; null: nothing
    /// @param totals  of strict matches
    /// @param facets  counted over strict matches, or over what was found instead
    record Found(
            List<FoundPost> posts,
            Query source,
            Order order,
            @Nullable Query required,
            Totals totals,
            Map<Facet, List<FacetValue>> facets,
            @Nullable Relaxation relaxed) {}
}
