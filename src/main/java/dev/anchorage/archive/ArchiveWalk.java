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

/// One walk over an archive's folders. Used once.
final class ArchiveWalk {
    private record Folder(Path location, String path) {}

    private record Link(Path location, String path, Path target) {}

    private final Path root;
    private final ArchiveOptions options;
    private final Globs include;
    private final Globs exclude;
    private final NonPosts nonPosts;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final List<Link> linkedFiles = new ArrayList<>();
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Problem> skipped = new ArrayList<>();

    ArchiveWalk(Path root, ArchiveOptions options) {
        this.root = root;
        this.options = options;
        include = new Globs(options.include());
        exclude = new Globs(options.exclude());
        nonPosts = new NonPosts(root);
    }

    Scan scan() throws IOException {
        read(new Folder(root, ""));
        while (!folders.isEmpty()) {
            Folder folder = folders.pop();
            try {
                read(folder);
            } catch (IOException e) {
                skip(
                        folder.path,
                        "this folder can't be read (" + reason(e)
                                + "): let the reader in, or leave it out with --exclude");
            }
        }
        addLinkedFiles();
        files.sort(Comparator.comparing(SourceFile::path));
        skipped.sort(Comparator.comparing(Problem::path));
        return new Scan(files, skipped);
    }

    private void read(Folder folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.location)) {
            for (Path entry : entries) {
                var name = FileNames.nameOf(entry);
                if (name.isPresent()) {
                    visit(entry, folder.path.isEmpty() ? name.get() : folder.path + "/" + name.get(), name.get());
                } else {
                    skip(
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
                addFile(entry, path, attributes);
            }
        } catch (NoSuchFileException e) {
            // It vanished between being listed and being looked at: as if it had never been there.
        } catch (IOException e) {
            skip(path, "it can't be read (" + reason(e) + "): let the reader in, or leave it out with --exclude");
        }
    }

    private boolean isPost(String path, String name) {
        if (!options.hasSourceExtension(name)) {
            return false;
        }
        return include.isEmpty() ? !nonPosts.isFile(path, name) : include.match(path);
    }

    private void addFile(Path entry, String path, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            skip(
                    path,
                    "it is no regular file but a pipe, socket or device: move it elsewhere, or leave it out with --exclude");
        } else if (attributes.size() > options.maxBytes()) {
            skip(
                    path,
                    "it has " + attributes.size() + " bytes, more than the limit of " + options.maxBytes()
                            + ": split the post or raise the limit");
        } else if (!Files.isReadable(entry)) {
            skip(path, "it can't be read (permission denied): let the reader in, or leave it out with --exclude");
        } else {
            long modified = attributes.lastModifiedTime().toMillis();
            files.add(
                    new SourceFile(path, entry, attributes.size(), modified, FileTimes.changedMillis(entry, modified)));
        }
    }

    private void visitLink(Path entry, String path, String name) throws IOException {
        boolean mayMatter = options.hasSourceExtension(name) || Files.isDirectory(entry);
        if (!mayMatter || nonPosts.isFolder(path, name)) {
            return;
        }
        Path target;
        try {
            target = entry.toRealPath();
        } catch (FileSystemLoopException e) {
            skip(path, "it is a symbolic link that leads back to itself: remove it");
            return;
        } catch (IOException e) {
            skip(path, "it is a symbolic link that leads nowhere: remove it or put it right");
            return;
        }
        if (!target.startsWith(root)) {
            skip(
                    path,
                    "it is a symbolic link that leaves the archive, which is not followed: put the file itself there, or leave it out with --exclude");
        } else if (entry.startsWith(target)) {
            skip(path, "it is a symbolic link to a folder that holds it, a loop: remove it");
        } else if (Files.isRegularFile(target) && isPost(path, name)) {
            linkedFiles.add(new Link(entry, path, target));
        }
        // A linked folder inside the archive is read at its own place.
    }

    private void addLinkedFiles() {
        Set<Path> read = new HashSet<>();
        files.forEach(f -> read.add(f.location()));
        linkedFiles.sort(Comparator.comparing(Link::path));
        for (Link link : linkedFiles) {
            if (read.add(link.target)) {
                try {
                    addFile(link.location, link.path, Files.readAttributes(link.target, BasicFileAttributes.class));
                } catch (IOException e) {
                    skip(
                            link.path,
                            "it can't be read (" + reason(e) + "): let the reader in, or leave it out with --exclude");
                }
            }
        }
    }

    private void skip(String path, String message) {
        skipped.add(new Problem(path, 0, message));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException gone -> "it has vanished";
            default -> String.valueOf(e.getMessage());
        };
    }
}
