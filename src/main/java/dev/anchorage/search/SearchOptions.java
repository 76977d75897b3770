package dev.anchorage.search;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the owner of an archive says about its answers.
///
/// @param synonyms  groups of words and phrases that stand for one another
/// @param pins  address of the post or section that stands first, by query
public record SearchOptions(List<List<String>> synonyms, Map<String, String> pins) {
    /// Nothing is said.
    public static final SearchOptions NONE = new SearchOptions(List.of(), Map.of());

    public SearchOptions {
        synonyms = synonyms.stream().map(List::copyOf).toList();
        pins = Collections.unmodifiableMap(new TreeMap<>(pins));
    }
}
