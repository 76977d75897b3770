package dev.anchorage.cli;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Prints an answer for people.
final class ResponsePrinter {
    private final PrintWriter out;
    private final Style style;

    ResponsePrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    void print(SearchResponse response) {
        SearchResponse.Relaxation relaxed = response.relaxed();
        if (relaxed != null && !response.posts().isEmpty()) {
            out.println(style.dim(
                    switch (relaxed) {
                        case POST -> "No section has all these words; these posts have them in different sections.";
                        case SOME_WORDS -> "Nothing has all these words; these sections have some of them.";
                        case SPELLING -> "Nothing has these words; showing “" + response.didYouMean() + "”.";
                    }));
            out.println();
        }
        response.posts().forEach(this::print);
        if (response.total().sections() > 0) {
            out.println(style.dim(summary(response)));
        }
    }

    private static String summary(SearchResponse response) {
        int posts = response.total().posts();
        int sections = response.total().sections();
        return sections
                + (sections == 1 ? " section in " : " sections in ")
                + posts
                + (posts == 1 ? " post" : " posts")
                + (response.hasMore()
                        ? "; --offset "
                                + (response.request().offset()
                                        + response.posts().size()) + " shows more"
                        : "");
    }

    private void print(PostHit post) {
        List<String> about = new ArrayList<>();
        if (post.date() != null) {
            about.add(post.date());
        }
        about.addAll(post.labels().getOrDefault(Facet.LOCATION, List.of()));
        about.addAll(post.labels().getOrDefault(Facet.TAG, List.of()));
        out.println(style.link(post.url(), style.bold(post.title()))
                + (about.isEmpty() ? "" : "  " + style.dim(String.join(" · ", about))));
        post.sections().forEach(this::print);
        if (post.moreSections() > 0) {
            out.println(style.dim("  " + post.moreSections() + " more in this post"));
        }
        out.println();
    }

    private void print(SectionHit section) {
        if (!section.heading().isEmpty()) {
            List<String> path = section.headingPath();
            String above =
                    path.size() < 2 ? "" : style.dim(String.join(" › ", path.subList(0, path.size() - 1)) + " › ");
            out.println("  " + above + marked(section.heading(), section.headingHighlights()));
        }
        out.println("    " + style.link(section.url(), style.dim(section.url())));
        if (section.snippet() != null) {
            out.println(
                    "    " + marked(section.snippet().text(), section.snippet().highlights()));
        }
    }

    private String marked(String text, List<Highlight> highlights) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Highlight highlight : highlights) {
            marked.append(Style.clean(text.substring(at, highlight.start())));
            marked.append(style.match(text.substring(highlight.start(), highlight.end())));
            at = highlight.end();
        }
        return marked.append(Style.clean(text.substring(at))).toString();
    }
}
