package dev.anchorage.web;

import dev.anchorage.index.IndexSchema.Facet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Addresses of pages near the one asked for: the same question with one thing changed.
final class PageLinks {
    private static final List<String> KEPT = List.of(Sites.PARAMETER, "q", "after", "before", "sort", "limit");

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /// @param asked  the parameters of the request; those that mean nothing here are left out
    PageLinks(Map<String, List<String>> asked) {
        for (String name : KEPT) {
            put(asked, name);
        }
        for (Facet facet : Facet.values()) {
            put(asked, facet.key());
        }
    }

    private void put(Map<String, List<String>> asked, String name) {
        List<String> values = asked.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (!values.isEmpty()) {
            parameters.put(name, values);
        }
    }

    /// Nothing asked yet.
    String home(String path) {
        return Parameters.url(path, Map.of(Sites.PARAMETER, sites()));
    }

    /// The sites that are asked; none when there is only one blog.
    List<String> sites() {
        return parameters.getOrDefault(Sites.PARAMETER, List.of());
    }

    /// This question, from its first answer.
    String as(String path) {
        return Parameters.url(path, parameters);
    }

    String query(String query) {
        return url("q", List.of(query));
    }

    String offset(int offset) {
        return url("offset", offset == 0 ? List.of() : List.of(Integer.toString(offset)));
    }

    /// With the value chosen when it is not, and not when it is.
    String toggle(Facet facet, String value) {
        List<String> values = new ArrayList<>(chosen(facet));
        boolean wasChosen = values.removeIf(other -> isSame(value, other));
        if (!wasChosen) {
            values.add(value);
        }
        return url(facet.key(), values);
    }

    /// With this value of the facet and no other.
    String only(Facet facet, String value) {
        return url(facet.key(), List.of(value));
    }

    List<String> chosen(Facet facet) {
        return parameters.getOrDefault(facet.key(), List.of());
    }

    String first(String name) {
        return Parameters.first(parameters, name);
    }

    private String url(String name, List<String> values) {
        return Parameters.url("/search", Parameters.with(parameters, name, values));
    }

    private static boolean isSame(String value, String other) {
        return Facet.fold(value).equals(Facet.fold(other));
    }
}
