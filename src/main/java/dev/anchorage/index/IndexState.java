package dev.anchorage.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

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
    /// @throws IndexDamagedException when the commit is not one of this version
    public static IndexState of(Map<String, String> commitData, Path directory) throws IndexDamagedException {
        if (!Integer.toString(IndexSchema.FORMAT).equals(commitData.get(FORMAT))) {
            throw IndexDamagedException.otherFormat(directory, null);
        }
        try {
            return new IndexState(
                    generation(commitData),
                    Instant.parse(commitData.getOrDefault(UPDATED, "")),
                    commitData.getOrDefault(SETTINGS, ""),
                    Lineage.of(commitData));
        } catch (RuntimeException unreadable) {
            throw IndexDamagedException.damaged(directory, unreadable);
        }
    }

    /// The generation that a commit's data names, whatever its format.
    ///
    /// @throws NumberFormatException when it names none
    static long generation(Map<String, String> commitData) {
        return Long.parseLong(commitData.getOrDefault(GENERATION, ""));
    }

    Map<String, String> toCommitData() {
        Map<String, String> data = lineage.toCommitData();
        data.put(FORMAT, Integer.toString(IndexSchema.FORMAT));
        data.put(GENERATION, Long.toString(generation));
        data.put(UPDATED, updated.toString());
        data.put(SETTINGS, settings);
        return data;
    }
}
