package dev.anchorage.cli;

import dev.anchorage.archive.Archive;
import dev.anchorage.archive.Problem;
import dev.anchorage.archive.Scan;
import dev.anchorage.archive.SourceFile;
import dev.anchorage.post.Post;
import dev.anchorage.post.PostFormatException;
import dev.anchorage.post.PostReader;
import dev.anchorage.post.Visibility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// All posts of an archive, hidden ones included, for commands that index nothing.
///
/// @param posts  in the order of their paths
/// @param skipped  one problem for each file that can't be read
record ArchiveReading(List<Post> posts, List<Problem> skipped) {

    static ArchiveReading of(Blog blog) throws IOException {
        return of(blog.archive(), blog.reader(), bytes -> true);
    }

    /// @param isWanted  whether a file's bytes are worth reading as a post
    static ArchiveReading of(Archive archive, PostReader reader, Predicate<byte[]> isWanted) throws IOException {
        Scan scan = archive.scan();
        List<Post> posts = new ArrayList<>();
        List<Problem> skipped = new ArrayList<>(scan.skipped());
        for (SourceFile file : scan.files()) {
            try {
                reader.read(file, isWanted)
                        .filter(post -> !(post.visibility() instanceof Visibility.NoPost))
                        .ifPresent(posts::add);
            } catch (PostFormatException bad) {
                skipped.add(bad.problem());
            } catch (IOException unreadable) {
                skipped.add(new Problem(file.path(), 0, "it can't be read: " + unreadable.getMessage()));
            }
        }
        return new ArchiveReading(posts, skipped);
    }
}
