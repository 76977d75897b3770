package dev.anchorage.search;

import dev.anchorage.index.IndexReport;
import dev.anchorage.index.IndexSchema.Facet;
import dev.anchorage.search.SearchResponse.FacetValue;
import dev.anchorage.search.SearchResponse.Highlight;
import dev.anchorage.search.SearchResponse.PostHit;
import dev.anchorage.search.SearchResponse.SectionHit;
import dev.anchorage.search.SearchResponse.Snippet;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes answers as the JSON that HTTP and `--json` share.
public final class ResponseJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ResponseJson() {}

    /// An answer as one JSON object, UTF-8.
    ///
    /// @param next  address of the next page; null when there is none or it has no address
    public static byte[] of(SearchResponse response, @Nullable String next) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("query", response.request().query());
            string(
                    json,
                    "relaxed",
                    response.relaxed() == null ? null : response.relaxed().key());
            string(json, "didYouMean", response.didYouMean());
            json.writeNumberProperty("generation", response.generation());
            if (response.isPartial()) {
                json.writeBooleanProperty("partial", true);
            }
            json.writeName("total").writeStartObject();
            json.writeNumberProperty("posts", response.total().posts());
            json.writeNumberProperty("sections", response.total().sections());
            json.writeEndObject();
            json.writeName("posts").writeStartArray();
            response.posts().forEach(post -> post(json, post));
            json.writeEndArray();
            facets(json, response.facets());
            string(json, "next", next);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// The numbers of an index as one JSON object, UTF-8.
    ///
    /// @param indexBytes  what the index takes; null: not known
    public static byte[] of(IndexStats stats, @Nullable Long indexBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            stats(json, stats);
            if (indexBytes != null) {
                json.writeNumberProperty("bytes", indexBytes);
            }
            facets(json, stats.facets());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// The state of a service as one JSON object, UTF-8.
    ///
    /// @param lastUpdate  the last one that the service made; null: none
    /// @param isOwner  whether the files it skipped may be named
    public static byte[] status(IndexStats stats, @Nullable IndexReport lastUpdate, boolean isOwner) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            stats(json, stats);
            json.writeNumberProperty("skipped", lastUpdate == null ? 0 : lastUpdate.skipped());
            if (isOwner && lastUpdate != null) {
                json.writeName("problems");
                ReportJson.problems(json, lastUpdate.problems());
            }
            facets(json, stats.facets());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void stats(JsonGenerator json, IndexStats stats) {
        json.writeNumberProperty("generation", stats.generation());
        json.writeStringProperty("updated", stats.updated().toString());
        json.writeNumberProperty("posts", stats.posts());
        json.writeNumberProperty("sections", stats.sections());
    }

    /// Completions of a query as one JSON object, UTF-8.
    ///
    /// @param query  as typed
    public static byte[] completions(String query, Completions completions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("query", query);
            strings(json, "queries", completions.queries());
            json.writeName("posts").writeStartArray();
            for (Completions.Target post : completions.posts()) {
                json.writeStartObject();
                json.writeStringProperty("title", post.title());
                json.writeStringProperty("url", post.url());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// The same queries as browsers expect them of a search engine (OpenSearch Suggestions 1.0), UTF-8.
    public static byte[] suggestions(String query, List<String> queries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartArray();
            json.writeString(query);
            json.writeStartArray();
            queries.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    /// A problem as RFC 9457 has it, UTF-8.
    public static byte[] problem(String type, String title, int status) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", type);
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", status);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void post(JsonGenerator json, PostHit post) {
        json.writeStartObject();
        if (post.site() != null) {
            json.writeStringProperty("site", post.site());
        }
        json.writeStringProperty("title", post.title());
        json.writeStringProperty("url", post.url());
        json.writeStringProperty("path", post.path());
        string(json, "date", post.date());
        strings(json, "tags", post.labels().getOrDefault(Facet.TAG, List.of()));
        strings(json, "locations", post.labels().getOrDefault(Facet.LOCATION, List.of()));
        strings(json, "categories", post.labels().getOrDefault(Facet.CATEGORY, List.of()));
        strings(json, "authors", post.labels().getOrDefault(Facet.AUTHOR, List.of()));
        string(json, "language", post.language());
        string(json, "summary", post.summary());
        json.writeName("sections").writeStartArray();
        post.sections().forEach(section -> section(json, section));
        json.writeEndArray();
        json.writeNumberProperty("moreSections", post.moreSections());
        json.writeEndObject();
    }

    private static void section(JsonGenerator json, SectionHit section) {
        json.writeStartObject();
        json.writeStringProperty("heading", section.heading());
        strings(json, "headingPath", section.headingPath());
        string(json, "anchor", section.anchor());
        json.writeStringProperty("url", section.url());
        json.writeStringProperty("anchorSource", section.anchorSource());
        if (section.textFragment() != null) {
            json.writeStringProperty("textFragment", section.textFragment());
        }
        Snippet snippet = section.snippet();
        if (snippet == null) {
            json.writeNullProperty("snippet");
        } else {
            json.writeName("snippet").writeStartObject();
            json.writeStringProperty("text", snippet.text());
            highlights(json, "highlights", snippet.highlights());
            json.writeEndObject();
        }
        highlights(json, "headingHighlights", section.headingHighlights());
        json.writeNumberProperty("score", hundredths(section.score()));
        json.writeEndObject();
    }

    /// Digits behind say nothing, and don't compress.
    private static double hundredths(float score) {
        return Math.round(score * 100) / 100.0;
    }

    private static void facets(JsonGenerator json, Map<Facet, List<FacetValue>> facets) {
        json.writeName("facets").writeStartObject();
        for (Facet facet : Facet.values()) {
            json.writeName(facet.key()).writeStartArray();
            for (FacetValue value : facets.getOrDefault(facet, List.of())) {
                json.writeStartObject();
                json.writeStringProperty("value", value.value());
                json.writeNumberProperty("posts", value.posts());
                json.writeBooleanProperty("selected", value.isSelected());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void highlights(JsonGenerator json, String name, List<Highlight> highlights) {
        json.writeName(name).writeStartArray();
        for (Highlight highlight : highlights) {
            json.writeStartArray();
            json.writeNumber(highlight.start());
            json.writeNumber(highlight.end());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeName(name).writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
