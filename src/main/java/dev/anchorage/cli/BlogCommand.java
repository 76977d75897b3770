package dev.anchorage.cli;

import java.io.IOException;
import picocli.CommandLine.Mixin;

/// A command that reads the posts.
abstract class BlogCommand extends Subcommand {
    private final Settings settings;

    @Mixin
    private final BlogOptions options = new BlogOptions();

    BlogCommand(Settings settings) {
        this.settings = settings;
    }

    /// The archive that options and configuration name.
    final Blog blog() throws IOException, SettingsException {
        return Blog.of(places.posts, options, settings);
    }

    /// What brings the index of this blog up to date.
    final Update update() throws IOException, SettingsException {
        return new Update(blog(), places.index, options.defaultLanguage);
    }
}
