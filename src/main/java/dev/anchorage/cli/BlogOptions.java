package dev.anchorage.cli;

import dev.anchorage.archive.ArchiveOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say how the blog is built from its posts.
final class BlogOptions {
    @Option(
            names = "--generator",
            paramLabel = "NAME",
            completionCandidates = Choices.Generators.class,
            description = "What builds the blog's pages: sphinx, hugo, jekyll, … (default: found out).")
    @Nullable
    String generator;

    @Option(
            names = "--site",
            paramLabel = "URL",
            description = "The blog's address; without it links are relative to its root.")
    @Nullable
    String site;

    @Option(
            names = "--permalink",
            paramLabel = "TEMPLATE",
            description = "How a post's address is made, for example /:year/:slug/ (default: the generator's way).")
    @Nullable
    String permalink;

    @Option(
            names = "--default-language",
            paramLabel = "TAG",
            description = "The language of posts that don't name one (default: told by the text).")
    @Nullable
    String defaultLanguage;

    @Option(
            names = "--location-hierarchy",
            description =
                    "A location \"Chicago, Illinois, USA\" is found and counted also as \"Illinois, USA\" and \"USA\".")
    boolean hasLocationHierarchy;

    @Option(
            names = "--forget-previous",
            description = "A full reindex keeps nothing of the state before it, so there is no way back.")
    boolean isPreviousForgotten;

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            split = ",",
            description = "Read only files that match; may be repeated.")
    List<String> include = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            split = ",",
            description = "Don't read files that match; may be repeated.")
    List<String> exclude = List.of();

    /// Which files are posts, in Markdown.
    ArchiveOptions files() {
        return ArchiveOptions.defaults().with(include, exclude);
    }

    void take(PlainLine line) {
        generator = line.value("generator");
        site = line.value("site");
        permalink = line.value("permalink");
        defaultLanguage = line.value("default-language");
        hasLocationHierarchy = line.flag("location-hierarchy");
        isPreviousForgotten = line.flag("forget-previous");
        include = line.parts("include");
        exclude = line.parts("exclude");
    }
}
