package dev.anchorage.index;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a commit says of where it comes from and of the one before it; kept in Lucene's commit data.
///
/// @param source  fingerprint of the settings and the archive that it was made from; null: not known
/// @param previous  the file of the commit that can be gone back to; null: none
/// @param refused  the source of a state that was gone back from and is not to be made again; null: none
record Lineage(
        @Nullable String source,
        @Nullable String previous,
        @Nullable String refused) {
    /// Nothing is known.
    static final Lineage NONE = new Lineage(null, null, null);

    private static final String SOURCE = "anchorage.source";
    private static final String PREVIOUS = "anchorage.previous";
    private static final String REFUSED = "anchorage.refused";

    static Lineage of(Map<String, String> commitData) {
        return new Lineage(commitData.get(SOURCE), commitData.get(PREVIOUS), commitData.get(REFUSED));
    }

    Map<String, String> toCommitData() {
        Map<String, String> data = new HashMap<>();
        put(data, SOURCE, source);
        put(data, PREVIOUS, previous);
        put(data, REFUSED, refused);
        return data;
    }

    private static void put(Map<String, String> data, String key, @Nullable String value) {
        if (value != null) {
            data.put(key, value);
        }
    }
}
