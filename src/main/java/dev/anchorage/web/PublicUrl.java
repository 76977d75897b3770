package dev.anchorage.web;

import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/// The service's address as readers see it.
///
/// @param configured  null: as they asked
record PublicUrl(@Nullable String configured) {
    /// Without a slash at the end.
    String of(HttpServerExchange exchange) {
        return configured != null ? configured : exchange.getRequestScheme() + "://" + exchange.getHostAndPort();
    }
}
