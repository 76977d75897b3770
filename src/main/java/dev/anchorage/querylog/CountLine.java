package dev.anchorage.querylog;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A count as a line of JSON.
final class CountLine {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_CHARS = 4_000;

    private CountLine() {}

    static Reader reader(InputStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    static String of(QueryCount count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(json, count);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// The count as an object.
    static void write(JsonGenerator json, QueryCount count) {
        json.writeStartObject();
        json.writeStringProperty("query", count.query());
        json.writeNumberProperty("asked", count.asked());
        Outcome outcome = count.outcome();
        if (outcome != null) {
            json.writeNumberProperty("posts", outcome.posts());
            if (outcome.relaxed() != null) {
                json.writeStringProperty("relaxed", outcome.relaxed());
            }
        }
        json.writeNumberProperty("slowestMillis", Math.round(count.slowestMillis() * 10) / 10.0);
        json.writeName("chosen").writeStartObject();
        count.chosen().forEach((rank, times) -> json.writeNumberProperty(Integer.toString(rank), times));
        json.writeEndObject().writeEndObject();
    }

    /// Null when a line is none.
    static @Nullable QueryCount parse(String line) {
        if (line.length() > MAX_CHARS) {
            return null;
        }
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Read read = new Read();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                read.property(json.currentName(), json);
            }
            return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null ? read.count() : null;
        } catch (JacksonException | IllegalArgumentException broken) {
            return null;
        }
    }

    /// What was read of a line so far.
    private static final class Read {
        private String query = "";
        private long asked = -1;
        private int posts = -1;
        private @Nullable String relaxed;
        private double slowest;
        private final Map<Integer, Integer> chosen = new TreeMap<>();

        /// Names that a later version may add are passed over.
        void property(String name, JsonParser json) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "query" -> query = json.getString();
                case "asked" -> asked = json.getLongValue();
                case "posts" -> posts = json.getIntValue();
                case "relaxed" -> relaxed = json.getString();
                case "slowestMillis" -> slowest = json.getDoubleValue();
                case "chosen" -> ranks(json);
                default -> {
                    if (value.isStructStart()) {
                        json.skipChildren();
                    }
                }
            }
        }

        private void ranks(JsonParser json) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                int rank = Integer.parseInt(json.currentName());
                json.nextToken();
                chosen.put(rank, json.getIntValue());
            }
        }

        @Nullable
        QueryCount count() {
            return asked < 0 || query.isEmpty()
                    ? null
                    : new QueryCount(query, asked, posts < 0 ? null : new Outcome(posts, relaxed), slowest, chosen);
        }
    }
}
