package dev.anchorage.web;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.BadParameterException;
import dev.anchorage.search.DayRange;
import dev.anchorage.search.SearchRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request with nothing in it that does not matter: who means the same asks the same, and gets the same bytes.
///
/// @param base  the service's address as readers see it, without a slash at the end; empty where it makes no difference
/// @param request  what to search
/// @param shape  how much of the answer is wanted
/// @param parameters  those that say anything, in a fixed order, each as it is usually written
record Question(String base, SearchRequest request, AnswerShape shape, Map<String, List<String>> parameters) {
    /// What the answer's form depends on, besides the request.
    private static final List<String> FORMS = List.of("facets", "sections", "summary");

    private static final int MOST_PREFIXES = 2;
    private static final int MOST_WORDS = 16;
    private static final int DEEP = 500;

    /// @param asked  the parameters of the request's address
    static Question of(String base, Map<String, List<String>> asked) throws BadParameterException {
        SearchRequest request = SearchRequest.parse(asked);
        AnswerShape shape = AnswerShape.of(asked);
        Map<String, List<String>> said = new LinkedHashMap<>();
        List<String> sites = Sites.names(asked);
        if (!sites.isEmpty()) {
            said.put(Sites.PARAMETER, sites);
        }
        put(said, "q", request.query());
        put(said, "after", text(request.days().after()));
        put(said, "before", text(request.days().before()));
        put(said, "sort", Parameters.first(asked, "sort"));
        put(said, "limit", request.limit() == SearchRequest.DEFAULT_LIMIT ? "" : Integer.toString(request.limit()));
        for (Facet facet : Facet.values()) {
            List<String> values = request.filters().getOrDefault(facet, List.of());
            if (!values.isEmpty()) {
                said.put(facet.key(), values.stream().distinct().toList());
            }
        }
        put(said, "offset", request.offset() == 0 ? "" : Integer.toString(request.offset()));
        put(said, "typing", request.isTyping() ? "true" : "");
        for (String name : FORMS) {
            if (asked.containsKey(name)) {
                said.put(name, List.of(Parameters.first(asked, name)));
            }
        }
        return new Question(base, request, shape, said);
    }

    private static void put(Map<String, List<String>> said, String name, String value) {
        if (!value.isEmpty()) {
            said.put(name, List.of(value));
        }
    }

    private static String text(DayRange.@Nullable Period period) {
        return period == null ? "" : period.text();
    }

    /// The first value of a parameter; empty when there is none.
    String first(String name) {
        return Parameters.first(parameters, name);
    }

    /// Whether its answer may cost many times what others do: it has many words or several prefixes, or lies deep.
    boolean isCostly() {
        String query = request.query();
        return count(query, '*') > MOST_PREFIXES
                || count(query, ' ') >= MOST_WORDS
                || request.offset() + request.limit() > DEEP;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    /// Names the question; two that differ have different names.
    String key() {
        StringBuilder key = new StringBuilder(96).append(base);
        parameters.forEach((name, values) -> {
            for (String value : values) {
                key.append('&')
                        .append(name)
                        .append('=')
                        .append(value.length())
                        .append(':')
                        .append(value);
            }
        });
        return key.toString();
    }
}
