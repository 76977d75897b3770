package dev.anchorage.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Takes note of answers. Called from many threads.
@FunctionalInterface
public interface AccessLog {
    /// Takes note of an answer that has been sent.
    void write(Access access);

    /// One request and its answer. There is no address of who asked.
    ///
    /// @param began  when the request came in
    /// @param method  `-` when a request was refused that has none; so with the path
    /// @param path  as it was asked for, without the query; anything a client can think of
    /// @param query  what follows the `?`; anything a client can think of, and a reader's own words
    /// @param status  of the answer
    /// @param bytes  of the answer's body, as sent
    /// @param time  from the request's head to the answer's end
    /// @param traceId  32 hexadecimal digits from the request's `traceparent`; null when it has none that is valid
    record Access(
            Instant began,
            String method,
            String path,
            String query,
            int status,
            long bytes,
            Duration time,
            @Nullable String traceId) {}
}
