package dev.anchorage.search;

import dev.anchorage.index.IndexSchema.Facet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a reader asks for: a query, filters and a page of the answer.
///
/// @param query  as typed; never an error, never null; empty asks for the newest posts
/// @param filters  values to narrow by; several values of one facet widen, different facets narrow
/// @param days  days of publication to narrow to
/// @param sort  order of the posts
/// @param limit  most posts in the answer, 1 to {@value #MAX_LIMIT}
/// @param offset  posts to pass over, 0 to {@value #MAX_OFFSET}
/// @param isTyping  whether the last word may be unfinished
public record SearchRequest(
        String query,
        Map<Facet, List<String>> filters,
        DayRange days,
        Order sort,
        int limit,
        int offset,
        boolean isTyping) {
    /// The number of posts in an answer when the request names none.
    public static final int DEFAULT_LIMIT = 10;

    /// The greatest number of posts in an answer.
    public static final int MAX_LIMIT = 100;

    /// The deepest page: beyond it nobody reads.
    public static final int MAX_OFFSET = 10_000;

    private static final int MAX_FILTER_VALUES = 50;

    public SearchRequest {
        Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        filters = copy;
    }

    /// A request for the first hits of a query.
    public static SearchRequest of(String query) {
        return new SearchRequest(query, Map.of(), DayRange.ALWAYS, Order.RELEVANCE, DEFAULT_LIMIT, 0, false);
    }

    /// Reads a request from named parameters, as HTTP and the command line give them.
    ///
    /// @param parameters  values under the names `q`, `tag`, `location`, `category`, `author`, `language`, `year`,
    ///     `after`, `before`, `sort`, `limit`, `offset`, `typing`; other names are ignored; of a parameter that
    ///     takes one value the first counts
    /// @throws BadParameterException when a value is none of those the parameter takes
    public static SearchRequest parse(Map<String, List<String>> parameters) throws BadParameterException {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = parameters.getOrDefault(facet.key(), List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .limit(MAX_FILTER_VALUES)
                    .toList();
            if (!values.isEmpty()) {
                filters.put(facet, facet == Facet.YEAR ? years(values) : values);
            }
        }
        String query = first(parameters, "q");
        return new SearchRequest(
                query == null ? "" : query,
                filters,
                new DayRange(day(parameters, "after"), day(parameters, "before")),
                order(first(parameters, "sort")),
                number(parameters, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT),
                number(parameters, "offset", 0, 0, MAX_OFFSET),
                flag(parameters, "typing"));
    }

    private static List<String> years(List<String> values) throws BadParameterException {
        for (String value : values) {
            if (!value.strip().matches("[0-9]{4}")) {
                throw new BadParameterException("year", value, "a year such as 2024");
            }
        }
        return values;
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    private static DayRange.@Nullable Period day(Map<String, List<String>> parameters, String name)
            throws BadParameterException {
        String value = first(parameters, name);
        if (value == null) {
            return null;
        }
        DayRange.Period period = DayRange.Period.parse(value);
        if (period == null) {
            throw new BadParameterException(name, value, "a day, month or year such as 2024-05-31, 2024-05 or 2024");
        }
        return period;
    }

    private static Order order(@Nullable String value) throws BadParameterException {
        if (value == null) {
            return Order.RELEVANCE;
        }
        for (Order order : Order.values()) {
            if (order.key().equals(value)) {
                return order;
            }
        }
        throw new BadParameterException("sort", value, "relevance, newest or oldest");
    }

    private static int number(Map<String, List<String>> parameters, String name, int fallback, int least, int most)
            throws BadParameterException {
        String value = first(parameters, name);
        if (value == null) {
            return fallback;
        }
        if (value.length() > 18 || !value.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new BadParameterException(name, value, "a whole number from " + least + " to " + most);
        }
        return Math.clamp(Long.parseLong(value), least, most);
    }

    private static boolean flag(Map<String, List<String>> parameters, String name) throws BadParameterException {
        String value = first(parameters, name);
        if (value == null || value.equals("false") || value.equals("0")) {
            return false;
        }
        if (value.equals("true") || value.equals("1")) {
            return true;
        }
        throw new BadParameterException(name, value, "true or false");
    }

    /// The order of the posts in an answer.
    public enum Order {
        /// Best hit first.
        RELEVANCE,
        /// Youngest day of publication first, posts without one last.
        NEWEST,
        /// Oldest day of publication first, posts without one last.
        OLDEST;

        /// The name in requests.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
