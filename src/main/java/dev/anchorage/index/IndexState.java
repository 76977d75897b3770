package dev.anchorage.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

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

    /// The state of the last commit in a folder.
    ///
    /// @return null when there is no index in the folder, or no folder
    /// @throws IndexDamagedException when what is there can't be used by this version
    public static @Nullable IndexState of(Path directory) throws IOException {
        try (Directory files = FSDirectory.open(directory)) {
            return of(files, directory);
        }
    }

    static @Nullable IndexState of(Directory files, Path directory) throws IOException {
        SegmentInfos commit;
        try {
            commit = SegmentInfos.readLatestCommit(files);
        } catch (IndexNotFoundException absent) {
            return null;
        } catch (IndexFormatTooOldException | IndexFormatTooNewException foreign) {
            throw IndexDamagedException.otherFormat(directory, foreign);
        } catch (IOException damaged) {
            throw IndexDamagedException.damaged(directory, damaged);
        }
        return of(commit.getUserData(), directory);
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
                    Long.parseLong(commitData.getOrDefault(GENERATION, "")),
                    Instant.parse(commitData.getOrDefault(UPDATED, "")),
                    commitData.getOrDefault(SETTINGS, ""));
        } catch (RuntimeException unreadable) {
            throw IndexDamagedException.damaged(directory, unreadable);
        }
    }

    Map<String, String> toCommitData() {
        return Map.of(
                FORMAT, Integer.toString(IndexSchema.FORMAT),
                GENERATION, Long.toString(generation),
                UPDATED, updated.toString(),
                SETTINGS, settings);
    }
}
