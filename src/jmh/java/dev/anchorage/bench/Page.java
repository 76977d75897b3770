package dev.anchorage.bench;

import java.util.Locale;

/// A table of figures, ours beside those of the reference.
final class Page {
    private final StringBuilder text = new StringBuilder();

    Page(String title, String note) {
        line("# " + title + "\n\n" + note + "\n");
        line("| | Anchorage | reference | ratio |");
        line("| --- | ---: | ---: | ---: |");
    }

    void row(String what, double ours, double reference) {
        line(String.format(
                Locale.ROOT, "| %s | %s | %s | %.2f |", what, figure(ours), figure(reference), ours / reference));
    }

    /// A figure that nothing is compared with.
    void row(String what, double ours) {
        line("| " + what + " | " + figure(ours) + " | | |");
    }

    private void line(String line) {
        text.append(line).append('\n');
        System.out.println(line);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
