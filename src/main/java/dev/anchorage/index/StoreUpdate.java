package dev.anchorage.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/// One update of a {@link SectionStore}. What it is given becomes the state that answers by {@link #commit} only;
/// closed without that, it leaves the state before in its place. {@link #replace} and {@link #delete} may be called by
/// several threads at once, all else by one.
public interface StoreUpdate extends Closeable {
    /// What the state before says about itself; null: there is none that can be used.
    @Nullable
    IndexState before();

    /// The greatest generation that the store has had, also when its state can't be used; 0: none is known.
    long lastGeneration();

    /// Names the state before, so that it can be gone back to; null: there is none.
    @Nullable
    String commit();

    /// The posts of the state before.
    IndexedPosts indexed();

    /// Makes ready to be written to.
    ///
    /// @param isNew  whether nothing of the state before is kept
    /// @param bytes  size of all posts
    void open(boolean isNew, long bytes) throws IOException;

    /// Replaces a post, or adds it.
    ///
    /// @param path  of the post
    /// @param block  its sections in document order, then the post, as {@link IndexSchema} describes them
    void replace(String path, List<Document> block) throws IOException;

    /// Removes a post; when there is none with the path, nothing.
    void delete(String path) throws IOException;

    /// Remembers another fingerprint of a post whose bytes are the same. Nothing that readers can see changes.
    void refreshFingerprint(String path, String fingerprint) throws IOException;

    /// Sees to it that nothing finds or counts what was replaced or deleted, and that no byte is left when a post was
    /// deleted; then looks whether a state may become that which answers.
    ///
    /// @param expectation  what must hold of it; null: nothing
    /// @param isChanged  whether the state differs from the one before
    /// @throws IndexRefusedException when something doesn't hold
    void check(@Nullable Expectation expectation, IndexState state, boolean isChanged) throws IOException;

    /// Lets readers see what was written.
    ///
    /// @param state  what it says about itself; null: the same as before, since only fingerprints are new
    void commit(@Nullable IndexState state) throws IOException;
}
