package dev.anchorage.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Locations that name what they lie in behind commas: `Chicago, Illinois, USA`.
final class LocationHierarchy {
    /// A text with more commas is no place, and lies in nothing.
    private static final int MAX_PARTS = 8;

    private LocationHierarchy() {}

    /// With one space behind each comma and nothing empty between them, so that one place has one spelling.
    static List<String> tidied(List<String> locations) {
        return locations.stream()
                .map(location -> Arrays.stream(location.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    /// The locations, then all that they lie in.
    ///
    /// @param locations  tidied
    static List<String> withEnclosing(List<String> locations) {
        List<String> all = new ArrayList<>(locations);
        for (String location : locations) {
            String[] parts = location.split(", ", MAX_PARTS + 1);
            for (int i = 1; i < parts.length && parts.length <= MAX_PARTS; i++) {
                all.add(String.join(", ", Arrays.asList(parts).subList(i, parts.length)));
            }
        }
        return all;
    }
}
