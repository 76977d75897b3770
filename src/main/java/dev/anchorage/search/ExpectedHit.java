package dev.anchorage.search;

import dev.anchorage.search.SearchResponse.PostHit;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post or a section that a query must find.
///
/// @param query  as a reader types it
/// @param wanted  path or URL of the post; with `#anchor` one of the post's best sections must have that anchor too
/// @param within  the worst rank allowed, counted in posts, 1 to {@value SearchRequest#MAX_LIMIT}
public record ExpectedHit(String query, String wanted, int within) {
    public ExpectedHit {
        if (within < 1 || within > SearchRequest.MAX_LIMIT) {
            throw new IllegalArgumentException("within is " + within + ", expected 1 to " + SearchRequest.MAX_LIMIT);
        }
    }

    /// What is wrong, as a sentence without its end; null when the hit is where it must be.
    @Nullable
    String fault(Searcher searcher) throws IOException {
        SearchRequest first = SearchRequest.of(query);
        SearchRequest deep = new SearchRequest(
                query, first.filters(), first.days(), first.sort(), SearchRequest.MAX_LIMIT, 0, false);
        int rank = rank(searcher.search(deep).posts());
        if (rank > 0 && rank <= within) {
            return null;
        }
        String found = rank > 0 ? "at rank " + rank : "not among the first " + SearchRequest.MAX_LIMIT;
        return "\"" + query + "\" finds " + wanted + " " + found + ", expected "
                + (within == 1 ? "first" : "among the first " + within);
    }

    private int rank(List<PostHit> posts) {
        for (int i = 0; i < posts.size(); i++) {
            if (isWanted(posts.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isWanted(PostHit post) {
        int hash = wanted.indexOf('#');
        String where = hash < 0 ? wanted : wanted.substring(0, hash);
        boolean isPost = where.equals(post.path()) || where.equals(post.url());
        String anchor = hash < 0 ? null : wanted.substring(hash + 1);
        return isPost
                && (anchor == null || post.sections().stream().anyMatch(section -> anchor.equals(section.anchor())));
    }
}
