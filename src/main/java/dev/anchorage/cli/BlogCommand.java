package dev.anchorage.cli;

import dev.anchorage.archive.Scan;
import dev.anchorage.git.FetchException;
import dev.anchorage.index.Indexer;
import dev.anchorage.index.SectionStore;
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

    @Override
    void take(PlainLine line) {
        super.take(line);
        options.take(line);
        remote.take(line);
    }

    /// The archive that options and configuration name.
    final Blog blog() throws IOException, SettingsException {
        return Blog.of(places.posts, options, settings);
    }

    /// Fetches the posts, when they come from elsewhere.
    final void fetch() throws FetchException, SettingsException {
        remote.fetchInto(places.posts, settings);
    }

    /// Whether there are more than so many bytes of posts.
    final boolean hasPostsOf(long bytes) throws IOException, SettingsException {
        return Blog.archive(places.posts, options.files()).isLargerThan(bytes);
    }

    /// What brings the index of this blog up to date.
    final Update update(Engine engine) throws IOException, SettingsException {
        return updateSince(engine, null);
    }

    /// The same for a blog that was read before and may have changed.
    ///
    /// @param before  null: it was not read yet
    final Update updateSince(Engine engine, @Nullable Blog before) throws IOException, SettingsException {
        SectionStore store = engine.store(index(), settings.site());
        String mark = store.mark();
        Blog.Look look = Blog.look(places.posts, options, settings, before);
        Scan scan = look.scan();
        return new Update(
                look.blog(),
                mark == null || scan == null ? null : new Indexer.Earlier(scan, mark),
                store,
                index(),
                options.defaultLanguage,
                Expected.of(settings),
                !options.isPreviousForgotten);
    }
}
