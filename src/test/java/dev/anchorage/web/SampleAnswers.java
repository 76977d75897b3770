package dev.anchorage.web;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.SectionHit;
import dev.anchorage.search.SearchResponse.Snippet;
import dev.anchorage.search.SearchResponse.Totals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers made by hand, for what no archive should hold and for counts that must not move.
final class SampleAnswers implements Answers {
    static final String MARKUP = "</script><img src=x onerror=window.harmed=1>\"'><svg/onload=window.harmed=1>${7*7}";
    private static final int POSTS = 23;
    private static final String PROSE =
            "The tide turns twice a day and the harbour with it; what the pilots call slack water lasts"
                    + " a quarter of an hour here, and a kettle fits in between. Nobody on the quay looks at the clock.";

    @Override
    public SearchResponse to(SearchRequest request) {
        return switch (request.query()) {
            case "nothing" -> answer(request, null, null, 0);
            case "harbor" -> answer(request, Relaxation.SPELLING, "harbour", 2);
            case "scattered words" -> answer(request, Relaxation.POST, null, 2);
            case "some words" -> answer(request, Relaxation.SOME_WORDS, null, 2);
            case "hostile" -> hostile(request);
            default -> answer(request, null, null, POSTS);
        };
    }

    @Override
    public String version() {
        return "7";
    }

    private static SearchResponse answer(
            SearchRequest request, @Nullable Relaxation relaxed, @Nullable String didYouMean, int found) {
        int end = Math.min(found, request.offset() + request.limit());
        List<PostHit> posts = IntStream.range(Math.min(request.offset(), end), end)
                .mapToObj(number -> post(number, request.query()))
                .toList();
        Totals totals = relaxed == null ? new Totals(found, found * 3) : new Totals(0, 0);
        return new SearchResponse(request, relaxed, didYouMean, 7, totals, posts, facets(request), end < found, false);
    }

    private static PostHit post(int number, String query) {
        String url = "https://blog.example/posts/" + number + "/";
        List<SectionHit> sections = IntStream.rangeClosed(1, 3)
                .mapToObj(at -> section(url, number, at, query))
                .toList();
        Map<Facet, List<String>> labels = new EnumMap<>(Facet.class);
        labels.put(Facet.TAG, List.of("tides", "harbour"));
        labels.put(Facet.LOCATION, List.of("Oban Scotland"));
        labels.put(Facet.AUTHOR, List.of("Luna"));
        String date = "20%02d-09-20".formatted(10 + number % 15);
        return new PostHit(
                "Slack water, part " + number,
                url,
                "posts/" + number + ".md",
                date,
                "en",
                null,
                labels,
                sections,
                number % 3,
                null);
    }

    private static SectionHit section(String url, int number, int at, String query) {
        String anchor = "at-the-quay-" + at;
        return new SectionHit(
                "At the quay " + at,
                List.of("The harbour", "At the quay " + at),
                anchor,
                url + "#" + anchor,
                "predicted",
                null,
                new Snippet(number + ". " + PROSE, highlights(number + ". " + PROSE, query)),
                highlights("At the quay " + at, query),
                10f / at);
    }

    private static List<Highlight> highlights(String text, String query) {
        if (query.isBlank()) {
            return List.of();
        }
        Matcher matcher =
                Pattern.compile(Pattern.quote(query), Pattern.CASE_INSENSITIVE).matcher(text);
        return matcher.results()
                .map(match -> new Highlight(match.start(), match.end()))
                .toList();
    }

    private static Map<Facet, List<FacetValue>> facets(SearchRequest request) {
        Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
        facets.put(
                Facet.TAG,
                IntStream.range(0, 14)
                        .mapToObj(n -> value(request, Facet.TAG, "tag " + n, 20 - n))
                        .toList());
        facets.put(
                Facet.LOCATION,
                List.of(
                        value(request, Facet.LOCATION, "Oban Scotland", 12),
                        value(request, Facet.LOCATION, "Kobe Japan", 3)));
        facets.put(
                Facet.LANGUAGE,
                List.of(value(request, Facet.LANGUAGE, "en", 20), value(request, Facet.LANGUAGE, "ja", 3)));
        facets.put(Facet.YEAR, List.of(value(request, Facet.YEAR, "2025", 9), value(request, Facet.YEAR, "2024", 14)));
        return facets;
    }

    private static FacetValue value(SearchRequest request, Facet facet, String value, int posts) {
        return new FacetValue(
                value, posts, request.filters().getOrDefault(facet, List.of()).contains(value));
    }

    /// Markup in every field.
    private static SearchResponse hostile(SearchRequest request) {
        SectionHit section = new SectionHit(
                MARKUP,
                List.of(MARKUP, MARKUP),
                MARKUP,
                "javascript:window.harmed=1//" + MARKUP,
                MARKUP,
                MARKUP,
                new Snippet(MARKUP, List.of(new Highlight(2, 9), new Highlight(400, 900))),
                List.of(new Highlight(3, 8)),
                1);
        Map<Facet, List<String>> labels = new EnumMap<>(Facet.class);
        Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            labels.put(facet, List.of(MARKUP));
            facets.put(facet, List.of(new FacetValue(MARKUP, 1, true)));
        }
        PostHit post = new PostHit(
                MARKUP,
                "javascript:window.harmed=1",
                MARKUP,
                MARKUP,
                MARKUP,
                MARKUP,
                labels,
                List.of(section),
                1,
                null);
        return new SearchResponse(
                request, Relaxation.SPELLING, MARKUP, 7, new Totals(0, 0), List.of(post), facets, false, true);
    }
}
