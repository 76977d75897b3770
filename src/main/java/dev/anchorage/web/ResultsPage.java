package dev.anchorage.web;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.Relaxation;
import dev.anchorage.search.SearchResponse.SectionHit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the results page says.
///
/// @param blog  the blog's name
/// @param summary  how much was found, in words
/// @param notes  what the reader should know about the answer: how it was relaxed, that it was cut off
/// @param spelling  a query worth trying; null for none
/// @param previous  address of the page before; null for none
/// @param next  address of the page after; null for none
record ResultsPage(
        String blog,
        PageLinks links,
        int number,
        String summary,
        List<String> notes,
        @Nullable String spelling,
        List<PostHit> posts,
        List<FacetGroup> facets,
        @Nullable String previous,
        @Nullable String next) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static ResultsPage of(String blog, PageLinks links, SearchResponse response) {
        SearchRequest request = response.request();
        int seen = request.offset() + response.posts().size();
        int before = Math.max(0, request.offset() - request.limit());
        return new ResultsPage(
                blog,
                links,
                request.offset() / request.limit() + 1,
                summary(response),
                notes(response),
                response.didYouMean(),
                response.posts(),
                FacetGroup.of(response.facets(), links),
                request.offset() == 0 ? null : links.offset(before),
                response.hasMore() ? links.offset(seen) : null);
    }

    /// The page that says what is wrong with a parameter.
    static ResultsPage ofProblem(String blog, PageLinks links, String sentence) {
        return new ResultsPage(
                blog,
                links,
                1,
                "That can’t be searched for",
                List.of(sentence),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    String query() {
        return links.first("q");
    }

    /// Whether the newest posts are shown because nothing was asked.
    boolean isBrowsing() {
        return query().isBlank();
    }

    /// Above the hits: how much was found, or what they are when nobody asked for them.
    String heading() {
        boolean isNewest = isBrowsing() && number == 1 && chosen().isEmpty() && !posts.isEmpty();
        return isNewest ? "Newest posts" : summary;
    }

    /// Of the document: query, count and page, then the blog.
    String title() {
        List<String> parts = new ArrayList<>();
        if (!isBrowsing()) {
            parts.add("“" + query() + "”");
        }
        parts.add(summary);
        if (number > 1) {
            parts.add("page " + number);
        }
        parts.add(blog);
        return String.join(" · ", parts);
    }

    /// The chosen values, each with the link that lets it go.
    List<FacetGroup.Choice> chosen() {
        List<FacetGroup.Choice> chosen = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            for (String value : links.chosen(facet)) {
                chosen.add(new FacetGroup.Choice(FacetGroup.label(facet, value), 0, true, links.toggle(facet, value)));
            }
        }
        return chosen;
    }

    boolean isNarrowedByMore() {
        return !(links.first("after") + links.first("before") + links.first("sort")).isEmpty();
    }

    /// A day as English readers write it; what is not a day stays as it is.
    static String day(String date) {
        try {
            return LocalDate.parse(date).format(DAY);
        } catch (DateTimeParseException notADay) {
            return date;
        }
    }

    static List<String> labels(PostHit post, Facet facet) {
        return post.labels().getOrDefault(facet, List.of());
    }

    /// The headings above a section's own.
    static List<String> above(SectionHit section) {
        List<String> path = section.headingPath();
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }

    private static String summary(SearchResponse response) {
        if (response.request().query().isBlank()) {
            return response.posts().isEmpty()
                    ? "No posts"
                    : counted(response.total().posts(), "post", "posts");
        }
        if (response.posts().isEmpty()) {
            return "Nothing found";
        }
        if (response.total().sections() == 0) {
            return response.relaxed() == null ? "" : "Near hits only";
        }
        return counted(response.total().sections(), "section", "sections") + " in "
                + counted(response.total().posts(), "post", "posts");
    }

    private static List<String> notes(SearchResponse response) {
        List<String> notes = new ArrayList<>();
        if (response.relaxed() != null) {
            notes.add(relaxation(response.relaxed()));
        } else if (response.posts().isEmpty()) {
            notes.add("Fewer words, another spelling or fewer filters may help.");
        }
        if (response.isPartial()) {
            notes.add("The search took too long and was cut short, so there may be more.");
        }
        return notes;
    }

    private static String relaxation(Relaxation step) {
        return switch (step) {
            case POST -> "No section has all of these words, but these posts have them in different sections.";
            case SOME_WORDS -> "Nothing has all of these words. These sections have some of them.";
            case SPELLING -> "Nothing has these words as they are written. These are hits for near spellings.";
        };
    }

    private static String counted(int number, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : many);
    }
}
