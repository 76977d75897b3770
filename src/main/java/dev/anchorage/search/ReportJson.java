package dev.anchorage.search;

import dev.anchorage.archive.Problem;
import dev.anchorage.index.IndexReport;
import dev.anchorage.index.UpdateRun;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what updates did as the JSON that HTTP and `--json` share, UTF-8.
public final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReportJson() {}

    /// A report as one JSON object.
    ///
    /// @param site  the name of the blog; null when there is only one
    public static byte[] of(IndexReport report, @Nullable String site) {
        return object(json -> {
            if (site != null) {
                json.writeStringProperty("site", site);
            }
            report(json, report);
        });
    }

    /// A run as one JSON object.
    ///
    /// @param url  where to ask for it again
    public static byte[] of(UpdateRun run, String url) {
        return object(json -> {
            json.writeStringProperty("id", run.id());
            json.writeStringProperty("state", run.state().key());
            json.writeStringProperty("url", url);
            json.writeStringProperty("asked", run.asked().toString());
            Instant ended = run.ended();
            string(json, "ended", ended == null ? null : ended.toString());
            string(json, "reason", run.reason());
            IndexReport report = run.report();
            if (report == null) {
                json.writeNullProperty("report");
            } else {
                json.writeName("report").writeStartObject();
                report(json, report);
                json.writeEndObject();
            }
        });
    }

    /// A sentence as the only property, `message`, of a JSON object.
    public static byte[] message(String message) {
        return object(json -> json.writeStringProperty("message", message));
    }

    /// An array of objects with path, line and message.
    public static void problems(JsonGenerator json, List<Problem> problems) {
        json.writeStartArray();
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("path", problem.path());
            json.writeNumberProperty("line", problem.line());
            json.writeStringProperty("message", problem.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void report(JsonGenerator json, IndexReport report) {
        json.writeNumberProperty("found", report.found());
        json.writeNumberProperty("added", report.added());
        json.writeNumberProperty("changed", report.changed());
        json.writeNumberProperty("removed", report.removed());
        json.writeNumberProperty("unchanged", report.unchanged());
        json.writeNumberProperty("hidden", report.hidden());
        json.writeNumberProperty("skipped", report.skipped());
        json.writeNumberProperty("generation", report.generation());
        json.writeName("problems");
        problems(json, report.problems());
    }

    private static byte[] object(Consumer<JsonGenerator> properties) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
