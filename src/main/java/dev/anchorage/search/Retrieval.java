package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.SectionAnalyzer;
import dev.anchorage.search.ParsedQuery.Clause;
import dev.anchorage.search.Pins.Pinned;
import dev.anchorage.search.PostRanking.FoundPost;
import dev.anchorage.search.PostRanking.RankedPost;
import dev.anchorage.search.SearchRequest.Order;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.Totals;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
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

    /// What a request says, in the words of an archive.
    ///
    /// @param query  null when it has no words
    record Reading(
            QueryText text,
            Filters filters,
            QueryTokens tokens,
            @Nullable ParsedQuery query) {
        static Reading of(SearchRequest request, IndexSnapshot snapshot, SectionAnalyzer analyzer, Wishes wishes)
                throws IOException {
            QueryText text = request.isTyping() ? QueryText.ofTyped(request.query()) : QueryText.of(request.query());
            Filters filters = Filters.of(request, text, snapshot.reader());
            QueryTokens tokens = new QueryTokens(analyzer, snapshot);
            WordForms forms = new WordForms(snapshot, tokens, wishes.synonyms(), request.query(), request.isTyping());
            return new Reading(text, filters, tokens, new QueryReader(analyzer, snapshot, tokens, forms).read(text));
        }

        List<RankedWord> words() {
            return query == null ? List.of() : query.words();
        }

        /// Whether posts come in the order of their scores.
        boolean isByScore(SearchRequest request) {
            return request.sort() == Order.RELEVANCE && !words().isEmpty();
        }
    }

    /// @param elsewhere  what was found where all posts are, when only some are at hand; null: all are
    static Retrieval of(
            SearchRequest request,
            Reading reading,
            IndexSnapshot snapshot,
            Wishes wishes,
            TimeBudget budget,
            boolean countsFacets,
            @Nullable RemoteMatches elsewhere)
            throws IOException {
        IndexSearcher searcher = snapshot.searcher();
        ParsedQuery query = reading.query();
        Filters filters = reading.filters();
        PostSearch posts = new PostSearch(snapshot, searcher, filters, budget, countsFacets && elsewhere == null);
        FirstLook look = new FirstLook(snapshot, reading.tokens(), reading.words(), budget);
        Found found = query == null ? newest(request, snapshot, posts) : found(request, posts, query, look, elsewhere);
        found = elsewhere == null ? found : found.counted(elsewhere, filters, snapshot);
        float recency = Recency.isOffFor(reading.text(), filters) ? 0 : wishes.recency();
        PostRanking ranking =
                new PostRanking(snapshot, searcher, reading.tokens(), query, look, recency, found.required());
        boolean isByScore = reading.isByScore(request);
        int wanted = wanted(request);
        List<RankedPost> ranked = isByScore ? ranking.ranked(found, wanted) : ranking.score(found.first(wanted));
        Pinned pinned = isByScore ? wishes.pins().to(reading.text(), filters, snapshot) : null;
        return new Retrieval(
                request,
                filters,
                query,
                found,
                ranking,
                pinned == null ? ranked : pinned.before(ranked, ranking),
                pinned);
    }

    /// Reads what is shown.
    ///
    /// @param isWhole  whether with text fragments
    /// @param isPartial  whether time ran out
    SearchResponse read(IndexSnapshot snapshot, boolean isWhole, boolean isPartial) throws IOException {
        int from = Math.min(request.offset(), ranked.size());
        List<RankedPost> page = ranked.subList(from, Math.min(from + request.limit(), ranked.size()));
        HitReader hits = new HitReader(snapshot, ranking, isWhole);
        return new SearchResponse(
                request,
                ranked.isEmpty() ? null : found.relaxed(),
                query == null || ranked.isEmpty() ? null : query.respelled(),
                snapshot.state().generation(),
                found.totals(),
                hits.read(page),
                found.facets(),
                ranked.size() > from + page.size(),
                isPartial);
    }

    private static Found newest(SearchRequest request, IndexSnapshot snapshot, PostSearch posts) throws IOException {
        Order order = request.sort() == Order.RELEVANCE ? Order.NEWEST : request.sort();
        PostSet all = posts.matching(IndexSchema.sectionsQuery());
        PostSet passing = posts.passing(all);
        Totals totals = new Totals(passing.size(), all.documentCount());
        return new Found(
                limit -> posts.byDate(passing, order, limit), null, totals, posts.facets(snapshot.allPosts()), null);
    }

    /// Posts with all words and posts with some are weighed, not tiered (`src/docs/adr/0021-ranking.md`); what is
    /// counted are those with all.
    private static Found found(
            SearchRequest request,
            PostSearch posts,
            ParsedQuery query,
            FirstLook look,
            @Nullable RemoteMatches elsewhere)
            throws IOException {
        PostSet strict = posts.matching(query.strict());
        PostSet withAll = posts.passing(strict);
        boolean isByScore = request.sort() == Order.RELEVANCE;
        Query required = query.required(true);
        if (elsewhere == null ? !withAll.isEmpty() : elsewhere.posts() > 0) {
            Totals totals = new Totals(withAll.size(), strict.documentCount());
            boolean isWeighed = isByScore && !query.words().isEmpty();
            PostSet weighed = isWeighed ? posts.passing(having(required, posts)) : withAll;
            Order order = isByScore ? Order.NEWEST : request.sort();
            Source found = isWeighed
                    ? limit -> posts.best(weighed, withAll, look, limit)
                    : limit -> posts.byDate(withAll, order, limit);
            return new Found(found, required, totals, posts.facets(strict), null);
        }
        PostSet some = having(required, posts).and(look.found());
        boolean isTooMuch = elsewhere == null ? posts.passing(some).isEmpty() : !elsewhere.hasRequired();
        if (isTooMuch && required != null) {
            required = query.required(false);
            some = having(required, posts).and(look.found());
        }
        PostSet passing = posts.passing(some);
        Source found = isByScore
                ? limit -> posts.best(passing, passing, look, limit)
                : limit -> posts.byDate(passing, request.sort(), limit);
        Relaxation relaxed = passing.isEmpty() ? null : elsewhere == null ? step(posts, query) : step(elsewhere, query);
        return new Found(found, required, new Totals(0, 0), posts.facets(some), relaxed);
    }

    private static PostSet having(@Nullable Query required, PostSearch posts) throws IOException {
        return required == null ? posts.all() : posts.matching(required);
    }

    /// The page and one post more, which tells whether there is another page.
    private static int wanted(SearchRequest request) {
        return request.offset() + request.limit() + 1;
    }

    /// The least that had to be given up to find something.
    private static Relaxation step(PostSearch posts, ParsedQuery query) throws IOException {
        if (query.respelled() != null
                && !posts.passing(posts.matching(query.respelledStrict())).isEmpty()) {
            return Relaxation.SPELLING;
        }
        return query.respelled() == null && hasAllInPost(posts, query) ? Relaxation.POST : Relaxation.SOME_WORDS;
    }

    private static Relaxation step(RemoteMatches elsewhere, ParsedQuery query) {
        if (query.respelled() != null && elsewhere.isRespelled()) {
            return Relaxation.SPELLING;
        }
        return query.respelled() == null && elsewhere.isApart() ? Relaxation.POST : Relaxation.SOME_WORDS;
    }

    /// Whether some post matches all words, be it in different sections.
    private static boolean hasAllInPost(PostSearch posts, ParsedQuery query) throws IOException {
        PostSet left = posts.passing(posts.all());
        for (Clause clause : query.clauses()) {
            if (clause.occur() == Occur.MUST) {
                left = left.and(posts.matching(clause.orSimilar()));
            } else if (clause.occur() == Occur.MUST_NOT) {
                left = left.andNot(posts.matching(clause.orSimilar()));
            }
        }
        return !left.isEmpty();
    }

    /// Posts in the order in which they were found.
    interface Source {
        /// The first of them.
        ///
        /// @param limit  most posts to return
        List<FoundPost> first(int limit);
    }

    /// @param source  gives what may be hits, best or in the order wanted first
    /// @param required  what a section must match to be shown; null: nothing
    /// @param totals  of strict matches
    /// @param facets  counted over strict matches, or over what was found instead
    record Found(
            Source source,
            @Nullable Query required,
            Totals totals,
            Map<Facet, List<FacetValue>> facets,
            @Nullable Relaxation relaxed) {
        List<FoundPost> first(int limit) {
            return source.first(limit);
        }

        /// The same with what was counted over all posts.
        Found counted(RemoteMatches elsewhere, Filters filters, IndexSnapshot snapshot) {
            Map<Facet, List<FacetValue>> values = new EnumMap<>(Facet.class);
            elsewhere
                    .facets()
                    .forEach((facet, counts) ->
                            values.put(facet, FacetTable.values(facet, counts, snapshot.authored(facet), filters)));
            Totals all = new Totals(elsewhere.posts(), elsewhere.sections());
            return new Found(source, required, all, values, relaxed);
        }
    }
}
