package dev.anchorage.post;

import dev.anchorage.archive.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds out which generator builds a blog, from the configuration files of its repository: in the archive's own
/// folder, in the usual folders below it, then in the folders around it up to the repository's root. Data files are
/// parsed; programs are never run, only looked at for settings that stand there literally. When no file tells, the
/// posts do.
public final class GeneratorDetector {
    private static final int FOLDERS_AROUND = 5;
    private static final List<String> FOLDERS_BELOW =
            List.of("docs", "website", "site", "www", "web", "apps/site", "blog", "src");

    private static final List<Function<SiteFolder, Optional<SiteEvidence>>> RULES = List.of(
            PythonSites::sphinxOrNikola,
            PythonSites::myst,
            CompiledSites::hugo,
            CompiledSites::zola,
            ConfigYmlSites::hexo,
            ConfigYmlSites::jekyll,
            PythonSites::pelican,
            PythonSites::mkDocs,
            ScriptedSites::docusaurus,
            ScriptedSites::vitePress,
            ScriptedSites::astro,
            ScriptedSites::eleventy,
            ScriptedSites::gatsby,
            ScriptedSites::next);

    private GeneratorDetector() {}

    /// Looks at the repository around an archive, and at the posts when that doesn't tell.
    ///
    /// @param archive  its folder, absolute
    /// @param files  its source files
    public static DetectedGenerator detect(Path archive, List<SourceFile> files) {
        for (SiteFolder folder : foldersToLookAt(archive)) {
            for (Function<SiteFolder, Optional<SiteEvidence>> rule : RULES) {
                Optional<SiteEvidence> evidence = rule.apply(folder);
                if (evidence.isPresent()) {
                    return evidence.get().forArchive(archive);
                }
            }
        }
        return PostsEvidence.of(new SiteFolder(archive), files).forArchive(archive);
    }

    /// Looks whether an archive is a built site.
    ///
    /// @param files  its source files, those in HTML included
    public static Optional<DetectedGenerator> builtSite(Path archive, List<SourceFile> files) {
        return BuiltSites.detect(archive, files);
    }

    /// Whether a generator's sources may be HTML below front matter.
    public static boolean hasHtmlSources(Generator generator) {
        String builder = generator.options().getOrDefault(PermalinkRules.BUILDER, generator.name());
        return Set.of("jekyll", "hugo", "hexo", "eleventy", "eleventy-id", "markdown-it-anchor")
                .contains(builder);
    }

    /// The archive's own folder, the usual ones below it, then those around it.
    static List<SiteFolder> foldersToLookAt(Path archive) {
        List<SiteFolder> folders = new ArrayList<>();
        folders.add(new SiteFolder(archive));
        FOLDERS_BELOW.stream()
                .map(archive::resolve)
                .filter(Files::isDirectory)
                .forEach(f -> folders.add(new SiteFolder(f)));
        Path folder = archive;
        for (int i = 0; i < FOLDERS_AROUND && !Files.exists(folder.resolve(".git")); i++) {
            Path around = folder.getParent();
            if (around == null) {
                break;
            }
            folders.add(new SiteFolder(around));
            folder = around;
        }
        return folders;
    }
}
