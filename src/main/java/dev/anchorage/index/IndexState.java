package dev.anchorage.index;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a commit says about itself; kept in Lucene's commit data.
///
/// @param generation  grows by one with every commit of one index
/// @param updated  when the commit was made
/// @param settings  fingerprint of everything besides the files that decides what is indexed
/// @param lineage  where it comes from
public record IndexState(long generation, Instant updated, String settings, Lineage lineage) {
    private static final String FORMAT = "anchorage.format";
    private static final String GENERATION = "anchorage.generation";
    private static final String UPDATED = "anchorage.updated";
    private static final String SETTINGS = "anchorage.settings";

    /// A state that comes from nowhere.
    public IndexState(long generation, Instant updated, String settings) {
        this(generation, updated, settings, Lineage.NONE);
    }

    /// The state that a commit's data describes.
    ///
    /// @param place  of the index, for messages
    /// @throws IndexDamagedException when the commit is not one of this version
    public static IndexState of(Map<String, String> commitData, Object place) throws IndexDamagedException {
        if (!Integer.toString(IndexSchema.FORMAT).equals(commitData.get(FORMAT))) {
            throw IndexDamagedException.otherFormat(place, null);
        }
        try {
            return new IndexState(
                    generation(commitData),
                    Instant.parse(commitData.getOrDefault(UPDATED, "")),
                    commitData.getOrDefault(SETTINGS, ""),
                    Lineage.of(commitData));
        } catch (RuntimeException unreadable) {
            throw IndexDamagedException.damaged(place, unreadable);
        }
    }

    /// Names the state that can be gone back to; null: none.
    public @Nullable String previous() {
        return lineage.previous();
    }

    /// What an earlier state says about itself when it is gone back to from this one.
    ///
    /// @param then  that state
    /// @param thisOne  names this one, so that it can be gone back to in turn
    public IndexState goneBackTo(IndexState then, String thisOne) {
        Lineage back = new Lineage(then.lineage().source(), thisOne, lineage.source());
        return new IndexState(generation + 1, Instant.now(), then.settings(), back);
    }

    /// The generation that a commit's data names, whatever its format.
    ///
    /// @throws NumberFormatException when it names none
    public static long generation(Map<String, String> commitData) {
        return Long.parseLong(commitData.getOrDefault(GENERATION, ""));
    }

    /// As a commit's data, from which {@link #of} makes it again.
    public Map<String, String> toCommitData() {
        Map<String, String> data = lineage.toCommitData();
        data.put(FORMAT, Integer.toString(IndexSchema.FORMAT));
        data.put(GENERATION, Long.toString(generation));
        data.put(UPDATED, updated.toString());
        data.put(SETTINGS, settings);
        return data;
    }
}
