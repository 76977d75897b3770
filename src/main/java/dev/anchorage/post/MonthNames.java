package dev.anchorage.post;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates with the month in words: English, German, French, Spanish.
final class MonthNames {
    private static final List<String> NAMES = List.of(
            "january jan januar jänner janvier janv enero ene",
            "february feb februar février fevrier févr fevr febrero",
            "march mar märz maerz mär mars marzo",
            "april apr avril avr abril abr",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet juil julio",
            "august aug août aout agosto ago",
            "september sep sept septembre septiembre setiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre decembre déc diciembre dic");
    private static final Map<String, String> MONTHS = months();

    private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.?,?\\s+)?";
    private static final Pattern DAY_FIRST = Pattern.compile(
            WEEKDAY
                    + "(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s*-?(?:de\\s+)?(\\p{L}{3,12})\\.?,?\\s*-?(?:de\\s+)?(\\d{4})(?!\\d)(.*)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(WEEKDAY + "(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)(.*)");

    private MonthNames() {}

    /// The parts of a date in digits, and what stands after it.
    record Parts(String year, String month, String day, String rest) {}

    static Optional<Parts> parse(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return parts(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), dayFirst.group(4));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.matches()
                ? parts(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2), monthFirst.group(4))
                : Optional.empty();
    }

    private static Optional<Parts> parts(String year, String month, String day, String rest) {
        return Optional.ofNullable(MONTHS.get(month.toLowerCase(Locale.ROOT))).map(m -> new Parts(year, m, day, rest));
    }

    private static Map<String, String> months() {
        Map<String, String> months = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            for (String name : NAMES.get(i).split(" ", -1)) {
                months.put(name, String.valueOf(i + 1));
            }
        }
        return Map.copyOf(months);
    }
}
