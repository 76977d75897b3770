package dev.anchorage.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Days of publication between two periods.
///
/// @param after  the first period that is included, from its first day on; null: no limit
/// @param before  the first period that is no longer included; null: no limit
public record DayRange(@Nullable Period after, @Nullable Period before) {
    /// No limit on either side.
    public static final DayRange ALWAYS = new DayRange(null, null);

    /// Whether this range leaves nothing out.
    public boolean isAlways() {
        return after == null && before == null;
    }

    /// The days that are in both ranges.
    public DayRange and(DayRange other) {
        return new DayRange(later(after, other.after, true), later(before, other.before, false));
    }

    private static @Nullable Period later(@Nullable Period one, @Nullable Period two, boolean isLaterWanted) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return one.firstDay().isAfter(two.firstDay()) == isLaterWanted ? one : two;
    }

    /// A day, a month or a year.
    ///
    /// @param firstDay  its first day
    /// @param text  as it was written: `2024`, `2024-05` or `2024-05-31`
    public record Period(LocalDate firstDay, String text) {

        /// Reads `2024`, `2024-05` or `2024-05-31`.
        ///
        /// @return null when the text is none of these, or no such day exists
        public static @Nullable Period parse(String text) {
            try {
                return switch (text.length()) {
                    case 4 -> new Period(Year.parse(text).atDay(1), text);
                    case 7 -> new Period(YearMonth.parse(text).atDay(1), text);
                    case 10 -> new Period(LocalDate.parse(text), text);
                    default -> null;
                };
            } catch (DateTimeException unreadable) {
                return null;
            }
        }
    }
}
