package dev.anchorage.cli;

import dev.anchorage.archive.Problem;
import dev.anchorage.post.Post;
import dev.anchorage.post.Visibility;
import dev.anchorage.search.Explanation;
import dev.anchorage.search.Explanation.Verdict;
import dev.anchorage.section.LinkAddress;
import java.io.IOException;
import java.time.Instant;

/// Says why the index has no post of an address, by reading the posts: for their owner only.
final class Absence {
    private Absence() {}

    /// @param explanation  one that says that the post is not indexed
    static Explanation explain(Explanation explanation, Blog blog) throws IOException {
        String address = LinkAddress.ofUrl(explanation.url());
        ArchiveReading reading = ArchiveReading.of(blog);
        for (Post post : reading.posts()) {
            if (LinkAddress.of(post.path(), post.permalink()).contains(address)) {
                return because(explanation, post);
            }
        }
        for (Problem problem : reading.skipped()) {
            if (LinkAddress.of(problem.path(), "/" + problem.path().replaceFirst("\\.[^./]+$", ""))
                    .contains(address)) {
                return explanation.because(Verdict.SKIPPED, "The file is skipped: " + problem + ".");
            }
        }
        return explanation.because(
                Verdict.NOT_INDEXED, "Neither the index nor " + blog.archive().root() + " has a post of this address.");
    }

    private static Explanation because(Explanation explanation, Post post) {
        Instant now = Instant.now();
        return switch (post.visibility()) {
            case Visibility.Hidden hidden ->
                explanation.because(Verdict.HIDDEN, post.path() + " is hidden: " + hidden.reason() + ".");
            case Visibility.NoPost none ->
                explanation.because(Verdict.HIDDEN, post.path() + " is no post: " + none.reason() + ".");
            case Visibility.Published published ->
                published.isVisibleAt(now)
                        ? explanation.because(
                                Verdict.NOT_INDEXED,
                                "The index doesn't have " + post.path() + " yet; `anchorage index` adds it.")
                        : explanation.because(
                                Verdict.HIDDEN, post.path() + " is hidden: " + times(published, now) + ".");
        };
    }

    private static String times(Visibility.Published published, Instant now) {
        Instant from = published.from();
        return from != null && now.isBefore(from)
                ? "it appears on " + from
                : "it may no longer be seen since " + published.until();
    }
}
