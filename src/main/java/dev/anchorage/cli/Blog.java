package dev.anchorage.cli;

import dev.anchorage.anchor.AnchorStyle;
import dev.anchorage.anchor.AnchorStyles;
import dev.anchorage.archive.Archive;
import dev.anchorage.archive.ArchiveOptions;
import dev.anchorage.archive.Scan;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.post.ContentRoot;
import dev.anchorage.post.DetectedGenerator;
import dev.anchorage.post.Generator;
import dev.anchorage.post.GeneratorDetector;
import dev.anchorage.post.InheritedMetadata;
import dev.anchorage.post.Post;
import dev.anchorage.post.PostOptions;
import dev.anchorage.post.PostReader;
import dev.anchorage.section.RuleTrial;
import dev.anchorage.section.SectionSplitter;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The archive with everything that is needed to read it, put together from options and configuration.
///
/// @param reading  how posts are read, with what they inherit from files around them
/// @param splitter  cuts them
/// @param generator  what builds the blog's pages, and how that is known
record Blog(Archive archive, PostOptions reading, SectionSplitter splitter, DetectedGenerator generator) {

    static Blog of(Path posts, BlogOptions options, Settings settings) throws IOException, SettingsException {
        return look(posts, options, settings, null).blog();
    }

    /// The blog with what its archive holds now.
    ///
    /// @param before  the same blog a while ago: what only reading all posts could tell is taken from there
    static Look look(Path posts, BlogOptions options, Settings settings, @Nullable Blog before)
            throws IOException, SettingsException {
        ArchiveOptions files = options.files();
        Archive all = archive(posts, files.withHtml());
        List<Scan> scans = all.scanTwice(files);
        Scan withHtml = scans.getFirst();
        Optional<DetectedGenerator> built = GeneratorDetector.builtSite(all.root(), withHtml.files());
        if (built.isPresent()) {
            Archive pages = archive(posts, files.onlyHtml());
            return new Look(of(pages, withHtml, built.get(), options, settings), null);
        }
        Archive sources = archive(posts, files);
        Scan withoutHtml = scans.getLast();
        DetectedGenerator told = detected(all.root(), withoutHtml.files(), options, settings);
        DetectedGenerator detected = before != null && isGuess(told) ? before.generator() : byLinks(told, sources);
        boolean isWithHtml = GeneratorDetector.hasHtmlSources(detected.generator());
        Scan scan = isWithHtml ? withHtml : withoutHtml;
        return new Look(of(isWithHtml ? all : sources, scan, detected, options, settings), scan);
    }

    /// @param scan  of the archive; a built site's doesn't matter
    private static Blog of(
            Archive archive, Scan scan, DetectedGenerator detected, BlogOptions options, Settings settings)
            throws SettingsException {
        Generator generator = detected.generator();
        PostOptions reading = PostOptions.of(generator)
                .withContentRoot(detected.contentRoot())
                .withSite(options.site == null ? detected.site() : options.site)
                .withPermalink(options.permalink)
                .withFields(fields(settings))
                .withDefaultLanguage(options.defaultLanguage)
                .withLocationHierarchy(options.hasLocationHierarchy);
        return new Blog(archive, reading, new SectionSplitter(style(generator)), detected).with(scan.files());
    }

    /// The same with what posts inherit now.
    Blog asOfNow() throws IOException {
        return with(archive.scan().files());
    }

    private Blog with(List<SourceFile> files) {
        var inherited = InheritedMetadata.of(archive.root(), generator.generator(), files);
        return new Blog(archive, reading.withInherited(inherited), splitter, generator);
    }

    PostReader reader() {
        return new PostReader(reading);
    }

    /// What the repository tells, overruled by what the owner says.
    private static DetectedGenerator detected(
            Path root, List<SourceFile> files, BlogOptions options, Settings settings) {
        DetectedGenerator detected = GeneratorDetector.detect(root, files);
        String named = options.generator;
        if (named == null) {
            return detected;
        }
        boolean isSame = named.equals(detected.generator().name());
        Map<String, String> choices =
                new TreeMap<>(isSame ? detected.generator().options() : Map.of());
        choices.putAll(settings.generatorOptions());
        return new DetectedGenerator(
                new Generator(named, choices),
                isSame ? detected.contentRoot() : ContentRoot.SAME,
                detected.site(),
                "the configuration says " + named,
                true);
    }

    private static boolean isGuess(DetectedGenerator detected) {
        return !detected.isSure() && detected.generator().name().equals("github");
    }

    /// When no file tells the generator, the in-page links that authors wrote do.
    private static DetectedGenerator byLinks(DetectedGenerator detected, Archive archive) throws IOException {
        if (!isGuess(detected)) {
            return detected;
        }
        PostReader reader = new PostReader(PostOptions.of(detected.generator()));
        List<Post> posts =
                ArchiveReading.of(archive, reader, RuleTrial::mayHaveInPageLink).posts();
        List<Generator> rules = new ArrayList<>(RuleTrial.usualCandidates());
        rules.add(detected.generator());
        List<RuleTrial.Score> scores = RuleTrial.of(posts, rules);
        RuleTrial.Score best = scores.getFirst();
        if (scores.stream()
                .anyMatch(score ->
                        score.generator().equals(detected.generator()) && score.resolved() == best.resolved())) {
            return detected;
        }
        String evidence =
                "its ids resolve " + best.resolved() + " of " + best.fragments() + " in-page links, more than others";
        return new DetectedGenerator(best.generator(), detected.contentRoot(), detected.site(), evidence, false);
    }

    /// The archive in a folder.
    static Archive archive(Path posts, ArchiveOptions files) throws IOException, SettingsException {
        try {
            return new Archive(posts, files);
        } catch (NoSuchFileException absent) {
            throw new SettingsException("there is no folder " + posts + "; --posts says where the posts are");
        } catch (NotDirectoryException file) {
            throw new SettingsException(posts + " is no folder; --posts takes the folder that holds the posts");
        }
    }

    private static AnchorStyle style(Generator generator) throws SettingsException {
        try {
            return AnchorStyles.of(generator);
        } catch (IllegalArgumentException unknown) {
            throw new SettingsException("generator: " + unknown.getMessage());
        }
    }

    private static Map<String, List<String>> fields(Settings settings) {
        Map<String, List<String>> fields = new TreeMap<>();
        settings.map("fields")
                .forEach((field, keys) -> fields.put(
                        field,
                        keys instanceof List<?> list
                                ? list.stream().map(String::valueOf).toList()
                                : List.of(String.valueOf(keys))));
        return fields;
    }

    /// Everything besides the posts' own files that decides what is read. Without `toString` of records, which Java
    /// links anew in each process.
    String settings() {
        return String.join(
                "\n",
                archive.options().include().toString(),
                archive.options().exclude().toString(),
                archive.options().extensions().toString(),
                String.valueOf(archive.options().maxBytes()),
                reading.generator().name(),
                new TreeMap<>(reading.generator().options()).toString(),
                reading.contentRoot().above(),
                reading.contentRoot().inside(),
                String.valueOf(reading.site()),
                String.valueOf(reading.permalink()),
                new TreeMap<>(reading.fields()).toString(),
                String.valueOf(reading.defaultLanguage()),
                String.valueOf(reading.hasLocationHierarchy()),
                reading.zone().toString(),
                reading.inherited().fingerprint());
    }

    /// @param scan  of the blog's archive; null: there was none of the very same files
    record Look(Blog blog, @Nullable Scan scan) {}
}
