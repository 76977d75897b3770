package dev.anchorage.querylog;

import dev.anchorage.archive.Problem;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of counts, one a day, a line for each query and minute.
///
/// @param options  where they are and for how long
record CountFiles(QueryLogOptions options) {
    /// A day's file grows no further: so many queries are nobody's blog.
    static final long MAX_BYTES = 1 << 20;

    private static final Pattern NAME = Pattern.compile("queries-(\\d{4}-\\d\\d-\\d\\d)\\.jsonl");

    /// Adds lines to a day's file, and removes those of days that are too long ago.
    ///
    /// @return what went wrong, in one sentence; null for nothing
    @Nullable
    String append(LocalDate day, List<QueryCount> counts) {
        if (counts.isEmpty()) {
            return null;
        }
        Path file = options.folder().resolve("queries-" + day + ".jsonl");
        try {
            Files.createDirectories(options.folder());
            removeBefore(day.minusDays(options.keptDays() - 1L));
            if (Files.exists(file) && Files.size(file) >= MAX_BYTES) {
                return file + " has reached 1 MiB; queries are counted again tomorrow";
            }
            Files.write(file, lines(counts), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return null;
        } catch (IOException | UncheckedIOException unwritable) {
            return "queries can't be counted in " + options.folder() + ": " + unwritable;
        }
    }

    private static byte[] lines(List<QueryCount> counts) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (QueryCount count : counts) {
            lines.writeBytes(CountLine.of(count).getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private void removeBefore(LocalDate first) throws IOException {
        for (Path file : files()) {
            if (day(file).isBefore(first)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Reads the counts of all days from one on, oldest first.
    ///
    /// @param problems  told of every line that can't be read
    void read(LocalDate from, Consumer<QueryCount> counts, Consumer<Problem> problems) throws IOException {
        for (Path file : files()) {
            if (!day(file).isBefore(from)) {
                read(file, counts, problems);
            }
        }
    }

    private static void read(Path file, Consumer<QueryCount> counts, Consumer<Problem> problems) throws IOException {
        String name = String.valueOf(file.getFileName());
        int number = 0;
        try (BufferedReader lines = new BufferedReader(CountLine.reader(Files.newInputStream(file)))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                QueryCount count = CountLine.parse(line);
                if (count == null) {
                    problems.accept(new Problem(name, number, "this is no count of a query, and is left out"));
                } else {
                    counts.accept(count);
                }
            }
        }
    }

    /// Oldest first.
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(options.folder())) {
            return all.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .filter(file -> Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException absent) {
            throw new NoSuchFileException(
                    options.folder().toString(),
                    null,
                    "there is no query log; `anchorage serve` keeps one in --query-log");
        }
    }

    private static LocalDate day(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        try {
            return name.matches() ? LocalDate.parse(name.group(1)) : LocalDate.MAX;
        } catch (java.time.format.DateTimeParseException noDay) {
            return LocalDate.MAX;
        }
    }
}
