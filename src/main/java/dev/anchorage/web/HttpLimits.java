package dev.anchorage.web;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How much a client may ask of the service. Every number is at least 1.
///
/// @param headerBytes  of a request's first line and header fields together
/// @param headerFields  of a request
/// @param urlBytes  of a request's address
/// @param parameters  of a request's address
/// @param bodyBytes  of a request that may have a body
/// @param header  longest time from a request's first byte to the end of its header
/// @param noRequest  longest time in which a connection asks nothing
/// @param answer  longest time in which an answer is taken that is ready; what fits into the system's buffers is taken
/// @param idle  longest time without a byte of an answer that is being taken, or of a body that is being sent
/// @param connections  open at once
/// @param requests  being answered or waiting for it at once
/// @param pipelined  requests of a connection that may wait behind one another
/// @param perSecond  requests of one client in the long run; null: {@link #DEFAULT_PER_SECOND} for others, no limit for
///     this machine itself
/// @param burst  requests of one client at once before that
/// @param cacheBytes  that kept answers may take
public record HttpLimits(
        int headerBytes,
        int headerFields,
        int urlBytes,
        int parameters,
        int bodyBytes,
        Duration header,
        Duration noRequest,
        Duration answer,
        Duration idle,
        int connections,
        int requests,
        int pipelined,
        @Nullable Integer perSecond,
        int burst,
        int cacheBytes) {
    /// What every client but this machine may ask when nothing else is said.
    public static final int DEFAULT_PER_SECOND = 50;

    private static final int MOST_CACHE_BYTES = 16 << 20;
    private static final int CACHE_PART_OF_HEAP = 16;

    /// The names of the limits with their values unless another is given.
    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            Map.entry("header-bytes", 16_384),
            Map.entry("header-fields", 64),
            Map.entry("url-bytes", 8_192),
            Map.entry("parameters", 32),
            Map.entry("body-bytes", 1 << 20),
            Map.entry("header-seconds", 10),
            Map.entry("no-request-seconds", 30),
            Map.entry("answer-seconds", 20),
            Map.entry("idle-seconds", 60),
            Map.entry("connections", 16_000),
            Map.entry("requests", 2_000),
            Map.entry("pipelined", 32),
            Map.entry("burst", 200),
            Map.entry(
                    "cache-bytes",
                    Math.toIntExact(
                            Math.min(MOST_CACHE_BYTES, Runtime.getRuntime().maxMemory() / CACHE_PART_OF_HEAP))));

    private static final String PER_SECOND = "requests-per-second";

    /// The limits when nothing is said.
    public static HttpLimits defaults() {
        return of(Map.of());
    }

    /// The limits that are given by name, and the usual ones for the rest.
    ///
    /// @throws IllegalArgumentException with a sentence when a name is unknown or a value is no number above 0
    public static HttpLimits of(Map<String, String> given) {
        Map<String, Integer> values = new TreeMap<>(DEFAULTS);
        given.forEach((name, value) -> values.put(known(name), number(name, value)));
        ToIntFunction<String> of = name -> Objects.requireNonNull(values.get(name), name);
        return new HttpLimits(
                of.applyAsInt("header-bytes"),
                of.applyAsInt("header-fields"),
                of.applyAsInt("url-bytes"),
                of.applyAsInt("parameters"),
                of.applyAsInt("body-bytes"),
                Duration.ofSeconds(of.applyAsInt("header-seconds")),
                Duration.ofSeconds(of.applyAsInt("no-request-seconds")),
                Duration.ofSeconds(of.applyAsInt("answer-seconds")),
                Duration.ofSeconds(of.applyAsInt("idle-seconds")),
                of.applyAsInt("connections"),
                of.applyAsInt("requests"),
                of.applyAsInt("pipelined"),
                values.get(PER_SECOND),
                of.applyAsInt("burst"),
                of.applyAsInt("cache-bytes"));
    }

    /// The names that {@link #of} takes, with the value of each unless another is given; -1 stands for none.
    public static Map<String, Integer> names() {
        Map<String, Integer> names = new TreeMap<>(DEFAULTS);
        names.put(PER_SECOND, -1);
        return names;
    }

    private static String known(String name) {
        if (!names().containsKey(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no limit, expected one of "
                    + names().keySet().stream().collect(Collectors.joining(", ")));
        }
        return name;
    }

    private static int number(String name, String value) {
        boolean isNumber =
                !value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || Integer.parseInt(value) == 0) {
            throw new IllegalArgumentException(
                    "the limit \"" + name + "\" is \"" + value + "\", expected a whole number from 1 to 999999999");
        }
        return Integer.parseInt(value);
    }
}
