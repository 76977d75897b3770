package dev.anchorage.cluster;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Map;

/// Reads what a cluster answers, and writes what it is asked.
final class Answers {
    private Answers() {}

    /// A part of an answer, or nothing in it where the answer has no such part.
    static JsonObject at(JsonObject answer, String... path) {
        JsonObject at = answer;
        for (String name : path) {
            JsonValue next = at.get(name);
            at = next instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        }
        return at;
    }

    /// A text of an answer; empty where it has none.
    static String text(JsonObject answer, String name) {
        return answer.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /// A number of an answer; 0 where it has none.
    static long number(JsonObject answer, String name) {
        return answer.get(name) instanceof jakarta.json.JsonNumber number ? number.longValue() : 0;
    }

    /// What an error says.
    static String reason(JsonValue error) {
        if (error instanceof JsonObject object) {
            String type = text(object, "type");
            String reason = text(object, "reason");
            JsonObject cause = at(object, "caused_by");
            return type + " " + reason + (cause.isEmpty() ? "" : " (" + reason(cause) + ")");
        }
        return error instanceof JsonString text ? text.getString() : error.toString();
    }

    /// A request as one line of JSON.
    ///
    /// @param body  of strings, numbers, booleans, lists and maps of such
    static String line(Map<String, ?> body) {
        return jakarta.json.Json.createObjectBuilder(body).build().toString();
    }

    /// Lines, each with its end.
    static String lines(String... lines) {
        return String.join("\n", Arrays.asList(lines)) + "\n";
    }
}
