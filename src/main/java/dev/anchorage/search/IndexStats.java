package dev.anchorage.search;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.index.IndexSchema.Facet;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is in an index.
///
/// @param generation  grows with every commit
/// @param updated  when the last commit was made
/// @param posts  that readers can find
/// @param sections  of all posts, lead sections included
/// @param facets  values with their numbers of posts, most first
public record IndexStats(
        long generation, Instant updated, int posts, int sections, Map<Facet, List<SearchResponse.FacetValue>> facets) {

    public IndexStats {
        facets = new EnumMap<>(facets);
    }

    static IndexStats of(IndexSnapshot snapshot) throws IOException {
        Filters none = new Filters(Map.of(), Map.of(), DayRange.ALWAYS);
        Map<Facet, List<SearchResponse.FacetValue>> facets = new EnumMap<>(Facet.class);
        FacetTable labels = snapshot.facetTable().get();
        int[] counts = labels.count(snapshot.allPosts().numbers());
        for (Facet facet : Facet.values()) {
            facets.put(facet, labels.values(facet, counts, none));
        }
        return new IndexStats(
                snapshot.state().generation(),
                snapshot.state().updated(),
                snapshot.allPosts().size(),
                snapshot.searcher().count(IndexSchema.sectionsQuery()),
                facets);
    }
}
