package dev.anchorage.archive;

import java.util.List;
import java.util.Locale;

/// Which files of a folder are posts.
///
/// A glob is matched against the whole path relative to the archive, with `/`: `*` stops at a `/`, `**` doesn't, and
/// `**/` also matches nothing, so that `**/drafts/**` covers `drafts/a.md`. A glob without `/` is matched against the
/// file name.
///
/// @param include  when not empty, only files that match one of these; files that are usually no posts (`README.md`,
/// hidden ones) are then taken too
/// @param exclude  files and folders that match one of these are left out, whatever `include` says
/// @param extensions  lower case, without the dot
/// @param maxBytes  larger files are skipped by name
public record ArchiveOptions(List<String> include, List<String> exclude, List<String> extensions, long maxBytes) {

    /// Larger posts are skipped unless an option says otherwise: 8 MB.
    public static final long DEFAULT_MAX_BYTES = 8L * 1024 * 1024;

    public ArchiveOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        extensions = List.copyOf(extensions);
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + " (expected at least 1)");
        }
    }

    /// Every Markdown file (`.md`, `.markdown`, `.mdx`) up to 8 MB.
    public static ArchiveOptions defaults() {
        return new ArchiveOptions(List.of(), List.of(), List.of("md", "markdown", "mdx"), DEFAULT_MAX_BYTES);
    }

    /// The same with `.html` and `.htm` as well.
    public ArchiveOptions withHtml() {
        return new ArchiveOptions(include, exclude, List.of("md", "markdown", "mdx", "html", "htm"), maxBytes);
    }

    /// The same with nothing but `.html` and `.htm`.
    public ArchiveOptions onlyHtml() {
        return new ArchiveOptions(include, exclude, List.of("html", "htm"), maxBytes);
    }

    /// The same, narrowed by globs.
    public ArchiveOptions with(List<String> newInclude, List<String> newExclude) {
        return new ArchiveOptions(newInclude, newExclude, extensions, maxBytes);
    }

    boolean hasSourceExtension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 && extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
