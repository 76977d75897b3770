package dev.anchorage.cluster;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.RemoteQuery;
import dev.anchorage.search.RemoteQuery.Apart;
import dev.anchorage.search.RemoteQuery.Form;
import dev.anchorage.search.RemoteQuery.PostFilters;
import dev.anchorage.search.RemoteQuery.Stem;
import dev.anchorage.search.RemoteSections.State;
import dev.anchorage.search.SearchRequest.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Says what a {@link RemoteQuery} asks in the searches of OpenSearch. For one answer.
final class PostQueries {
    /// So many spellings of values a facet may have.
    private static final int MOST_VALUES = 10_000;

    /// A cluster takes 1,024 clauses; what words may stand for besides themselves is left out of longer queries when
    /// candidates are looked for.
    private static final int MOST_STEMS = 200;

    private static final String ALL = "all";
    private static final String MATCHING = "matching";
    private static final String NESTED = "sections";

    private final RemoteQuery query;
    private final List<String> places;
    private final Map<Facet, Map<String, Object>> selected = new TreeMap<>();

    PostQueries(RemoteQuery query, List<State> states) {
        this.query = query;
        places = states.stream().map(State::place).toList();
        query.filters().selected().forEach((facet, values) -> selected.put(facet, oneOf(facet, values)));
    }

    private static Map<String, Object> oneOf(Facet facet, Set<String> values) {
        return Map.of("terms", Map.of(ClusterSchema.keys(facet), List.copyOf(values)));
    }

    /// What all posts must be: of the blogs, within the days, of none of the values excluded.
    private Map<String, Object> narrowed(@Nullable Map<String, Object> matching) {
        PostFilters filters = query.filters();
        List<Object> must = new ArrayList<>();
        must.add(Map.of("terms", Map.of(ClusterSchema.PLACE, places)));
        Map<String, Object> days = new TreeMap<>();
        if (filters.firstDay() != null) {
            days.put("gte", filters.firstDay());
        }
        if (filters.lastDay() != null) {
            days.put("lte", filters.lastDay());
        }
        if (!days.isEmpty()) {
            must.add(Map.of("range", Map.of(ClusterSchema.DATE, days)));
        }
        if (matching != null) {
            must.add(matching);
        }
        List<Object> mustNot = new ArrayList<>();
        filters.excluded().forEach((facet, values) -> mustNot.add(oneOf(facet, values)));
        return bool(must, mustNot);
    }

    private static Map<String, Object> bool(List<?> filter, List<?> mustNot) {
        return Map.of("bool", Map.of("filter", filter, "must_not", mustNot));
    }

    /// The filters of facets, but for one.
    private List<Object> selectedBut(@Nullable Facet but) {
        List<Object> filters = new ArrayList<>();
        selected.forEach((facet, filter) -> {
            if (facet != but) {
                filters.add(filter);
            }
        });
        return filters;
    }

    private Map<String, Object> matching(@Nullable Query sections) {
        return sections == null ? SectionQueries.anyPost() : SectionQueries.posts(sections);
    }

    /// Counts what matches strictly.
    String strict() {
        return counting(matching(query.strict()), query.strict());
    }

    /// Counts what was found although nothing matches strictly.
    String some(boolean hasRequired) {
        return counting(loosely(hasRequired), null);
    }

    private String counting(Map<String, Object> matching, @Nullable Query sections) {
        Map<String, Object> ofAll = new TreeMap<>();
        Map<String, Object> each = new TreeMap<>();
        Map<String, Object> counted = sections == null ? Map.of("match_all", Map.of()) : SectionQueries.of(sections);
        ofAll.put(
                NESTED,
                Map.of(
                        "nested",
                        Map.of("path", ClusterSchema.SECTIONS),
                        "aggs",
                        Map.of(MATCHING, Map.of("filter", counted))));
        for (Facet facet : query.countsFacets() ? List.of(Facet.values()) : List.<Facet>of()) {
            Map<String, Object> values =
                    Map.of("terms", Map.of("field", ClusterSchema.values(facet), "size", MOST_VALUES));
            if (selected.containsKey(facet)) {
                each.put(
                        facet.key(),
                        Map.of("filter", bool(selectedBut(facet), List.of()), "aggs", Map.of(facet.key(), values)));
            } else {
                ofAll.put(facet.key(), values);
            }
        }
        each.put(ALL, Map.of("filter", bool(selectedBut(null), List.of()), "aggs", ofAll));
        return Answers.line(Map.of("size", 0, "track_total_hits", false, "query", narrowed(matching), "aggs", each));
    }

    /// Finds candidates among what has any of the words, or all when there are none that rank.
    String candidates(boolean hasRequired) {
        boolean isByWords = !query.words().isEmpty() && query.order() == Order.RELEVANCE;
        Map<String, Object> strict = matching(query.strict());
        return listing(isByWords, isByWords ? anyOf(List.of(loosely(hasRequired), strict)) : strict);
    }

    /// The same by date, when nothing matches strictly.
    String looseCandidates(boolean hasRequired) {
        return listing(query.order() == Order.RELEVANCE, loosely(hasRequired));
    }

