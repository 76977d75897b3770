package dev.anchorage.section;

import dev.anchorage.archive.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A site as its generator built it, beside which computed ids and URLs are laid.
public final class BuiltSite {
    private final Path folder;

    /// @param folder  the generator's output (`_site`, `public`, `_build/html`)
    public BuiltSite(Path folder) {
        this.folder = folder;
    }

    /// What the comparison of one post found.
    ///
    /// @param post  the post, sections whose ids the page has marked as verified
    /// @param problems  ids and URLs that differ
    public record Comparison(SectionedPost post, List<Problem> problems) {
        public Comparison {
            problems = List.copyOf(problems);
        }
    }

    /// Compares a post with its page.
    ///
    /// @throws IOException when the page can't be read
    public Comparison compare(SectionedPost post) throws IOException {
        Optional<Path> file = fileOf(post.post().permalink());
        if (file.isEmpty()) {
            String message =
                    "the built site has no page for its URL " + post.post().permalink();
            return new Comparison(post, List.of(new Problem(post.post().path(), 0, message)));
        }
        return compare(post, BuiltPage.read(Files.readString(file.get())));
    }

    private static Comparison compare(SectionedPost post, BuiltPage page) {
        List<Section> sections = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Section section : post.sections()) {
            boolean isSeen = section.anchor() != null && page.ids().contains(section.anchor());
            sections.add(isSeen ? section.verified() : section);
            page.objectionTo(section)
                    .ifPresent(message -> problems.add(new Problem(post.post().path(), section.line(), message)));
        }
        return new Comparison(
                new SectionedPost(post.post(), post.title(), sections, post.otherIds(), post.problems()), problems);
    }

    /// The file that a web server would give for a URL; a base path may be left out in the folder.
    private Optional<Path> fileOf(String permalink) {
        String path = URI.create(permalink).getPath();
        String withoutBase = path.indexOf('/', 1) < 0 ? path : path.substring(path.indexOf('/', 1));
        return fileAt(path).or(() -> fileAt(withoutBase));
    }

    private Optional<Path> fileAt(String path) {
        String bare = path.replaceFirst("^/+", "").replaceFirst("/+$", "");
        for (String name :
                List.of(bare, bare + ".html", bare + "/index.html", bare.replaceFirst("\\.html?$", "/index.html"))) {
            Path file = folder.resolve(name.replaceFirst("^/+", "")).normalize();
            if (file.startsWith(folder.normalize()) && Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
