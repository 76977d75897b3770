package dev.anchorage.cli;

import dev.anchorage.querylog.QueryReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Prints what readers asked, for people.
///
/// @param style  of the terminal
record QueryReportPrinter(PrintWriter out, Style style) {
    private static final int MAX_QUERY_CHARS = 48;

    void print(QueryReport report) {
        out.println("Queries from " + report.from() + " to " + report.until());
        print(
                "Asked most",
                List.of("query", "times", "posts", "relaxed", "chosen rank"),
                report.asked().stream()
                        .map(count -> List.of(
                                count.query(),
                                Long.toString(count.asked()),
                                count.postsText(),
                                count.relaxedText(),
                                count.chosenText()))
                        .toList());
        print(
                "Without hits",
                List.of("query", "times", "posts now", "perhaps"),
                report.withoutHits().stream()
                        .map(without -> List.of(
                                without.count().query(),
                                Long.toString(without.count().asked()),
                                Integer.toString(without.proposals().postsNow()),
                                without.proposals().text()))
                        .toList());
        print(
                "Slow",
                List.of("query", "milliseconds"),
                report.slow().stream()
                        .map(count -> List.of(count.query(), Long.toString(Math.round(count.slowestMillis()))))
                        .toList());
    }

    private void print(String title, List<String> head, List<List<String>> rows) {
        out.println();
        out.println(style.bold(title));
        if (rows.isEmpty()) {
            out.println("  nothing");
            return;
        }
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = new int[head.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.clamp(row.get(i).length(), widths[i], Math.max(widths[i], MAX_QUERY_CHARS));
            }
        }
        print(head, widths, true);
        rows.forEach(row -> print(row, widths, false));
    }

    /// The first and the last column hold text, and the number columns between them are flush right.
    private void print(List<String> row, int[] widths, boolean isHead) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = Style.clean(row.get(i));
            String space = " ".repeat(Math.max(0, widths[i] - cell.length()));
            boolean isNumber = i == 1 || (i == 2 && widths.length > 2);
            line.append("  ").append(isNumber ? space + cell : cell + space);
        }
        String text = line.toString().stripTrailing();
        out.println(isHead ? style.dim(text) : text);
    }
}
