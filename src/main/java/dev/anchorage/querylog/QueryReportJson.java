package dev.anchorage.querylog;

import dev.anchorage.search.ReportJson;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a report as JSON, UTF-8.
public final class QueryReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private QueryReportJson() {}

    /// A report as one JSON object.
    public static byte[] of(QueryReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("from", report.from().toString());
            json.writeStringProperty("until", report.until().toString());
            json.writeName("asked").writeStartArray();
            report.asked().forEach(count -> CountLine.write(json, count));
            json.writeEndArray().writeName("withoutHits").writeStartArray();
            report.withoutHits().forEach(without -> withoutHits(json, without));
            json.writeEndArray().writeName("slow").writeStartArray();
            report.slow().forEach(count -> CountLine.write(json, count));
            json.writeEndArray().writeName("problems");
            ReportJson.problems(json, report.problems());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void withoutHits(JsonGenerator json, QueryReport.WithoutHits without) {
        json.writeStartObject();
        json.writeName("count");
        CountLine.write(json, without.count());
        json.writeNumberProperty("postsNow", without.proposals().postsNow());
        String spelling = without.proposals().spelling();
        if (spelling == null) {
            json.writeNullProperty("spelling");
        } else {
            json.writeStringProperty("spelling", spelling);
        }
        json.writeName("synonyms").writeStartArray();
        without.proposals().synonyms().forEach(group -> {
            json.writeStartArray();
            group.forEach(json::writeString);
            json.writeEndArray();
        });
        json.writeEndArray().writeEndObject();
    }
}
