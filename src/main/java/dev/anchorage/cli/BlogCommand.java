package dev.anchorage.cli;

import dev.anchorage.git.FetchException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/// A command that reads the posts.
abstract class BlogCommand extends Subcommand {
    @Mixin
    private final BlogOptions options = new BlogOptions();

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    BlogCommand(Settings settings) {
        super(settings);
    }

    /// The archive that options and configuration name.
    final Blog blog() throws IOException, SettingsException {
        return Blog.of(places.posts, options, settings);
    }

    /// Fetches the posts, when they come from elsewhere.
    final void fetch() throws FetchException, SettingsException {
        remote.fetchInto(places.posts, settings);
    }

    /// What brings the index of this blog up to date.
    final Update update(Engine engine) throws IOException, SettingsException {
        return update(engine, blog());
    }

    /// The same for a blog that was read before and may have changed.
    ///
    /// @param before  null: it was not read yet
    final Update updateSince(Engine engine, @Nullable Blog before) throws IOException, SettingsException {
        return update(engine, Blog.of(places.posts, options, settings, before));
    }

    private Update update(Engine engine, Blog blog) throws SettingsException {
        return new Update(
                blog,
                engine.store(index(), settings.site()),
                index(),
                options.defaultLanguage,
                Expected.of(settings),
                !options.isPreviousForgotten);
    }
}
