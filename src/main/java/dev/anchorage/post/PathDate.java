package dev.anchorage.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The date that a path tells: `2016-05-02-name.md`, `2016-05-02-name/index.md`, `2019/09/18/foo.md`,
/// `2019/09/18-foo.md`, `20160502-name.md`. A year or a month alone tells no date.
final class PathDate {
    private static final Pattern SEPARATED =
            Pattern.compile("(?:^|/)((?:19|20)\\d{2})([-/_.])(\\d{1,2})[-/_.](\\d{1,2})(?=[-/_. T]|$)");
    private static final Pattern COMPACT = Pattern.compile("(?:^|/)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?=[-/_. T]|$)");

    private PathDate() {}

    /// @param path  of a post or of a page, with or without an extension
    static Optional<LocalDate> of(String path) {
        return last(SEPARATED.matcher(path), 1, 3, 4).or(() -> last(COMPACT.matcher(path), 1, 2, 3));
    }

    private static Optional<LocalDate> last(Matcher m, int year, int month, int day) {
        Optional<LocalDate> found = Optional.empty();
        while (m.find()) {
            try {
                found = Optional.of(LocalDate.of(
                        Integer.parseInt(m.group(year)),
                        Integer.parseInt(m.group(month)),
                        Integer.parseInt(m.group(day))));
            } catch (DateTimeException e) {
                // Digits that look like a date but are none, as in 2020-13-45: the path tells no date.
            }
        }
        return found;
    }
}
