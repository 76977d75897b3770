package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.index.PostBlock;
import java.util.List;
import java.util.Map;

/// What a cluster found for a {@link RemoteQuery}.
///
/// @param posts  number of posts with a section that matches strictly and that pass the filters
/// @param sections  number of these sections
/// @param facets  by facet, numbers of posts by value as authored; of the posts that match strictly, or of all
///     that were found when none does; a facet with values selected is counted as if it had none
/// @param candidates  posts that may be hits, likeliest first, at most as many as were asked for
/// @param hasRequired  whether candidates match what was required, and not only the least
/// @param isRespelled  whether a post matches in another spelling; known only when none matches strictly
/// @param isApart  whether a post matches all, be it in different sections; known only when none matches strictly
/// @param isPartial  whether time ran out
public record RemoteMatches(
        int posts,
        int sections,
        Map<Facet, Map<String, Integer>> facets,
        List<Candidate> candidates,
        boolean hasRequired,
        boolean isRespelled,
        boolean isApart,
        boolean isPartial) {
    public RemoteMatches {
        candidates = List.copyOf(candidates);
    }

    /// A post that may be a hit.
    ///
    /// @param blog  the number of its blog among those that were asked
    public record Candidate(int blog, PostBlock post) {}
}
