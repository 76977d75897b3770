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

/// All posts of an archive, hidden ones included, for commands that index nothing.
///
/// @param posts  in the order of their paths
/// @param skipped  one problem for each file that can't be read
record ArchiveReading(List<Post> posts, List<Problem> skipped) {

    static ArchiveReading of(Blog blog) throws IOException {
        return of(blog.archive(), blog.reader());
    }

    static ArchiveReading of(Archive archive, PostReader reader) throws IOException {
        Scan scan = archive.scan();
        List<Post> posts = new ArrayList<>();
        List<Problem> skipped = new ArrayList<>(scan.skipped());
        for (SourceFile file : scan.files()) {
            try {
                Post post = reader.read(file);
                if (!(post.visibility() instanceof Visibility.NoPost)) {
                    posts.add(post);
                }
            } catch (PostFormatException bad) {
                skipped.add(bad.problem());
            } catch (IOException unreadable) {
                skipped.add(new Problem(file.path(), 0, "it can't be read: " + unreadable.getMessage()));
            }
        }
        return new ArchiveReading(posts, skipped);
    }
}
