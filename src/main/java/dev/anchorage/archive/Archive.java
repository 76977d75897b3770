package dev.anchorage.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

/// A folder of posts.
///
/// Hidden files and folders, what package managers and generators put there (`node_modules`, `_site`, `_build`, …) and
/// files that talk about the repository (`README.md`, `LICENSE.md`, … in the archive's own folder) are no posts;
/// `_posts` and `_drafts` are read. Symbolic links are followed only to files inside the archive that aren't read at
/// their own place.
///
/// Thread-safe; each scan looks at the disk anew.
public final class Archive {
    private final Path root;
    private final ArchiveOptions options;

    /// Makes sure that there is such a folder; nothing is read yet.
    ///
    /// @param root  the folder; a link to one is fine
    /// @throws NoSuchFileException when there is nothing of that name
    /// @throws NotDirectoryException when it is no folder
    /// @throws IOException when it can't be reached
    public Archive(Path root, ArchiveOptions options) throws IOException {
        if (!Files.exists(root)) {
            throw new NoSuchFileException(root.toString());
        }
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        this.root = root.toRealPath();
        this.options = options;
    }

    /// The archive's folder, absolute and without links.
    public Path root() {
        return root;
    }

    /// Which of its files are posts.
    public ArchiveOptions options() {
        return options;
    }

    /// Lists the source files. The order is that of the paths as strings and doesn't depend on the file system.
    /// What can't be read is named in the result; files that come or go meanwhile do no harm.
    ///
    /// @throws IOException when the archive's own folder can't be read
    public Scan scan() throws IOException {
        return new ArchiveWalk(root, options).walk().scan(options);
    }

    /// What a scan of the same folder with fewer extensions would give besides, for one look at the disk.
    ///
    /// @param fewer  this archive's options but for the extensions
    /// @return with all extensions, and with fewer
    /// @throws IOException when the archive's own folder can't be read
    public List<Scan> scanTwice(ArchiveOptions fewer) throws IOException {
        ArchiveWalk walk = new ArchiveWalk(root, options).walk();
        return List.of(walk.scan(options), walk.scan(fewer));
    }

    /// Whether its files have more than so many bytes; no more of them is looked at than tells.
    ///
    /// @throws IOException when the archive's own folder can't be read
    public boolean isLargerThan(long bytes) throws IOException {
        return new ArchiveWalk(root, options).walk(bytes).bytes() > bytes;
    }
}
