package dev.anchorage.section;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A heading and the text up to the next heading; or the text before the first heading (the lead section).
///
/// All texts are repaired for search and display where a wrong encoding had mangled them, and free of markup.
///
/// @param heading  text of the heading; empty for the lead section
/// @param level  1 to 6; 0 for the lead section
/// @param headingPath  headings from the post's top level down to this section, this one included, without the post's
/// title; empty for the lead section
/// @param anchor  the id which the generator gives the heading when a link with it leads there; null when there is
/// none, it is empty or an earlier element has it already
/// @param anchorSource  how the anchor is known
/// @param linkAnchor  the anchor to link to: this section's own, else that of the nearest earlier heading that has a
/// good one; null to link to the post itself
/// @param line  1-based line of the source file on which the heading stands, or on which the lead section begins
/// @param text  the prose, blocks separated by `\n`
/// @param code  the text of code blocks and code spans, separated by `\n`
/// @param figures  alternative texts, titles, captions and file-name words of images, separated by `\n`
/// @param links  the section's links, those in tables of contents included, addresses of images left out
/// @param elementId  the id that the generator writes on the heading, usable or not: `""` when it is empty, null when
/// there is none
public record Section(
        String heading,
        int level,
        List<String> headingPath,
        @Nullable String anchor,
        AnchorSource anchorSource,
        @Nullable String linkAnchor,
        int line,
        String text,
        String code,
        String figures,
        List<Link> links,
        @Nullable String elementId) {

    public Section {
        headingPath = List.copyOf(headingPath);
        links = List.copyOf(links);
    }

    /// Whether this is the text before the first heading.
    public boolean isLead() {
        return level == 0;
    }

    /// The same section, its anchor seen in built HTML.
    Section verified() {
        return new Section(
                heading,
                level,
                headingPath,
                anchor,
                AnchorSource.VERIFIED,
                linkAnchor,
                line,
                text,
                code,
                figures,
                links,
                elementId);
    }

    /// How the anchor of a section is known.
    public enum AnchorSource {
        /// Seen in built HTML.
        VERIFIED,
        /// Computed with the rule of the blog's generator.
        PREDICTED,
        /// There is none of its own: the link leads to an earlier heading or to the post.
        FALLBACK
    }
}
