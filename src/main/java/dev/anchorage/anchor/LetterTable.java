package dev.anchorage.anchor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Replacement tables of libraries, kept as resources: two columns, lines that begin with `# ` are comments.
final class LetterTable {
    private LetterTable() {}

    record Row(String left, String right) {}

    static List<Row> read(String resource) {
        try (InputStream bytes = Objects.requireNonNull(LetterTable.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(LetterTable::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line) {
        int tab = line.indexOf('\t');
        return new Row(line.substring(0, tab), line.substring(tab + 1));
    }
}
