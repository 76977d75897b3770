package dev.anchorage.search;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the owner of an archive says about its answers.
///
/// @param synonyms  groups of words and phrases that stand for one another
/// @param pins  address of the post or section that stands first, by query
/// @param recency  by how much of its score the newest post gains over old ones, from 0 to {@value #MAX_RECENCY}
public record SearchOptions(List<List<String>> synonyms, Map<String, String> pins, double recency) {
    /// What the newest post gains when nothing else is said.
    public static final double RECENCY = 0.02;

    /// More than this would rank by date.
    public static final double MAX_RECENCY = 1;

    /// Nothing is said.
    public static final SearchOptions NONE = new SearchOptions(List.of(), Map.of(), RECENCY);

    public SearchOptions {
        if (!(recency >= 0 && recency <= MAX_RECENCY)) {
            throw new IllegalArgumentException("recency is " + recency + ", expected 0 to " + MAX_RECENCY);
        }
        synonyms = synonyms.stream().map(List::copyOf).toList();
        pins = Collections.unmodifiableMap(new TreeMap<>(pins));
    }

    /// Whether these are {@link #NONE}; asked without `equals`, which Java links anew in each process.
    boolean areDefaults() {
        return synonyms.isEmpty() && pins.isEmpty() && recency == RECENCY;
    }
}
