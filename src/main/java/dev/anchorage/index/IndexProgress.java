package dev.anchorage.index;

/// Is told how far an update is. Called on the thread that updates, once for each post that was read.
@FunctionalInterface
public interface IndexProgress {
    /// Listens to nothing.
    IndexProgress NONE = (done, total) -> {};

    /// One more post was read.
    ///
    /// @param done  posts read so far
    /// @param total  posts to read in this update
    void read(int done, int total);
}
