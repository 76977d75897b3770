package dev.anchorage.web;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How much of an answer is wanted: a search box shows little of it, and each byte is waited for.
///
/// @param facets  those whose counts are wanted
/// @param sections  most sections of a post
/// @param hasSummaries  whether posts come with their summaries
record AnswerShape(List<Facet> facets, int sections, boolean hasSummaries) {
    /// Reads `facets` (names, parted by spaces; all when there is no such parameter), `sections` and `summary`.
    ///
    /// @throws BadParameterException when a value is none of those the parameter takes
    static AnswerShape of(Map<String, List<String>> parameters) throws BadParameterException {
        return new AnswerShape(facets(parameters), sections(parameters), hasSummaries(parameters));
    }

    SearchResponse cut(SearchResponse response) {
        Map<Facet, List<FacetValue>> counts = new EnumMap<>(response.facets());
        counts.keySet().retainAll(facets);
        return new SearchResponse(
                response.request(),
                response.relaxed(),
                response.didYouMean(),
                response.generation(),
                response.total(),
                response.posts().stream().map(this::cut).toList(),
                counts,
                response.hasMore(),
                response.isPartial());
    }

    private PostHit cut(PostHit post) {
        List<SectionHit> shown =
                post.sections().subList(0, Math.min(sections, post.sections().size()));
        return post.with(
                hasSummaries ? post.summary() : null,
                shown,
                post.moreSections() + post.sections().size() - shown.size());
    }

    private static List<Facet> facets(Map<String, List<String>> parameters) throws BadParameterException {
        List<Facet> all = List.of(Facet.values());
        if (!parameters.containsKey("facets")) {
            return all;
        }
        String value = Parameters.first(parameters, "facets");
        List<String> names = value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
        List<String> known = all.stream().map(Facet::key).toList();
        if (!known.containsAll(names)) {
            throw new BadParameterException("facets", value, "some of " + String.join(" ", known));
        }
        return all.stream().filter(facet -> names.contains(facet.key())).toList();
    }

    private static int sections(Map<String, List<String>> parameters) throws BadParameterException {
        String value = Parameters.first(parameters, "sections");
        if (!value.matches("[1-9]?")) {
            throw new BadParameterException("sections", value, "a whole number from 1 to 9");
        }
        return value.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(value);
    }

    private static boolean hasSummaries(Map<String, List<String>> parameters) throws BadParameterException {
        return switch (Parameters.first(parameters, "summary")) {
            case "", "true", "1" -> true;
            case "false", "0" -> false;
            case String other -> throw new BadParameterException("summary", other, "true or false");
        };
    }
}
