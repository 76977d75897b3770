package dev.anchorage.index;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the sections of a blog: in a folder, or in a cluster. This is what an engine implements to be written to; what
/// it implements to be asked is `dev.anchorage.search.Searcher`.
public interface SectionStore {
    /// Begins an update. One at a time may run, in this process or in another.
    ///
    /// @param isFull  whether nothing of what is there will be kept, so that it need not be usable
    /// @throws IndexRefusedException when another update is running
    /// @throws IndexDamagedException when what is there can't be used
    StoreUpdate begin(boolean isFull) throws IOException;

    /// Differs from what it was before whenever somebody has committed since; null: that can't be told.
    default @Nullable String mark() throws IOException {
        return null;
    }

    /// Puts the state before the last full reindex back, as the newest. The state that answered until now is kept in
    /// its place, so that a second time brings that back.
    ///
    /// @return empty when there is nothing to go back to; all is as before
    /// @throws java.nio.file.NoSuchFileException when there is no index
    /// @throws IndexRefusedException when an update is running
    Optional<Rollback> rollBack() throws IOException;

    /// What a failure to write is to be told as.
    IOException failed(Exception failure);
}
