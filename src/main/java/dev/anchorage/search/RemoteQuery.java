package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchRequest.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What a request asks of all sections of a blog. Queries over sections are made of Lucene's boolean, term, phrase and
/// span queries over the fields that {@link dev.anchorage.index.IndexSchema#text} names.
///
/// @param strict  matches the sections that are counted; null: all
/// @param required  what a section of a candidate must match, phrases included; null: nothing
/// @param leastRequired  the same when no post matches that; null: nothing
/// @param words  by which candidates are ordered, each in several forms of which the best counts; none: candidates are
///     the posts with a section that `strict` matches, in the order of `order`
/// @param filters  of posts
/// @param respelled  like `strict`, unknown words in another spelling; null: there is none
/// @param apart  what posts must match whose sections match together only; empty: that isn't asked
/// @param limit  most candidates
/// @param countsFacets  or leaves them out
public record RemoteQuery(
        @Nullable Query strict,
        @Nullable Query required,
        @Nullable Query leastRequired,
        List<List<Form>> words,
        PostFilters filters,
        Order order,
        @Nullable Query respelled,
        List<Apart> apart,
        int limit,
        boolean countsFacets) {

    public RemoteQuery {
        words = List.copyOf(words);
        apart = List.copyOf(apart);
    }

    /// The same without anything that must match.
    public RemoteQuery byWordsAlone() {
        return new RemoteQuery(
                MatchNoDocsQuery.INSTANCE, null, null, words, filters, order, null, List.of(), limit, countsFacets);
    }

    /// All queries over sections.
    List<Query> all() {
        List<Query> all = new ArrayList<>();
        apart.forEach(part -> all.add(part.sections()));
        for (Query query : Arrays.asList(strict, required, leastRequired, respelled)) {
            if (query != null) {
                all.add(query);
            }
        }
        return all;
    }

    /// What a word of the query may stand for in one language: any of some stems, or all, or at least half, of the
    /// parts of a name.
    ///
    /// @param weight  of the parts together, if there are any
    public record Form(String language, List<Stem> stems, List<Stem> parts, float weight) {}

    /// A stem.
    ///
    /// @param weight  of an occurrence that counts in full
    public record Stem(String stem, float weight) {}

    /// What some section of a post must match, or none may.
    public record Apart(Query sections, boolean isWanted) {}

    /// What narrows the posts.
    ///
    /// @param selected  folded values by facet; several values of one facet widen
    /// @param excluded  folded values by facet
    /// @param firstDay  of publication, days since 1970; null: any
    /// @param lastDay  the same; null: any
    public record PostFilters(
            Map<Facet, Set<String>> selected,
            Map<Facet, Set<String>> excluded,
            @Nullable Long firstDay,
            @Nullable Long lastDay) {}
}
