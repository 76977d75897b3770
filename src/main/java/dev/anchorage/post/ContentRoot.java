package dev.anchorage.post;

import java.nio.file.Path;

/// Where the archive lies in the folder from which a generator counts paths (Hugo's `content`, Hexo's `source`): above
/// it, below it or in its place.
///
/// @param above  folders from the generator's root down to the archive, as `blog`; empty when the archive begins
///     there or higher
/// @param inside  folders from the archive down to the generator's root, as `src/content/docs`; empty when the archive
/// begins there or lower
public record ContentRoot(String above, String inside) {

    /// The archive is what the generator reads.
    public static final ContentRoot SAME = new ContentRoot("", "");

    /// Relates two folders.
    ///
    /// @param generatorRoot  absolute
    /// @param archive  absolute
    public static ContentRoot of(Path generatorRoot, Path archive) {
        if (archive.startsWith(generatorRoot)) {
            return new ContentRoot(slashed(generatorRoot.relativize(archive)), "");
        }
        return generatorRoot.startsWith(archive)
                ? new ContentRoot("", slashed(archive.relativize(generatorRoot)))
                : SAME;
    }

    private static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    /// A path of the archive as the generator counts it; paths beside the generator's root stay as they are.
    public String sitePath(String path) {
        if (!above.isEmpty()) {
            return above + "/" + path;
        }
        boolean isInside = !inside.isEmpty() && path.startsWith(inside + "/");
        return isInside ? path.substring(inside.length() + 1) : path;
    }
}
