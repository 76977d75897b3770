package dev.anchorage.cli;

import dev.anchorage.index.IndexReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

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

    /// @param inFront  stands before each
    static void problems(PrintWriter err, String inFront, IndexReport report) {
        report.problems().forEach(problem -> err.println(inFront + Style.clean(problem.toString())));
    }
}
