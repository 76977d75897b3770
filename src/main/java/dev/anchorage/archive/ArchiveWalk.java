package dev.anchorage.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One walk over an archive's folders, of which several scans can be made that differ in the extensions they take. Used
/// once.
final class ArchiveWalk {
    private record Folder(Path location, String path) {}

    private record Link(SourceFile file, Path target) {}

    /// @param file  its name; empty: no extension would take it away
    private record Skipped(String file, Problem problem) {}

    private final Path root;
    private final ArchiveOptions options;
    private final Globs include;
    private final Globs exclude;
    private final NonPosts nonPosts;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final List<Link> linkedFiles = new ArrayList<>();
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final boolean keepsTimeOfChange;
    private long bytes;

    /// @param options  with all extensions that any scan takes
    ArchiveWalk(Path root, ArchiveOptions options) {
        this.root = root;
        this.options = options;
        include = new Globs(options.include());
        exclude = new Globs(options.exclude());
        nonPosts = new NonPosts(root);
        keepsTimeOfChange = FileTimes.keepsTimeOfChange(root);
    }

    /// Looks at the disk.
    ArchiveWalk walk() throws IOException {
        return walk(Long.MAX_VALUE);
    }

    /// Looks at the disk until what was found has more than so many bytes.
    ArchiveWalk walk(long most) throws IOException {
        read(new Folder(root, ""));
        while (!folders.isEmpty() && bytes <= most) {
            Folder folder = folders.pop();
            try {
                read(folder);
            } catch (IOException e) {
                skip(
                        "",
                        folder.path,
                        "this folder can't be read (" + reason(e)
                                + "): let the reader in, or leave it out with --exclude");
            }
        }
        files.sort(Comparator.comparing(SourceFile::path));
        linkedFiles.sort(Comparator.comparing(link -> link.file.path()));
        skipped.sort(Comparator.comparing(each -> each.problem.path()));
        return this;
    }

    /// Size of all files that were found, links not counted.
    long bytes() {
        return bytes;
    }

    /// What was found, with some of the extensions.
    Scan scan(ArchiveOptions narrower) {
        List<SourceFile> taken = new ArrayList<>(files);
        taken.removeIf(file -> !narrower.hasSourceExtension(nameOf(file.path())));
        if (!linkedFiles.isEmpty()) {
            addLinkedFiles(narrower, taken);
        }
        List<Problem> problems = new ArrayList<>();
        for (Skipped each : skipped) {
            if (each.file.isEmpty() || narrower.hasSourceExtension(each.file)) {
                problems.add(each.problem);
            }
        }
        return new Scan(taken, problems);
    }

    private void addLinkedFiles(ArchiveOptions narrower, List<SourceFile> taken) {
        Set<Path> read = new HashSet<>();
        taken.forEach(file -> read.add(file.location()));
        for (Link link : linkedFiles) {
            if (narrower.hasSourceExtension(nameOf(link.file.path())) && read.add(link.target)) {
                taken.add(link.file);
            }
        }
        taken.sort(Comparator.comparing(SourceFile::path));
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void read(Folder folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.location)) {
            for (Path entry : entries) {
                var name = FileNames.nameOf(entry);
                if (name.isPresent()) {
                    visit(entry, folder.path.isEmpty() ? name.get() : folder.path + "/" + name.get(), name.get());
                } else {
                    skip(
                            "",
                            folder.path + "/" + FileNames.rawNameOf(entry),
                            "its name is not UTF-8, so no link can be made: rename it");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void visit(Path entry, String path, String name) {
        if (exclude.match(path)) {
            return;
        }
        try {
            var attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                visitLink(entry, path, name);
            } else if (attributes.isDirectory()) {
                if (!nonPosts.isFolder(path, name)) {
                    folders.push(new Folder(entry, path));
                }
            } else if (isPost(path, name)) {
                SourceFile file = readable(entry, path, attributes);
                if (file != null) {
                    files.add(file);
                    bytes += file.size();
                }
            }
        } catch (NoSuchFileException e) {
            // It vanished between being listed and being looked at: as if it had never been there.
        } catch (IOException e) {
            skip("", path, "it can't be read (" + reason(e) + "): let the reader in, or leave it out with --exclude");
        }
    }

    private boolean isPost(String path, String name) {
        if (!options.hasSourceExtension(name)) {
            return false;
        }
        return include.isEmpty() ? !nonPosts.isFile(path, name) : include.match(path);
    }

    private @Nullable SourceFile readable(Path entry, String path, BasicFileAttributes attributes) {
        String problem = null;
        if (!attributes.isRegularFile()) {
            problem =
                    "it is no regular file but a pipe, socket or device: move it elsewhere, or leave it out with --exclude";
        } else if (attributes.size() > options.maxBytes()) {
            problem = "it has " + attributes.size() + " bytes, more than the limit of " + options.maxBytes()
                    + ": split the post or raise the limit";
        } else if (!Files.isReadable(entry)) {
            problem = "it can't be read (permission denied): let the reader in, or leave it out with --exclude";
        }
        if (problem != null) {
            skip(nameOf(path), path, problem);
            return null;
        }
        long modified = attributes.lastModifiedTime().toMillis();
        long changed = keepsTimeOfChange ? FileTimes.changedMillis(entry, modified) : modified;
        return new SourceFile(path, entry, attributes.size(), modified, changed);
    }

    private void visitLink(Path entry, String path, String name) throws IOException {
        boolean isFolder = Files.isDirectory(entry);
        if (!(isFolder || options.hasSourceExtension(name)) || nonPosts.isFolder(path, name)) {
            return;
        }
        String file = isFolder ? "" : name;
        Path target;
        try {
            target = entry.toRealPath();
        } catch (FileSystemLoopException e) {
            skip(file, path, "it is a symbolic link that leads back to itself: remove it");
            return;
        } catch (IOException e) {
            skip(file, path, "it is a symbolic link that leads nowhere: remove it or put it right");
            return;
        }
        if (!target.startsWith(root)) {
            skip(
                    file,
                    path,
                    "it is a symbolic link that leaves the archive, which is not followed: put the file itself there, or leave it out with --exclude");
        } else if (entry.startsWith(target)) {
            skip(file, path, "it is a symbolic link to a folder that holds it, a loop: remove it");
        } else if (Files.isRegularFile(target) && isPost(path, name)) {
            SourceFile linked = readable(entry, path, Files.readAttributes(target, BasicFileAttributes.class));
            if (linked != null) {
                linkedFiles.add(new Link(linked, target));
            }
        }
        // A linked folder inside the archive is read at its own place.
    }

    private void skip(String file, String path, String message) {
        skipped.add(new Skipped(file, new Problem(path, 0, message)));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException gone -> "it has vanished";
            default -> String.valueOf(e.getMessage());
        };
    }
}
