package dev.anchorage.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Files and folders that lie among posts but are none.
final class NonPosts {
    private static final Set<String> FOLDERS = Set.of(
            "node_modules",
            "bower_components",
            "__pycache__",
            "_site",
            "_build",
            "_includes",
            "_layouts",
            "_data",
            "_sass",
            "_templates");

    /// Folders of a generator's own parts, which only lie beside its configuration.
    private static final Set<String> SITE_FOLDERS =
            Set.of("archetypes", "scaffolds", "themes", "layouts", "templates", "public", "target", "vendor");

    private static final List<String> SITE_FILES = List.of(
            "_config.yml",
            "_config.yaml",
            "hugo.toml",
            "hugo.yaml",
            "hugo.json",
            "config.toml",
            "config.yaml",
            "config/_default",
            "pom.xml",
            "Cargo.toml");

    /// Pages about a repository, not of its blog.
    private static final Set<String> REPOSITORY_FILES = Set.of(
            "readme",
            "license",
            "licence",
            "copying",
            "changelog",
            "changes",
            "history",
            "contributing",
            "contributors",
            "code_of_conduct",
            "security",
            "support",
            "governance",
            "authors",
            "agents",
            "claude",
            "maintainers",
            "todo");

    private final boolean isSite;

    NonPosts(Path root) {
        isSite = SITE_FILES.stream().anyMatch(name -> Files.exists(root.resolve(name)));
    }

    boolean isFolder(String path, String name) {
        return name.startsWith(".") || FOLDERS.contains(name) || (isSite && SITE_FOLDERS.contains(path));
    }

    boolean isFile(String path, String name) {
        return name.startsWith(".") || (path.equals(name) && REPOSITORY_FILES.contains(stem(name)));
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
