package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer to a request.
///
/// @param request  what was asked
/// @param relaxed  the step that was taken because nothing matched strictly; null when something did, or nothing helped
/// @param didYouMean  another spelling of the query worth trying; null for none
/// @param generation  of the index that answered
/// @param total  how much matched strictly; zero when relaxed
/// @param posts  the page asked for, best first
/// @param facets  values with the number of posts they would give, most first
/// @param hasMore  whether another page follows
/// @param isPartial  whether the time ran out before everything was seen
public record SearchResponse(
        SearchRequest request,
        @Nullable Relaxation relaxed,
        @Nullable String didYouMean,
        long generation,
        Totals total,
        List<PostHit> posts,
        Map<Facet, List<FacetValue>> facets,
        boolean hasMore,
        boolean isPartial) {

    public SearchResponse {
        posts = List.copyOf(posts);
        Map<Facet, List<FacetValue>> copy = new EnumMap<>(Facet.class);
        facets.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        facets = copy;
    }

    /// How far a query was relaxed to find something.
    public enum Relaxation {
        /// All words, in different sections of a post.
        POST,
        /// Sections with some of the words.
        SOME_WORDS,
        /// Near spellings of words that the archive doesn't know.
        SPELLING;

        /// The name in answers.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Numbers of posts and of sections.
    public record Totals(int posts, int sections) {}

    /// A post with its best sections.
    ///
    /// @param title  for display
    /// @param url  the permalink, without fragment
    /// @param path  of the source file, relative to the archive
    /// @param date  ISO day of publication; null when unknown
    /// @param language  BCP 47 tag; null when unknown
    /// @param summary  the post's own; null for none
    /// @param labels  the values of the facets tag, location, category and author, as authored
    /// @param sections  best first, at most three
    /// @param moreSections  how many further sections match
    /// @param site  the name of the post's blog; null when there is only one
    public record PostHit(
            String title,
            String url,
            String path,
            @Nullable String date,
            @Nullable String language,
            @Nullable String summary,
            Map<Facet, List<String>> labels,
            List<SectionHit> sections,
            int moreSections,
            @Nullable String site) {

        /// The same with other sections and summary.
        public PostHit with(@Nullable String otherSummary, List<SectionHit> shown, int more) {
            return new PostHit(title, url, path, date, language, otherSummary, labels, shown, more, site);
        }
    }

    /// A section.
    ///
    /// @param heading  empty for the text before the first heading
    /// @param headingPath  without the post's title
    /// @param anchor  null for a lead section and when the generator gives the heading no good id
    /// @param url  the permalink with the fragment to go to
    /// @param anchorSource  `verified`, `predicted` or `fallback`
    /// @param textFragment  percent-encoded words that stand only once in the post, to go behind `:~:text=`; null
    ///     for none
    /// @param snippet  the best stretch of the section's text; null when it has none
    /// @param headingHighlights  ranges of the heading that match
    /// @param score  comparable within one answer only
    public record SectionHit(
            String heading,
            List<String> headingPath,
            @Nullable String anchor,
            String url,
            String anchorSource,
            @Nullable String textFragment,
            @Nullable Snippet snippet,
            List<Highlight> headingHighlights,
            float score) {

        /// The URL with the text fragment, for a link that a person follows.
        public String link() {
            return textFragment == null ? url : url + (url.contains("#") ? "" : "#") + ":~:text=" + textFragment;
        }
    }

    /// A stretch of text with the ranges that match.
    public record Snippet(String text, List<Highlight> highlights) {}

    /// A range of a text.
    ///
    /// @param start  in UTF-16 code units, inclusive
    /// @param end  in UTF-16 code units, exclusive
    public record Highlight(int start, int end) {}

    /// A value of a facet.
    ///
    /// @param value  as authored
    /// @param posts  how many posts it would give
    /// @param isSelected  whether the request narrows to it
    public record FacetValue(String value, int posts, boolean isSelected) {}
}
