package dev.anchorage.search;

import dev.anchorage.search.Explanation.Ahead;
import dev.anchorage.search.Explanation.Part;
import dev.anchorage.search.Explanation.PostScore;
import dev.anchorage.search.Explanation.SectionScore;
import dev.anchorage.search.Explanation.WordScore;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes explanations as the JSON that HTTP and `--json` share.
public final class ExplanationJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ExplanationJson() {}

    /// An explanation as one JSON object, UTF-8.
    public static byte[] of(Explanation explanation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("query", explanation.query());
            json.writeStringProperty("url", explanation.url());
            json.writeNumberProperty("generation", explanation.generation());
            json.writeStringProperty("verdict", explanation.verdict().key());
            json.writeStringProperty("sentence", explanation.sentence());
            json.writeName("missing").writeStartArray();
            explanation.missing().forEach(json::writeString);
            json.writeEndArray();
            post(json, explanation.post());
            section(json, explanation.section());
            json.writeName("ahead").writeStartArray();
            for (Ahead ahead : explanation.ahead()) {
                json.writeStartObject();
                json.writeStringProperty("title", ahead.title());
                json.writeStringProperty("url", ahead.url());
                json.writeNumberProperty("score", ahead.score());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void post(JsonGenerator json, @Nullable PostScore post) {
        if (post == null) {
            json.writeNullProperty("post");
            return;
        }
        json.writeName("post").writeStartObject();
        json.writeStringProperty("title", post.title());
        json.writeStringProperty("url", post.url());
        json.writeStringProperty("path", post.path());
        json.writeNumberProperty("rank", post.rank());
        json.writeNumberProperty("score", post.score());
        json.writeNumberProperty("bestSection", post.best());
        json.writeNumberProperty("whole", post.whole());
        json.writeNumberProperty("wholeWeight", post.wholeWeight());
        json.writeNumberProperty("links", post.links());
        json.writeNumberProperty("linkFactor", post.linkFactor());
        json.writeNumberProperty("recencyFactor", post.recencyFactor());
        json.writeEndObject();
    }

    private static void section(JsonGenerator json, @Nullable SectionScore section) {
        if (section == null) {
            json.writeNullProperty("section");
            return;
        }
        json.writeName("section").writeStartObject();
        json.writeStringProperty("heading", section.heading());
        json.writeStringProperty("url", section.url());
        json.writeNumberProperty("rank", section.rank());
        json.writeNumberProperty("asAnswer", section.asAnswer());
        json.writeNumberProperty("score", section.score());
        json.writeName("words").writeStartArray();
        section.words().forEach(word -> word(json, word));
        json.writeEndArray();
        json.writeNumberProperty("pairs", section.pairs());
        json.writeNumberProperty("distinct", section.distinct());
        json.writeNumberProperty("wordsFound", section.found());
        json.writeNumberProperty("wordsWanted", section.wanted());
        json.writeNumberProperty("coverage", section.coverage());
        json.writeNumberProperty("links", section.links());
        json.writeNumberProperty("linkFactor", section.linkFactor());
        json.writeNumberProperty("headingCover", section.headingCover());
        json.writeNumberProperty("headingCoverWeight", section.headingCoverWeight());
        json.writeEndObject();
    }

    private static void word(JsonGenerator json, WordScore word) {
        json.writeStartObject();
        json.writeStringProperty("word", word.word());
        json.writeNumberProperty("score", word.score());
        json.writeName("parts").writeStartArray();
        for (Part part : word.parts()) {
            json.writeStartObject();
            json.writeStringProperty("field", part.field());
            json.writeStringProperty("term", part.term());
            json.writeNumberProperty("count", part.count());
            json.writeNumberProperty("weight", part.weight());
            json.writeNumberProperty("rarity", part.rarity());
            json.writeNumberProperty("frequency", part.frequency());
            json.writeNumberProperty("score", part.score());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
