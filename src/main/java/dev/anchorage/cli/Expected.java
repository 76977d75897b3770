package dev.anchorage.cli;

import dev.anchorage.search.ExpectedHit;
import dev.anchorage.search.ExpectedHits;
import dev.anchorage.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the list `expect` of the configuration.
final class Expected {
    private static final String SHAPE =
            "expected {query: …, post: … or section: …#…, within: 1 to " + SearchRequest.MAX_LIMIT + "}";
    private static final int USUAL_RANK = 10;

    private Expected() {}

    /// What must hold of every new state of the index; null when nothing is expected.
    static @Nullable ExpectedHits of(Settings settings) throws SettingsException {
        List<ExpectedHit> hits = new ArrayList<>();
        for (Object item : settings.list("expect")) {
            hits.add(hit(item, hits.size() + 1));
        }
        return hits.isEmpty() ? null : new ExpectedHits(hits);
    }

    private static ExpectedHit hit(Object item, int number) throws SettingsException {
        if (!(item instanceof Map<?, ?> map)
                || !Set.of("query", "post", "section", "within").containsAll(map.keySet())
                || !(map.get("query") instanceof String query)
                || map.containsKey("post") == map.containsKey("section")
                || !((map.containsKey("post") ? map.get("post") : map.get("section")) instanceof String wanted)
                || map.containsKey("section") != wanted.contains("#")
                || !((map.containsKey("within") ? map.get("within") : USUAL_RANK) instanceof Integer within)
                || within < 1
                || within > SearchRequest.MAX_LIMIT) {
            throw new SettingsException("expect: item " + number + " is " + item + ", " + SHAPE);
        }
        return new ExpectedHit(query, wanted, within);
    }
}
