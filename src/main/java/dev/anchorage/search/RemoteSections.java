package dev.anchorage.search;

import dev.anchorage.index.ArchiveFacts;
import dev.anchorage.index.IndexState;
import dev.anchorage.index.PostBlock;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// The sections of blogs where they are kept elsewhere, in a cluster that counts and finds;
/// {@link RemoteSearcher} ranks what it finds. Thread-safe. Every method throws an {@link IOException} when the
/// cluster can't be asked now.
public interface RemoteSections {
    /// The newest state of a blog.
    ///
    /// @param site  the name of the blog; null: there is only one
    /// @throws java.nio.file.NoSuchFileException when there is no index
    State newest(@Nullable String site) throws IOException;

    /// A newer state than one that was seen.
    ///
    /// @return null when there is none
    /// @throws java.nio.file.NoSuchFileException when there is no index any more
    @Nullable
    State newerThan(State known) throws IOException;

    /// Counts and finds.
    ///
    /// @param states  of the blogs to ask, as one
    RemoteMatches find(RemoteQuery query, List<State> states) throws IOException;

    /// Whether any section matches.
    ///
    /// @param states  of the blogs to ask
    boolean has(Query sections, List<State> states) throws IOException;

    /// Posts by their addresses, as `LinkAddress` gives them; those that are there, in no order.
    List<PostBlock> posts(Collection<String> addresses, State state) throws IOException;

    /// All posts of a blog, one after the other, in no order.
    void forEach(State state, Consumer<PostBlock> take) throws IOException;

    /// A state that answers.
    ///
    /// @param site  the name of its blog; null: there is only one
    /// @param state  what it says about itself
    /// @param facts  of all its posts
    /// @param place  where its posts are, in the cluster's own words
    record State(@Nullable String site, IndexState state, ArchiveFacts facts, String place) {}
}
