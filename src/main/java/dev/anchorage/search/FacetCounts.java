package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse.FacetValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;

/// Reads the values of all facets with their numbers of posts, spellings that differ only in case taken together.
final class FacetCounts {
    /// Values beyond the most frequent ones are not given, unless they are selected.
    private static final int MAX_VALUES = 50;

    private static final Comparator<FacetValue> MOST_FIRST =
            Comparator.comparingInt(FacetValue::posts).reversed().thenComparing(FacetValue::value);
    private static final Comparator<FacetValue> LATEST_FIRST =
            Comparator.comparing(FacetValue::value).reversed();

    private FacetCounts() {}

    static Map<Facet, List<FacetValue>> of(Facets facets, Filters filters) throws IOException {
        Map<Facet, List<FacetValue>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            counts.put(facet, values(facets.getAllChildren(facet.key()), facet, filters));
        }
        return counts;
    }

    private static List<FacetValue> values(FacetResult result, Facet facet, Filters filters) {
        if (result == null) {
            return List.of();
        }
        Map<String, List<LabelAndValue>> spellings = new HashMap<>();
        for (LabelAndValue spelling : result.labelValues) {
            spellings
                    .computeIfAbsent(Facet.fold(spelling.label), key -> new ArrayList<>())
                    .add(spelling);
        }
        List<FacetValue> values = new ArrayList<>();
        spellings.values().forEach(same -> values.add(merged(same, facet, filters)));
        values.sort(facet == Facet.YEAR ? LATEST_FIRST : MOST_FIRST);
        List<FacetValue> shown = new ArrayList<>(values.subList(0, Math.min(MAX_VALUES, values.size())));
        values.stream().skip(MAX_VALUES).filter(FacetValue::isSelected).forEach(shown::add);
        return shown;
    }

    /// A post has each value in one spelling only, so the numbers add up; the most frequent spelling is shown.
    private static FacetValue merged(List<LabelAndValue> spellings, Facet facet, Filters filters) {
        LabelAndValue shown = spellings.stream()
                .max(Comparator.comparingInt((LabelAndValue spelling) -> spelling.value.intValue())
                        .thenComparing(spelling -> spelling.label, Comparator.reverseOrder()))
                .orElseThrow();
        int posts = spellings.stream()
                .mapToInt(spelling -> spelling.value.intValue())
                .sum();
        return new FacetValue(shown.label, posts, filters.isSelected(facet, shown.label));
    }
}
