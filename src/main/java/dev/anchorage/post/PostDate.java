package dev.anchorage.post;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date as an author wrote it, perhaps with a time, perhaps with a zone. Never rolled over: the 31st of February is
/// no date.
///
/// @param time  null when only the day is given
/// @param zone  null when none is given
record PostDate(
        LocalDate day, @Nullable LocalTime time, @Nullable ZoneId zone) {
    /// For a zone that can't be understood: the last place on Earth to reach a time, so that nothing appears too early.
    private static final ZoneId LATEST = ZoneOffset.ofHours(-12);

    private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp]\\.?[Mm]\\.?)?";
    private static final Pattern TIME = Pattern.compile("(?:[T,\\s]|at\\s)*" + CLOCK + "\\s*(.*)");
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)(.*)", Pattern.DOTALL);
    private static final Pattern COMPACT =
            Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(.*))?");
    private static final Pattern EAST_ASIAN = Pattern.compile("(\\d{4})[年년]\\s*(\\d{1,2})[月월]\\s*(\\d{1,2})[日일]?(.*)");

    /// Reads a date; empty when it is none that is certain.
    static Optional<PostDate> parse(String written) {
        String text = written.strip();
        if (text.length() > 80) {
            return Optional.empty();
        }
        try {
            Matcher numeric = NUMERIC.matcher(text);
            if (numeric.matches()) {
                return of(numeric.group(1), numeric.group(3), numeric.group(4), numeric.group(5));
            }
            Matcher compact = COMPACT.matcher(text);
            if (compact.matches()) {
                return ofCompact(compact);
            }
            Matcher eastAsian = EAST_ASIAN.matcher(text);
            if (eastAsian.matches()) {
                return of(eastAsian.group(1), eastAsian.group(2), eastAsian.group(3), eastAsian.group(4));
            }
            return MonthNames.parse(text).flatMap(d -> of(d.year(), d.month(), d.day(), d.rest()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<PostDate> ofCompact(Matcher m) {
        String seconds = m.group(6) == null ? "00" : m.group(6);
        String rest = m.group(4) == null ? "" : m.group(4) + ":" + m.group(5) + ":" + seconds + m.group(7);
        return of(m.group(1), m.group(2), m.group(3), rest);
    }

    private static Optional<PostDate> of(String year, String month, String day, String rest) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        if (rest.isBlank()) {
            return Optional.of(new PostDate(date, null, null));
        }
        Matcher m = TIME.matcher(rest);
        if (!m.matches()) {
            String zone = rest.strip();
            boolean isZone = zone.equals("Z") || zone.matches("[+-]\\d{2}:?\\d{2}");
            return isZone ? Optional.of(new PostDate(date, null, zoneOf(zone))) : Optional.empty();
        }
        int hour = hour(Integer.parseInt(m.group(1)), m.group(4));
        int second = m.group(3) == null ? 0 : Math.min(59, Integer.parseInt(m.group(3)));
        LocalTime time = LocalTime.of(hour, Integer.parseInt(m.group(2)), second);
        return Optional.of(new PostDate(date, time, zoneOf(m.group(5).strip())));
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of twelve");
        }
        boolean isAfternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
        return hour % 12 + (isAfternoon ? 12 : 0);
    }

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("JST", "+09:00"));

    private static @Nullable ZoneId zoneOf(String written) {
        if (written.isEmpty()) {
            return null;
        }
        String zone = written.replaceAll("[\\[(].*", "").strip();
        try {
            return ZoneId.of(ZONES.getOrDefault(zone, zone));
        } catch (DateTimeException e) {
            return LATEST;
        }
    }

    /// A zone by its name; UTC when there is none of that name.
    static ZoneId zone(String name) {
        ZoneId zone = zoneOf(name);
        return zone == null || zone.equals(LATEST) ? ZoneOffset.UTC : zone;
    }

    /// Whether a zone is given that doesn't exist, as `+25:00`.
    boolean hasUnknownZone() {
        return LATEST.equals(zone);
    }

    /// The moment that is meant; a mere day begins at midnight.
    Instant instant(ZoneId zoneByDefault) {
        LocalTime at = time == null ? LocalTime.MIDNIGHT : time;
        return day.atTime(at).atZone(zone == null ? zoneByDefault : zone).toInstant();
    }
}
