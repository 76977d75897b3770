package dev.anchorage.web;

import dev.anchorage.querylog.Outcome;
import dev.anchorage.search.SearchResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Makes the answer to a question in one form.
interface Answerer {
    /// Tells this form from the others.
    String name();

    /// The value of `Content-Type`.
    String type();

    /// The answer, which depends on the question and on nothing else but the index.
    ///
    /// @param scope  whom the question asks
    Made answer(Scope scope, Question question) throws IOException;

    /// Whether addresses in the answer name the service.
    default boolean hasBase() {
        return false;
    }

    /// Says what is wrong with a parameter.
    default void refuse(HttpServerExchange exchange, Scope scope, String sentence) {
        ProblemHandler.answer(exchange, StatusCodes.BAD_REQUEST, "bad-parameter", sentence);
    }

    /// Whether this is what a reader asked for, so that it counts.
    default boolean isCounted() {
        return false;
    }

    /// An answer; its bytes are not to be changed.
    final class Made {
        private final byte[] bytes;
        private final boolean isWhole;
        private final @Nullable Outcome outcome;

        /// @param isWhole  false when it was cut off for lack of time, so that it should not be kept
        Made(byte[] bytes, boolean isWhole) {
            this(bytes, isWhole, null);
        }

        /// @param response  what it shows
        Made(byte[] bytes, SearchResponse response) {
            this(bytes, !response.isPartial(), response.isPartial() ? null : Outcome.of(response));
        }

        private Made(byte[] bytes, boolean isWhole, @Nullable Outcome outcome) {
            this.bytes = bytes;
            this.isWhole = isWhole;
            this.outcome = outcome;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean isWhole() {
            return isWhole;
        }

        /// What the question found; null when it isn't known.
        @Nullable
        Outcome outcome() {
            return outcome;
        }
    }
}
