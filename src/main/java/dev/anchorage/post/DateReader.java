package dev.anchorage.post;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates of front matter. One that can't be read is named, and never makes a post visible too early.
final class DateReader {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20|21)\\d{2})(?!\\d)");
    private static final List<String> NO_DATES = List.of("true", "false", "yes", "no");

    private final FrontMatter frontMatter;
    private final ZoneId zone;
    private final Findings findings;

    DateReader(FrontMatter frontMatter, ZoneId zone, Findings findings) {
        this.frontMatter = frontMatter;
        this.zone = zone;
        this.findings = findings;
    }

    /// A date with the text it was read from, or the text alone when it can't be read.
    record Reading(String key, String written, Optional<PostDate> date) {}

    /// The first of these keys that holds something that could be a date.
    Optional<Reading> first(List<String> keys) {
        for (String key : keys) {
            Optional<String> written =
                    frontMatter.text(key).filter(t -> !NO_DATES.contains(t.toLowerCase(Locale.ROOT)));
            if (written.isPresent()) {
                return Optional.of(new Reading(key, written.get(), PostDate.parse(written.get())));
            }
            if (frontMatter
                    .get(key)
                    .filter(v -> !(v instanceof FrontMatterValue.Text))
                    .isPresent()) {
                return Optional.of(new Reading(
                        key, frontMatter.get(key).map(Object::toString).orElse(""), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    void complain(Reading reading) {
        int line = frontMatter.lineOf(reading.key());
        if (reading.date().isEmpty()) {
            findings.add(
                    line,
                    "front matter \"" + reading.key() + "\" is not a date: " + Findings.quoted(reading.written())
                            + " (expected 2024-03-01)");
        } else if (reading.date().get().hasUnknownZone()) {
            findings.add(
                    line,
                    "front matter \"" + reading.key() + "\" has an unknown time zone: "
                            + Findings.quoted(reading.written()) + " (expected +02:00)");
        }
    }

    /// The first moment that a date surely lies behind. For one that can't be read it is the end of the latest year it
    /// names; empty when it names none, since then it may be any time.
    Optional<Instant> surelyBy(Reading reading) {
        return reading.date()
                .map(d -> d.instant(zone))
                .or(() -> latestYear(reading.written())
                        .map(y -> y.plusYears(1).atDay(1).atStartOfDay(zone).toInstant()));
    }

    /// The last moment before which a date surely doesn't lie: the start of the year when it can't be read.
    Optional<Instant> surelyNotBefore(Reading reading) {
        return reading.date()
                .map(d -> d.instant(zone))
                .or(() -> latestYear(reading.written())
                        .map(y -> y.atDay(1).atStartOfDay(zone).toInstant()));
    }

    private static Optional<Year> latestYear(String text) {
        Matcher m = YEAR.matcher(text);
        Optional<Year> latest = Optional.empty();
        while (m.find()) {
            Year year = Year.of(Integer.parseInt(m.group(1)));
            latest = latest.filter(l -> l.isAfter(year)).or(() -> Optional.of(year));
        }
        return latest;
    }
}
