package dev.anchorage.web;

import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// An answer as an Atom feed (RFC 4287) with OpenSearch counts.
///
/// @param title  of the feed
/// @param self  its own absolute address
/// @param page  the absolute address of the same answer as a page
record AtomFeed(String title, String self, String page, SearchResponse response) {
    static final String TYPE = "application/atom+xml; charset=utf-8";

    /// For posts without a day: Atom asks for one, and a made-up young one would bring them up as new.
    private static final String NO_DATE = "1970-01-01";

    byte[] bytes() {
        return Xml.document(xml -> xml.element(
                "feed",
                this::feed,
                "xmlns",
                "http://www.w3.org/2005/Atom",
                "xmlns:opensearch",
                "http://a9.com/-/spec/opensearch/1.1/"));
    }

    private void feed(Xml xml) throws XMLStreamException {
        xml.text("id", self);
        xml.text("title", title);
        xml.text("updated", instant(newestDate()));
        xml.empty("link", "rel", "self", "href", self);
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", page);
        xml.element("author", author -> author.text("name", title));
        xml.text("opensearch:totalResults", Integer.toString(response.total().posts()));
        xml.text("opensearch:startIndex", Integer.toString(response.request().offset() + 1));
        xml.text("opensearch:itemsPerPage", Integer.toString(response.request().limit()));
        for (PostHit post : response.posts()) {
            xml.element("entry", entry -> entry(entry, post));
        }
    }

    private void entry(Xml xml, PostHit post) throws XMLStreamException {
        String url = absolute(post.url());
        xml.text("id", url);
        xml.text("title", post.title());
        xml.text("updated", instant(Objects.requireNonNullElse(post.date(), NO_DATE)));
        xml.empty("link", "rel", "alternate", "href", url);
        for (String author : post.labels().getOrDefault(Facet.AUTHOR, List.of())) {
            xml.element("author", element -> element.text("name", author));
        }
        for (String tag : post.labels().getOrDefault(Facet.TAG, List.of())) {
            xml.empty("category", "term", tag);
        }
        Optional<String> summary = summary(post);
        if (summary.isPresent()) {
            xml.text("summary", summary.get());
        }
    }

    private static Optional<String> summary(PostHit post) {
        if (post.summary() != null) {
            return Optional.of(post.summary());
        }
        return post.sections().stream()
                .map(SectionHit::snippet)
                .filter(Objects::nonNull)
                .map(SearchResponse.Snippet::text)
                .findFirst();
    }

    private String newestDate() {
        return response.posts().stream()
                .map(PostHit::date)
                .filter(Objects::nonNull)
                .max(String::compareTo)
                .orElse(NO_DATE);
    }

    private String absolute(String url) {
        try {
            return URI.create(self).resolve(Links.safe(url)).toString();
        } catch (IllegalArgumentException notAnAddress) {
            return self;
        }
    }

    private static String instant(String day) {
        return day + "T00:00:00Z";
    }
}
