package dev.anchorage.search;

import dev.anchorage.index.Accents;
import dev.anchorage.index.IndexSchema.Facet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A query as typed, taken apart: filters on one side, words in the syntax of Lucene's simple parser on the other.
///
/// The scanner knows `-`, quotes, `OR` between two words, a trailing `*` and `name:value`; everything else is text and
/// is escaped, so that the parser behind it sees no operator that the reader didn't mean. `a b OR c` is `a` with one
/// of the others, in whatever order. A query longer than {@value #MAX_CHARS} characters or {@value #MAX_WORDS} words is
/// cut.
///
/// @param words  for {@link QueryReader}; a word or phrase limited to a part of the section starts with a {@link
///     Part} mark
/// @param filters  values of facets that the query asks for
/// @param excluded  values of facets that the query excludes
/// @param days  days of publication that the query asks for
/// @param begun  a value that is still being typed; null: none
record QueryText(
        String words,
        Map<Facet, List<String>> filters,
        Map<Facet, List<String>> excluded,
        DayRange days,
        @Nullable Begun begun) {
    static final int MAX_CHARS = 512;
    static final int MAX_WORDS = 32;

    private static final String OR = " | ";

    /// Also one that is still being typed.
    private static final Pattern YEAR = Pattern.compile("\\d{0,4}");

    private static final Pattern BEGUN_DAY = Pattern.compile("\\d{0,4}|\\d{4}-\\d?|\\d{4}-\\d\\d-\\d?");

    /// Takes a query apart; there is no query that it refuses.
    static QueryText of(String query) {
        return new Scanner(query, false).scan();
    }

    /// The same of a query whose end may still come: an open quote is none yet, the last word of a part begins one, and
    /// so does the last value of a filter.
    static QueryText ofTyped(String query) {
        return new Scanner(query, true).scan();
    }

    /// The beginning of a facet's value.
    record Begun(Facet facet, String value) {}

    /// A part of a section that a word can be limited to, and the mark that carries it through the parser.
    enum Part {
        TITLE('\uE001'),
        HEADING('\uE002'),
        CODE('\uE003');

        final char mark;

        Part(char mark) {
            this.mark = mark;
        }

        /// The name before the colon.
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Part marking(String text) {
            for (Part part : values()) {
                if (!text.isEmpty() && text.charAt(0) == part.mark) {
                    return part;
                }
            }
            return null;
        }
    }

    private static final class Scanner {
        private final String text;
        private final boolean isTyping;

        /// Each with its alternatives.
        private final List<List<String>> words = new ArrayList<>();

        private final Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        private final Map<Facet, List<String>> excluded = new EnumMap<>(Facet.class);
        private DayRange days = DayRange.ALWAYS;
        private @Nullable Begun begun;

        /// `OR` stands between words; beside a filter it would have no word on one side.
        private boolean isAfterFilter;

        private boolean isAfterOr;

        /// The last word with its alternatives; null: there was none yet that isn't excluded.
        private @Nullable List<String> alternatives;

        private int wordCount;
        private int at;

        Scanner(String query, boolean isTyping) {
            this.isTyping = isTyping;
            int end = Math.min(query.length(), MAX_CHARS);
            StringBuilder clean = new StringBuilder(end);
            for (int i = 0; i < end; i++) {
                char c = query.charAt(i);
                boolean isMark = c >= '\uE000' && c <= '\uF8FF';
                clean.append(Character.isISOControl(c) || isMark ? ' ' : c);
            }
            text = Accents.composed(clean);
        }

        QueryText scan() {
            while (skipSpace() && wordCount < MAX_WORDS) {
                boolean isNegated = isMinus();
                if (isNegated) {
                    at++;
                }
                String name = name();
                if (name != null && takesValue(name, isNegated)) {
                    continue;
                }
                word(isNegated, null);
            }
            return new QueryText(joined(), filters, excluded, days, begun);
        }

        private boolean skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length();
        }

        /// A minus negates only in front of a word, which may begin with a sign (`-.net`); `--flag`, `-` and `a-b` are
        /// text.
        private boolean isMinus() {
            int next = at + 1;
            if (text.charAt(at) != '-' || next == text.length()) {
                return false;
            }
            return text.charAt(next) == '"' || isLetter(".$@".indexOf(text.charAt(next)) < 0 ? next : next + 1);
        }

        private boolean isLetter(int index) {
            return index < text.length() && Character.isLetterOrDigit(text.codePointAt(index));
        }

        /// The letters before a colon that a value follows, lower-cased; null when there are none. Doesn't move on.
        private @Nullable String name() {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            boolean isName = end > at && end < text.length() && text.charAt(end) == ':';
            boolean hasValue = end + 1 < text.length() ? !Character.isWhitespace(text.charAt(end + 1)) : isTyping;
            return isName && hasValue ? text.substring(at, end).toLowerCase(Locale.ROOT) : null;
        }

        /// Handles `name:value` when the name is known and the value makes sense; else leaves the place as it was.
        private boolean takesValue(String name, boolean isNegated) {
            int start = at;
            at += name.length() + 1;
            for (Part part : Part.values()) {
                if (part.name().equalsIgnoreCase(name)) {
                    word(isNegated, part);
                    return true;
                }
            }
            if (filter(name, value(), isNegated)) {
                isAfterFilter = true;
                isAfterOr = false;
                return true;
            }
            at = start;
            return false;
        }

        private boolean filter(String name, String value, boolean isNegated) {
            for (Facet facet : Facet.values()) {
                boolean isValue = isUnfinished() || !value.isBlank();
                if (facet.key().equals(name)
                        && isValue
                        && (facet != Facet.YEAR || YEAR.matcher(value).matches())) {
                    select(facet, value, isNegated);
                    return true;
                }
            }
            if (!(name.equals("before") || name.equals("after"))) {
                return false;
            }
            DayRange.Period period = DayRange.Period.parse(value);
            if (period == null) {
                return isUnfinished() && BEGUN_DAY.matcher(value).matches();
            }
            boolean isAfter = name.equals("after") != isNegated;
            days = days.and(isAfter ? new DayRange(period, null) : new DayRange(null, period));
            return true;
        }

        private void select(Facet facet, String value, boolean isNegated) {
            if (isUnfinished()) {
                begun = isNegated || value.isBlank() ? null : new Begun(facet, value);
            } else {
                (isNegated ? excluded : filters)
                        .computeIfAbsent(facet, key -> new ArrayList<>())
                        .add(value);
            }
        }

        /// Whether what was read last may go on.
        private boolean isUnfinished() {
            return isTyping && at == text.length() && text.charAt(at - 1) != '"';
        }

        /// The text up to the closing quote, or up to the next space when there is no quote.
        private String value() {
            if (at < text.length() && text.charAt(at) == '"') {
                int close = text.indexOf('"', at + 1);
                int end = close < 0 ? text.length() : close;
                String value = text.substring(at + 1, end);
                at = close < 0 ? end : end + 1;
                return value;
            }
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private void word(boolean isNegated, @Nullable Part part) {
            if (isTyping && isQuote() && text.indexOf('"', at + 1) < 0) {
                at++;
            }
            boolean isPhrase = isQuote();
            String value = value();
            if (value.isBlank()) {
                return;
            }
            boolean isOr = value.equals("OR") && !isPhrase && !isNegated && part == null;
            if (isOr && (isAfterFilter || hasNeighbours())) {
                isAfterOr = !isAfterFilter && alternatives != null;
                return;
            }
            isAfterFilter = false;
            wordCount++;
            boolean isPrefix = !isPhrase && value.length() > 1 && value.endsWith("*");
            StringBuilder word = new StringBuilder(isNegated ? "-" : "").append(isPhrase ? "\"" : "");
            if (part != null) {
                word.append(part.mark);
            }
            escape(isPrefix ? value.substring(0, value.length() - 1) : value, word);
            boolean isBegun = isTyping && part != null && at == text.length();
            word.append(isPhrase ? "\"" : isPrefix || isBegun ? "*" : "");
            add(word.toString(), isNegated);
        }

        /// What is excluded is no alternative: it stands by itself, and those around it go on.
        private void add(String word, boolean isNegated) {
            List<String> others = alternatives;
            if (isNegated) {
                words.add(List.of(word));
            } else if (isAfterOr && others != null) {
                others.add(word);
                isAfterOr = false;
            } else {
                alternatives = new ArrayList<>(List.of(word));
                words.add(alternatives);
            }
        }

        private String joined() {
            return words.stream()
                    .map(any -> any.size() == 1 || words.size() == 1
                            ? String.join(OR, any)
                            : "(" + String.join(OR, any) + ")")
                    .collect(Collectors.joining(" "));
        }

        private boolean isQuote() {
            return at < text.length() && text.charAt(at) == '"';
        }

        private boolean hasNeighbours() {
            return !words.isEmpty() && !text.substring(at).isBlank();
        }

        private static void escape(String value, StringBuilder words) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c < 128 && !Character.isLetterOrDigit(c) && c != ' ') {
                    words.append('\\');
                }
                words.append(c);
            }
        }
    }
}
