package dev.anchorage.post;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in templates such as `/:year/:month/:title/`. A token that has no value is left out together with the slash
/// after it.
final class PermalinkTokens {
    private static final Pattern TOKEN = Pattern.compile(":([A-Za-z_]+)");

    private final Map<String, String> values = new HashMap<>();

    PermalinkTokens set(String name, String value) {
        values.put(name, value);
        return this;
    }

    /// The tokens of a date under the names that Jekyll, Hugo and Hexo share.
    PermalinkTokens date(Optional<LocalDate> date) {
        date.ifPresent(d -> {
            set("year", two(d.getYear(), 4))
                    .set("month", two(d.getMonthValue(), 2))
                    .set("day", two(d.getDayOfMonth(), 2));
            set("i_month", "" + d.getMonthValue()).set("i_day", "" + d.getDayOfMonth());
            set("short_year", two(d.getYear() % 100, 2)).set("y_day", two(d.getDayOfYear(), 3));
            set("week", two(d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2));
            set("w_year", two(d.get(IsoFields.WEEK_BASED_YEAR), 4));
            set("w_day", "" + d.getDayOfWeek().getValue());
            set("short_day", d.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            set("long_day", d.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            set("short_month", d.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            set("long_month", d.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            set("yearday", "" + d.getDayOfYear())
                    .set("weekday", "" + d.getDayOfWeek().getValue() % 7);
            set(
                    "monthname",
                    d.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT));
            set(
                    "weekdayname",
                    d.getDayOfWeek()
                            .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT));
            set("date", d.format(DateTimeFormatter.ISO_LOCAL_DATE));
        });
        return this;
    }

    PermalinkTokens time(LocalTime time) {
        set("hour", two(time.getHour(), 2)).set("minute", two(time.getMinute(), 2));
        return set("second", two(time.getSecond(), 2));
    }

    private static String two(int number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    String fill(String template) {
        Matcher token = TOKEN.matcher(template);
        var out = new StringBuilder();
        int copied = 0;
        while (token.find()) {
            out.append(template, copied, token.start());
            String name = longestKnown(token.group(1));
            out.append(values.getOrDefault(name, ""));
            copied = token.start() + 1 + (name.isEmpty() ? token.group(1).length() : name.length());
            token.region(copied, template.length());
        }
        return out.append(template.substring(copied)).toString().replaceAll("/{2,}", "/");
    }

    /// `:title_x` can be `:title` with something behind it.
    private String longestKnown(String name) {
        for (int end = name.length(); end > 0; end--) {
            if (values.containsKey(name.substring(0, end))) {
                return name.substring(0, end);
            }
        }
        return "";
    }
}
