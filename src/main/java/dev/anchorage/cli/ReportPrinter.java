package dev.anchorage.cli;

import dev.anchorage.archive.Problem;
import dev.anchorage.index.IndexReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Says what an update did, to people and to programs.
final class ReportPrinter {
    private ReportPrinter() {}

    /// The report in one line.
    static String line(IndexReport report) {
        List<String> counts = new ArrayList<>();
        count(counts, report.added(), "added");
        count(counts, report.changed(), "changed");
        count(counts, report.removed(), "removed");
        count(counts, report.unchanged(), "unchanged");
        count(counts, report.hidden(), "hidden");
        count(counts, report.skipped(), "skipped");
        return report.found()
                + (report.found() == 1 ? " post found" : " posts found")
                + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
    }

    private static void count(List<String> counts, int number, String what) {
        if (number > 0) {
            counts.add(number + " " + what);
        }
    }

    static void problems(PrintWriter err, IndexReport report) {
        report.problems().forEach(problem -> err.println(Style.clean(problem.toString())));
    }

    static byte[] json(IndexReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
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
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// An array of objects with path, line and message.
    static void problems(JsonGenerator json, List<Problem> problems) {
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
}