    private String listing(boolean isByScore, Map<String, Object> found) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("size", Math.min(query.limit(), ClusterSchema.MOST_CANDIDATES));
        search.put("track_total_hits", false);
        // What is stored lies in large pieces, which take longer to open than all the rest.
        search.put("stored_fields", "_none_");
        search.put("docvalue_fields", List.of(ClusterSchema.HASH, ClusterSchema.PLACE, ClusterSchema.PATH));
        Map<String, Object> bool = new LinkedHashMap<>();
        List<Object> filters = new ArrayList<>(selectedBut(null));
        filters.add(narrowed(found));
        bool.put("filter", filters);
        if (isByScore) {
            bool.put("should", List.of(score()));
        }
        List<Object> order = new ArrayList<>(isByScore ? List.of("_score") : List.of());
        String direction = query.order() == Order.OLDEST ? "asc" : "desc";
        order.add(Map.of(ClusterSchema.DATE, Map.of("order", direction, "missing", "_last")));
        order.add(Map.of(ClusterSchema.PATH, "asc"));
        search.put("sort", order);
        search.put("query", Map.of("bool", bool));
        return Answers.line(search);
    }

    private static Map<String, Object> anyOf(List<?> queries) {
        return Map.of("bool", Map.of("should", queries, "minimum_should_match", 1));
    }

    /// Posts that have any of the words, and in one section what is required.
    private Map<String, Object> loosely(boolean hasRequired) {
        List<Object> all = new ArrayList<>();
        Query required = hasRequired ? query.required() : query.leastRequired();
        if (required != null) {
            all.add(SectionQueries.posts(required));
        }
        if (!query.words().isEmpty()) {
            all.add(score());
        } else if (required == null) {
            all.add(matching(query.strict()));
        }
        return bool(all, List.of());
    }

    /// The sum over the words of the best of their forms.
    private Map<String, Object> score() {
        List<Object> words = new ArrayList<>();
        int most = Math.max(1, MOST_STEMS / Math.max(1, query.words().size()));
        for (List<Form> forms : query.words()) {
            List<Object> each = new ArrayList<>();
            int left = most;
            for (Form form : forms) {
                if (left > 0) {
                    add(each, form, left);
                    left -= form.stems().size() + form.parts().size();
                }
            }
            if (!each.isEmpty()) {
                words.add(Map.of("dis_max", Map.of("queries", each)));
            }
        }
        return words.isEmpty() ? Map.of("match_none", Map.of()) : anyOf(words);
    }

    /// @param most  stems
    private static void add(List<Object> each, Form form, int most) {
        form.stems().stream().limit(most).forEach(stem -> each.add(stem(form, stem, stem.weight())));
        if (!form.parts().isEmpty()) {
            List<Object> parts = form.parts().stream()
                    .limit(most)
                    .<Object>map(part -> stem(form, part, part.weight() * form.weight()))
                    .toList();
            each.add(Map.of("bool", Map.of("should", parts, "minimum_should_match", Math.ceilDiv(parts.size(), 2))));
        }
    }

    private static Map<String, Object> stem(Form form, Stem stem, float weight) {
        String token = ClusterTokens.stem(form.language(), stem.stem());
        return Map.of("term", Map.of(ClusterSchema.STEMS, Map.of("value", token, "boost", (double) weight)));
    }

    /// Whether any post matches in another spelling.
    ///
    /// @return null when there is none
    @Nullable
    String respelled() {
        return query.respelled() == null ? null : any(List.of(SectionQueries.posts(query.respelled())), List.of());
    }

    /// Whether any post matches all, be it in different sections.
    ///
    /// @return null when that isn't asked
    @Nullable
    String apart() {
        if (query.apart().isEmpty()) {
            return null;
        }
        List<Object> must = new ArrayList<>();
        List<Object> mustNot = new ArrayList<>();
        for (Apart part : query.apart()) {
            (part.isWanted() ? must : mustNot).add(SectionQueries.posts(part.sections()));
        }
        return any(must, mustNot);
    }

    private String any(List<Object> must, List<Object> mustNot) {
        List<Object> all = new ArrayList<>(selectedBut(null));
        all.add(narrowed(bool(must, mustNot)));
        return Answers.line(
                Map.of("size", 0, "track_total_hits", 1, "terminate_after", 1, "query", bool(all, List.of())));
    }

    /// Reads what {@link #strict} or {@link #some} counted.
    static Counted counted(jakarta.json.JsonObject answer) {
        jakarta.json.JsonObject aggregations = Answers.at(answer, "aggregations");
        jakarta.json.JsonObject all = Answers.at(aggregations, ALL);
        Map<Facet, Map<String, Integer>> facets = new TreeMap<>();
        for (Facet facet : Facet.values()) {
            jakarta.json.JsonObject values = all.containsKey(facet.key())
                    ? Answers.at(all, facet.key())
                    : Answers.at(aggregations, facet.key(), facet.key());
            if (values.get("buckets") instanceof jakarta.json.JsonArray buckets) {
                Map<String, Integer> counts = new TreeMap<>();
                for (jakarta.json.JsonObject bucket : buckets.getValuesAs(jakarta.json.JsonObject.class)) {
                    counts.put(Answers.text(bucket, "key"), (int) Answers.number(bucket, "doc_count"));
                }
                facets.put(facet, counts);
            }
        }
        return new Counted(
                (int) Answers.number(all, "doc_count"),
                (int) Answers.number(Answers.at(all, NESTED, MATCHING), "doc_count"),
                facets);
    }

    /// @param posts  number of posts
    /// @param sections  number of their sections that match
    record Counted(int posts, int sections, Map<Facet, Map<String, Integer>> facets) {}
}
