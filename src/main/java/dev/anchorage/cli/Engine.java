package dev.anchorage.cli;

import dev.anchorage.index.SectionStore;
import dev.anchorage.search.SearchOptions;
import dev.anchorage.search.Searcher;
import dev.anchorage.search.SiteShare;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What keeps the sections of all blogs of a configuration: an index folder for each, or a cluster for all. Nothing but
/// this knows which.
interface Engine extends Closeable {
    /// The engine that `engine` names.
    ///
    /// @param name  as options and configuration give it
    static Engine of(String name, Settings settings) throws SettingsException, IOException {
        return switch (name) {
            case FolderEngine.NAME -> new FolderEngine();
            case ClusterEngine.NAME -> clustered(settings);
            default ->
                throw new SettingsException("--engine is \"" + Style.clean(name) + "\", expected " + FolderEngine.NAME
                        + " or " + ClusterEngine.NAME);
        };
    }

    private static Engine clustered(Settings settings) throws SettingsException, IOException {
        try {
            return ClusterEngine.of(settings);
        } catch (NoClassDefFoundError absent) {
            throw new SettingsException("engine: opensearch needs the client of OpenSearch, which this installation"
                    + " doesn't have; unpack anchorage-VERSION-opensearch.tar.gz over it");
        }
    }

    /// Where a blog's sections are written.
    ///
    /// @param index  the folder of its index, for engines that have such
    /// @param site  its name; null: there is only one
    SectionStore store(Path index, @Nullable String site);

    /// Opens the newest state of a blog.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no index
    Searcher open(Path index, SearchOptions wishes, SiteShare share) throws IOException;

    /// Asks the newest state of a blog something as fast as can be, for a process that asks once.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no index
    <T> T once(Path index, SearchOptions wishes, @Nullable String site, Searcher.Question<T> question)
            throws IOException;

    /// Whether a blog has an index that can be read.
    boolean hasIndex(Path index, @Nullable String site) throws IOException;

    /// Whether a blog has no index yet, as far as that can be told without reading one.
    boolean isNew(Path index, @Nullable String site) throws IOException;

    /// What a blog's index takes, in bytes; null: that can't be said of one blog.
    @Nullable
    Long bytes(Path index) throws IOException;
}
