package dev.anchorage.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// What a commit says about itself; kept in Lucene's commit data.
///
/// @param generation  grows by one with every commit of one index
/// @param updated  when the commit was made
/// @param settings  fingerprint of everything besides the files that decides what is indexed
public record IndexState(long generation, Instant updated, String settings) {
    private static final String FORMAT = "anchorage.format";
    private static final String GENERATION = "anchorage.generation";
    private static final String UPDATED = "anchorage.updated";
    private static final String SETTINGS = "anchorage.settings";

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
                    commitData.getOrDefault(SETTINGS, ""));
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
        return Map.of(
                FORMAT, Integer.toString(IndexSchema.FORMAT),
                GENERATION, Long.toString(generation),
                UPDATED, updated.toString(),
                SETTINGS, settings);
    }
}
