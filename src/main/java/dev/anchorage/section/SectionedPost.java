package dev.anchorage.section;

import dev.anchorage.archive.Problem;
import dev.anchorage.post.Post;
import java.util.List;
import java.util.Set;

/// A post with its sections in document order.
///
/// @param post  the post that was cut
/// @param title  the post's title for display: from front matter, else the first level-1 heading, else words of the
///     file name
/// @param sections  never empty; the lead section is left out when it has nothing to say and another section exists
/// @param otherIds  ids that the author gave to other things than headings
/// @param problems  what cutting found wrong, for example text in a wrong encoding or a post read in the simple way
public record SectionedPost(
        Post post, String title, List<Section> sections, Set<String> otherIds, List<Problem> problems) {
    public SectionedPost {
        sections = List.copyOf(sections);
        otherIds = Set.copyOf(otherIds);
        problems = List.copyOf(problems);
    }
}
